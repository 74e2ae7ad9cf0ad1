import { describe } from 'vitest'
import { testMarkedLines } from './marked-lines.js'

const rule = 'no-blocking-call'

describe('node:http', () => {
  testMarkedLines(rule, [
    {
      title: 'createServer with options and a named handler',
      code: `
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
createServer({ key: readFileSync('key.pem') }, serve).listen(443)
function serve(request, response) {
  response.end(readFileSync('a')) // !
}`,
    },
    {
      title: 'request and upgrade listeners, but not listening and close',
      code: `
import fs from 'node:fs'
import http from 'node:http'
const server = http.createServer()
server.on('request', (request, response) => response.end(fs.readFileSync('a'))) // !
server.on('upgrade', (request, socket) => socket.end(fs.readFileSync('a'))) // !
server.on('listening', () => fs.writeFileSync('server.pid', ''))
server.on('close', () => fs.unlinkSync('server.pid'))
server.listen(80, () => fs.writeFileSync('ready', ''))`,
    },
    {
      title: 'a handler made by a class',
      code: `
import fs from 'node:fs'
import http from 'node:http'
class Server {
  constructor() {
    this.pages = fs.readdirSync('pages')
    this.http = http.createServer(this.handle.bind(this))
    this.http.on('checkContinue', (request, response) => this.handle(request, response))
  }
  handle(request, response) {
    response.end(this.page(request.url))
  }
  page(url) {
    return fs.readFileSync(url) // !
  }
}
new Server()`,
    },
  ])
})

describe('Express', () => {
  testMarkedLines(rule, [
    {
      title: 'middleware, lists of handlers, error handlers and parameters',
      code: `
const express = require('express')
const fs = require('fs')
const app = express()
app.use((req, res, next) => { fs.statSync('a'); next() }) // !
app.use('/admin', [check, [audit]])
app.post('/a', check, (req, res) => res.send(fs.readFileSync('a'))) // !
app.use((error, req, res, next) => fs.appendFileSync('log', String(error))) // !
app.param('id', (req, res, next, id) => { fs.existsSync(id); next() }) // !
function check(req, res, next) { fs.accessSync('a'); next() } // !
function audit(req, res, next) { fs.appendFileSync('log', req.url); next() } // !
app.get('view engine')`,
    },
    {
      title: 'routers and chained routes',
      code: `
import { Router } from 'express'
import { statSync } from 'node:fs'
export const router = Router()
router.route('/a').get(show).post((req, res) => statSync('a')) // !
router.get('/b', show).all('/c', (req, res) => statSync('c')) // !
function show(req, res) { statSync('b') } // !`,
    },
    {
      title: 'methods of an object literal that reach each other by this',
      code: `
const express = require('express')
const fs = require('fs')
const menus = {
  show(req, res) { res.send(this.read()) },
  read() { return fs.readFileSync('menu') }, // !
  list: function () { return fs.readdirSync('menus') },
  draft: () => fs.readFileSync('draft'),
}
express().get('/menu', (req, res) => menus.show(req, res))`,
    },
    {
      title: 'a listener of an event called as what every object has',
      code: `
const http = require('http')
const fs = require('fs')
http.createServer().on('constructor', () => fs.statSync('a')) // !`,
    },
    {
      title: 'handlers inside of a wrapper of the project',
      code: `
const express = require('express')
const fs = require('fs')
const wrap = (handler) => (req, res, next) => Promise.resolve(handler(req, res)).catch(next)
const once = (make) => { const made = make(); return (req, res) => res.send(made) }
const app = express()
app.get('/a', wrap(async (req, res) => res.send(fs.readFileSync('a')))) // !
app.get('/b', once(() => fs.readFileSync('b')))`,
    },
    {
      title: 'handlers inside of a wrapper that is not known',
      code: `
import asyncHandler from 'express-async-handler'
import express from 'express'
import fs from 'node:fs'
import { guard } from './guard.js'
const app = express()
app.get('/a', asyncHandler(async (req, res) => res.send(fs.readFileSync('a')))) // !
app.get('/b', guard('admin', (req, res) => res.send(fs.readFileSync('b')))) // !`,
    },
    {
      title: 'handlers of another file, by what they do with their parameters',
      code: `
import fs from 'node:fs'
export function show(req, res) {
  res.json(fs.readdirSync(req.params.dir)) // !
}
export const remove = async (req, res, next) => {
  fs.rmSync(req.body.path) // !
  res.sendStatus(204)
}
export function page(req, res) {
  res.send(fs.readFileSync('page')) // !
}
export function draw(req, res) {
  return fs.readFileSync(req, res)
}
export const order = (req) => fs.readFileSync(req.body)`,
    },
    {
      title: 'an API that is imported from a subpath of its package',
      code: `
import express from 'express'
import { writeJson, writeJsonSync } from 'fs-extra/esm'
express().put('/menu', async (req, res) => {
  await writeJson('menu', req.body)
  writeJsonSync('menu', req.body) // !
})`,
    },
    {
      title: 'routes for web sockets, with express-ws',
      code: `
const express = require('express')
const fs = require('fs')
const app = express()
require('express-ws')(app)
app.ws('/orders', fs.readFileSync('orders'), (socket, request) => {
  socket.send(fs.readFileSync('order')) // !
  socket.on('message', (order) => fs.appendFileSync('orders', order)) // !
})
const router = express.Router()
router.ws('/tables', guard, (socket) => socket.send(fs.readdirSync('tables'))) // !
function guard(socket, request, next) { next(fs.statSync(request.url)) } // !`,
    },
    {
      title: 'events of its own on an application, but not when it is mounted',
      code: `
import express from 'express'
import fs from 'node:fs'
const app = express()
app.on('mount', () => fs.readFileSync('menu'))
app.on('ready', () => fs.readFileSync('menu'))
app.on('menuChanged', ({ name }) => fs.writeFileSync('menu', name)) // !`,
    },
    {
      title: 'handlers of another file, by types',
      typescript: true,
      file: 'src/menu.ts',
      code: `
import type { Request as Incoming, RequestHandler, Response } from 'express'
import type express from 'express'
import fs from 'node:fs'
interface Authenticated extends Incoming { user: string }
export const list: RequestHandler = (_, answer) => { answer.send(fs.readdirSync('.')) } // !
export function show(a: Incoming, b: Response) { b.send(fs.readFileSync('a')) } // !
export const tag = (r: express.Request) => fs.statSync(r.url) // !
export function own(r: Authenticated) { return fs.readFileSync(r.user) } // !
export function guard(): RequestHandler {
  const rules = fs.readFileSync('rules')
  return (_req, _res, next) => { fs.statSync('rules'); next(rules) } // !
}
class Menu {
  constructor(private readonly app: express.Express) {
    app.get('/menu', this.show)
    this.app.get('/list', () => this.list())
  }
  show = async (req: Incoming, res: Response): Promise<void> => { res.send(fs.readFileSync('a')) } // !
  private list() { return fs.readdirSync('.') } // !
}
new Menu(undefined as never)`,
    },
  ])
})

describe('Koa', () => {
  testMarkedLines(rule, [
    {
      title: 'application, router and error listener',
      code: `
import Koa from 'koa'
import Router from '@koa/router'
import fs from 'node:fs'
const app = new Koa()
const router = new Router({ prefix: '/a' })
router.get('/b', async (ctx) => { ctx.body = fs.readFileSync('b') }) // !
router.param('id', (id, ctx, next) => { fs.statSync(id); return next() }) // !
app.use(async (ctx, next) => { fs.statSync('a'); await next() }).use(router.routes()) // !
app.on('error', (error, ctx) => fs.appendFileSync('log', String(error))) // !`,
    },
    {
      title: 'middleware of another file, by what it does with its context',
      code: `
import fs from 'node:fs'
export const show = async (ctx) => {
  ctx.body = fs.readFileSync(ctx.params.id) // !
}
export const paint = (ctx) => {
  ctx.fillRect(fs.readFileSync('a'))
}`,
    },
  ])
})

describe('Fastify', () => {
  testMarkedLines(rule, [
    {
      title: 'middleware of Express, and handlers of sockets by their type',
      typescript: true,
      code: `
import fastify from 'fastify'
import type { WebsocketHandler } from '@fastify/websocket'
import fs from 'node:fs'
const app = fastify()
await app.register(import('@fastify/middie'))
app.use('/menu', (req, res, next) => { fs.statSync('a'); next() }) // !
export const chat: WebsocketHandler = () => { fs.statSync('b') } // !`,
    },
    {
      title: 'routes, options, hooks and error handlers',
      code: `
import Fastify from 'fastify'
import fs from 'node:fs'
const fastify = Fastify({ https: { key: fs.readFileSync('key') } })
fastify.get('/a', async (request, reply) => fs.readFileSync('a')) // !
fastify.post('/b', { preHandler: [async () => { fs.statSync('b') }] }, async () => 1) // !
fastify.route({ method: 'GET', url: '/c', handler: async () => fs.readFileSync('c') }) // !
fastify.addHook('onRequest', async () => { fs.statSync('d') }) // !
fastify.addHook('onClose', async () => { fs.rmSync('tmp') })
fastify.addHook('onReady', async () => { fs.mkdirSync('tmp') })
fastify.setErrorHandler((error, request, reply) => { fs.appendFileSync('log', String(error)) }) // !
fastify.listen({ port: 80 }, () => fs.writeFileSync('server.pid', ''))`,
    },
    {
      title: 'plugins are start-up, what they register is not',
      code: `
import Fastify from 'fastify'
import fp from 'fastify-plugin'
import fs from 'node:fs'
const fastify = Fastify()
fastify.register(async (instance, options) => {
  const page = fs.readFileSync('page')
  instance.get('/a', () => fs.readFileSync('a') + page) // !
})
export default fp(async (instance) => {
  fs.mkdirSync('tmp')
  instance.addHook('preHandler', async () => { fs.statSync('tmp') }) // !
})`,
    },
    {
      title: 'plugins of another file, by what they do with their instance',
      code: `
const fs = require('fs')
module.exports = async function (fastify, options) {
  const page = fs.readFileSync('page')
  fastify.get('/a', { schema }, async () => page + fs.readFileSync('a')) // !
  fastify.register(async (inner) => { inner.get('/b', () => fs.readFileSync('b')) }) // !
}
exports.other = (fastify) => fastify.readFileSync('c', () => fs.readFileSync('c'))`,
    },
    {
      title: 'plugins of another file, by type',
      typescript: true,
      file: 'src/plugin.ts',
      code: `
import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify'
import fs from 'node:fs'
export const plugin: FastifyPluginAsync = async (app) => {
  fs.mkdirSync('tmp')
  app.get('/a', async () => fs.readFileSync('a')) // !
}
export function routes(app: FastifyInstance) {
  const page = fs.readFileSync('page')
  app.get('/b', async () => [page, fs.readFileSync('b')]) // !
}
export const tenantOf = (request: FastifyRequest) => fs.readFileSync(request.hostname) // !`,
    },
  ])
})

describe('listeners and timers', () => {
  testMarkedLines(rule, [
    {
      title: 'listeners of emitters and sockets',
      code: `
import { EventEmitter } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
const bus = new EventEmitter()
bus.on('order', () => fs.appendFileSync('orders', 'x')) // !
net.createServer((socket) => {
  fs.statSync('a') // !
  socket.on('data', (data) => fs.appendFileSync('data', data)) // !
})`,
    },
    {
      title: 'intervals, and what handlers put off',
      code: `
import fs from 'node:fs'
import express from 'express'
setInterval(() => fs.rmSync('tmp'), 60_000) // !
setTimeout(() => fs.mkdirSync('tmp'), 0)
express().get('/', (req, res) => {
  setTimeout(() => fs.statSync('a'), 10) // !
  setImmediate(function () { fs.statSync('b') }) // !
  process.nextTick(() => fs.statSync('c')) // !
  queueMicrotask(() => fs.statSync('d')) // !
  Promise.resolve().then(() => fs.statSync('e')) // !
  new Promise((resolve) => resolve(fs.statSync('f'))) // !
  res.on('finish', () => fs.statSync('g')) // !
})`,
    },
    {
      title: 'code of a worker thread',
      code: `
import fs from 'node:fs'
import { parentPort } from 'node:worker_threads'
parentPort.on('message', (path) => parentPort.postMessage(fs.readFileSync(path)))`,
    },
  ])
})

describe('helpers of the same file', () => {
  testMarkedLines(rule, [
    {
      title: 'code that runs without being called by name',
      code: `
import fs from 'node:fs'
import express from 'express'
class Base { constructor() { this.a = fs.statSync('a') } } // !
class Page extends Base { b = fs.statSync('b') } // !
class Lazy { get text() { return fs.readFileSync('c') } } // !
const table = { get size() { return fs.statSync('d').size } } // !
const html = (strings) => fs.readFileSync(strings[0]) // !
function* lines() { yield fs.readFileSync('e') } // !
function send(body = fs.readFileSync('f')) { return body } // !
class Unused { constructor() { fs.statSync('g') } }
express().get('/', (req, res) => {
  new Page()
  res.send([new Lazy().text, table.size, html\`page\`, send()])
  for (const line of lines()) res.write(line)
})`,
    },
    {
      title: 'callbacks, tables of functions and services',
      code: `
import fs from 'node:fs'
import express from 'express'
const actions = { list: () => fs.readdirSync('.'), [Symbol.iterator]: null, show } // !
function show() { return fs.readFileSync('a') } // !
function each(items, visit) { for (const item of items) visit(item) }
class Store {
  static open() { return new Store() }
  load(id) { return this.#read(id) }
  #read(id) { return fs.readFileSync(id) } // !
  save(id) { fs.writeFileSync(id, '') }
}
const store = Store.open()
function Legacy() { this.dir = '.' }
Legacy.prototype.list = function () { return this.readAll() }
Legacy.prototype.readAll = function () { return fs.readdirSync(this.dir) } // !
express().get('/', (req, res) => {
  actions[req.query.action]()
  each(req.body, (item) => fs.statSync(item)) // !
  store.load(req.params.id)
  new Legacy().list()
})`,
    },
    {
      title: 'recursion and functions with treacherous names',
      code: `
import fs from 'node:fs'
import express from 'express'
const tools = { constructor() { fs.statSync('a') }, toString() { return fs.readFileSync('b') } } // !
function walk(dir) { return fs.readdirSync(dir).map((entry) => walk(entry)) } // !
express().get('/', (req, res) => { tools.constructor(); walk('.') })
express().get('/', (req, res) => res.send({}.constructor()))`.replace(
        `toString() { return fs.readFileSync('b') } } // !`,
        `} // !`,
      ),
    },
  ])
})

describe('strict reports what only may be serving', () => {
  const code = `
import fs from 'node:fs'
export async function load(path) {
  return parse(path) MARK
}
function parse(path) { return fs.readFileSync(path) } // MARKED
async function warmUp() { return fs.readFileSync('a') }
await warmUp()
async function neverUsed() { return fs.readFileSync('b') }
export function plain() { return fs.readFileSync('c') }`.replace(' MARK', '')
  testMarkedLines(rule, [
    {
      title: 'async functions that escape and have no caller',
      options: { confidence: 'likely' },
      code: code.replace('MARKED', '!'),
    },
    { title: 'and recommended does not', code: code.replace(' // MARKED', '') },
  ])
})

describe('options', () => {
  const code = (marks: readonly string[]) => `
const fs = require('fs')
const { execSync } = require('child_process')
const { pbkdf2Sync } = require('crypto')
require('http').createServer((req, res) => {
  fs.existsSync('a')${marks[0] ?? ''}
  execSync('ls')${marks[1] ?? ''}
  pbkdf2Sync('a', 'b', 1, 1, 'sha1')${marks[2] ?? ''}
})`
  testMarkedLines(rule, [
    { title: 'kinds', options: { kinds: ['cpu'] }, code: code(['', '', ' // !']) },
    { title: 'minimumCost', options: { minimumCost: 'high' }, code: code(['', ' // !', ' // !']) },
    {
      title: 'allow, by API and by module',
      options: { allow: ['fs.existsSync', 'node:crypto.*'] },
      code: code(['', ' // !', '']),
    },
  ])
})
