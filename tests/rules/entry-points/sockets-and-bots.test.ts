import { describe, expect, it } from 'vitest'
import { entriesOf, expectMarked } from '../../analysis/marked-files.js'

const fs = `import { readFileSync, statSync } from 'node:fs'`

describe('what sockets and chats send', () => {
  it.each([
    [
      'Socket.IO: connections, events, namespaces and middleware',
      `import { Server } from 'socket.io'
const io = new Server(3000)
io.use((socket, next) => { statSync('token'); next() }) // !
io.on('connection', (socket) => {
  statSync(socket.id) // !
  socket.on('upload', (file, done) => { readFileSync(file); done() }) // !
  socket.use(([event], next) => { statSync(event); next() }) // !
  socket.onAny((event) => { statSync(event) }) // !
})
io.of('/kitchen').on('connection', (socket) => socket.once('order', (order) => readFileSync(order))) // !
io.engine.use((req, res, next) => { statSync('session'); next() }) // !
readFileSync('start-up')`,
    ],
    [
      'Socket.IO, where the socket is a parameter with a type',
      `import type { Server, Socket } from 'socket.io'
export function registerOrders(io: Server, socket: Socket) {
  socket.on('order', (order) => { readFileSync(order) }) // !
  io.on('connection', () => { statSync('a') }) // !
}`,
    ],
    [
      'ws',
      `import WebSocket, { WebSocketServer } from 'ws'
const server = new WebSocketServer({ port: 8080 })
server.on('listening', () => { statSync('ready') })
server.on('connection', (socket, request) => {
  statSync(request.url) // !
  socket.on('message', (data) => { readFileSync(String(data)) }) // !
  socket.addEventListener('close', () => { statSync('log') }) // !
})
new WebSocket.Server({ noServer: true }).handleUpgrade(a, b, c, (socket) => { statSync('a') }) // !
new WebSocket('ws://kitchen').on('open', () => { statSync('opened') })`,
    ],
    [
      'Slack Bolt',
      `import { App } from '@slack/bolt'
const app = new App({ token: readFileSync('token') })
app.command('/menu', async ({ ack, say }) => { await ack(); await say(readFileSync('menu')) }) // !
app.event('app_mention', onlyFriends, async ({ event }) => { statSync(event.user) }) // !
async function onlyFriends({ next }) { statSync('friends'); await next() } // !
app.use(async ({ next }) => { statSync('a'); await next() }) // !`,
    ],
    [
      'discord.js, with names of events from its table',
      `import { Client, Events } from 'discord.js'
const client = new Client({ intents: [] })
client.once(Events.ClientReady, () => { readFileSync('commands') })
client.once('ready', () => { readFileSync('commands') })
client.on(Events.InteractionCreate, async (interaction) => { readFileSync(interaction.id) }) // !
client.on('messageCreate', (message) => { statSync(message.id) }) // !
client.login(readFileSync('token'))`,
    ],
    [
      'Telegraf',
      `import { Composer, Scenes, Telegraf } from 'telegraf'
const bot = new Telegraf('token')
bot.start((ctx) => ctx.reply(readFileSync('hello'))) // !
bot.command('menu', (ctx) => ctx.reply(readFileSync('menu'))) // !
const scene = new Scenes.BaseScene('order')
scene.enter((ctx) => { statSync('order') }) // !
new Scenes.WizardScene('pay', async (ctx) => { statSync('bill') }) // !
const composer = new Composer()
composer.use((ctx, next) => { statSync('a'); return next() }) // !`,
    ],
    [
      'grammY',
      `import { Bot, Composer } from 'grammy'
const bot = new Bot('token')
bot.command('menu', (ctx) => ctx.reply(readFileSync('menu'))) // !
bot.on('message:photo', (ctx) => { statSync('photo') }) // !
bot.catch(() => { statSync('log') }) // !
new Composer().callbackQuery('pay', (ctx) => { statSync('bill') }) // !
bot.start({ onStart: () => { statSync('started') } })`,
    ],
    [
      'the Model Context Protocol',
      `import { McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js'
import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema } from '@modelcontextprotocol/sdk/types.js'
const server = new McpServer({ name: 'menus', version: '1' })
server.registerTool('find', { description: readFileSync('text') }, async ({ path }) => readFileSync(path)) // !
server.tool('list', async () => readFileSync('menus')) // !
server.resource('menu', new ResourceTemplate('menu://{id}', { list: () => statSync('menus') }), // !
  async (uri) => readFileSync(uri.pathname)) // !
server.server.setRequestHandler(CallToolRequestSchema, async () => readFileSync('a')) // !
new Server({}).setRequestHandler(CallToolRequestSchema, async () => readFileSync('b')) // !`,
    ],
    [
      'the Model Context Protocol, version 2',
      `import { McpServer } from '@modelcontextprotocol/server'
new McpServer({ name: 'menus', version: '2' }).registerTool('find', {}, async ({ path }) => readFileSync(path)) // !`,
    ],
    [
      'nothing that only sounds like one',
      `import { Server } from './io'
new Server(3000).on('connection', (socket) => socket.on('upload', () => readFileSync('a')))
bot.command('menu', () => readFileSync('menu'))
server.registerTool('find', {}, async () => readFileSync('a'))`,
    ],
  ])('%s', (_, code) => expectMarked({ 'src/server.ts': `${fs}\n${code}` }))

  it('each has the name that a person gives it', () => {
    const names = entriesOf({
      'src/server.ts': `${fs}
import { Server } from 'socket.io'
import { Client, Events } from 'discord.js'
import { Bot } from 'grammy'
import { App } from '@slack/bolt'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
new Server().on('connection', (socket) => { socket.on('upload', () => readFileSync('a')); statSync('b') })
new Client().on(Events.MessageCreate, () => readFileSync('a'))
new Bot('').command('menu', () => readFileSync('a'))
new App({}).command('/menu', () => readFileSync('a'))
new McpServer({}).tool('find', () => readFileSync('a'))`,
    })
    expect(names).toEqual([
      'Discord event "MessageCreate"',
      'Slack command "/menu"',
      'command "menu"',
      'socket event "upload"',
      'socket.io event "connection"',
      'tool "find"',
    ])
  })
})
