import { describe, expect, it } from 'vitest'
import { testMarkedLines } from '../marked-lines.js'
import { entryNamesOf } from './entry-names-of.js'

const rule = 'no-blocking-call'

describe('hapi', () => {
  testMarkedLines(rule, [
    {
      title: 'routes, alone and in lists, with the handler in the options',
      code: `
const Hapi = require('@hapi/hapi')
const fs = require('fs')
const server = Hapi.server({ tls: { key: fs.readFileSync('key') } })
server.route({ method: 'GET', path: '/', handler: (request, h) => fs.readFileSync('a') }) // !
server.route([
  { method: 'GET', path: '/b', options: { handler: show } },
  {
    method: 'POST',
    path: '/c',
    config: {
      handler() { fs.writeFileSync('c', '') }, // !
      pre: [{ method: load, assign: 'menu' }, [audit]],
      ext: { onPreResponse: { method: () => fs.statSync('d') } }, // !
      validate: { failAction: (request, h, err) => { fs.appendFileSync('log', err.stack); throw err } }, // !
    },
  },
])
function show() { return fs.readFileSync('b') } // !
const load = () => fs.readFileSync('menu') // !
const audit = () => fs.appendFileSync('log', '') // !
server.start().then(() => fs.writeFileSync('ready', ''))`,
    },
    {
      title: 'extensions by their points',
      code: `
import { Server } from '@hapi/hapi'
import fs from 'node:fs'
const server = new Server()
server.ext('onRequest', (request, h) => { fs.statSync('a'); return h.continue }) // !
server.ext({ type: 'onPreAuth', method: (request, h) => { fs.statSync('b'); return h.continue } }) // !
server.ext('onPreStart', () => fs.readdirSync('menus'))
server.ext({ type: 'onPostStop', method: () => fs.rmSync('pid') })
server.ext([{ type: 'onPreStart', method: () => fs.readdirSync('menus') }])`,
    },
    {
      title: 'plugins are start-up, what they register is not',
      code: `
import Hapi from '@hapi/hapi'
import fs from 'node:fs'
const menus = {
  name: 'menus',
  register: async (server) => {
    const page = fs.readFileSync('page')
    server.route({ method: 'GET', path: '/menus', handler: () => [page, fs.readFileSync('menus')] }) // !
  },
}
const orders = { name: 'orders', async register(own) { own.route({ path: '/orders', handler: save }) } }
function save() { fs.writeFileSync('orders', '') } // !
const server = Hapi.server()
await server.register([menus, { plugin: orders, options: {} }])`,
    },
    {
      title: 'schemes, strategies, methods, decorations and events',
      code: `
import Hapi from '@hapi/hapi'
import fs from 'node:fs'
const server = new Hapi.Server()
server.auth.scheme('key', () => {
  const keys = fs.readFileSync('keys')
  return { authenticate(request, h) { return [keys, fs.readFileSync('revoked')] } } // !
})
server.auth.strategy('session', 'key', { validate: async (request, session) => fs.readFileSync('users') }) // !
server.method('menu', () => fs.readFileSync('menu')) // !
server.method([{ name: 'price', method: () => fs.readFileSync('price') }]) // !
server.decorate('toolkit', 'page', () => fs.readFileSync('page')) // !
server.decorate('server', 'pages', () => fs.readdirSync('pages'))
server.events.on('response', (request) => fs.appendFileSync('log', request.path)) // !
server.events.on({ name: 'log' }, () => fs.appendFileSync('log', '')) // !
server.events.on('start', () => fs.writeFileSync('pid', ''))`,
    },
    {
      title: 'handlers of another file, by types and by looks',
      typescript: true,
      file: 'src/menus.ts',
      code: `
import type { Lifecycle, Request, ResponseToolkit } from '@hapi/hapi'
import fs from 'node:fs'
export const list: Lifecycle.Method = () => fs.readdirSync('menus') // !
export const show = (r: Request, toolkit: ResponseToolkit) => toolkit.response(fs.readFileSync(r.path)) // !
export const draw = async (request, h) => h.response(fs.readFileSync('menu')) // !
export const scale = (request, h) => fs.readFileSync(request, h)
export const box = (w, h) => h.response(fs.readFileSync(w))`,
    },
    {
      title: 'other things with a route',
      code: `
import fs from 'node:fs'
import { server } from './other-server.js'
server.route({ path: '/', handler: () => fs.readFileSync('a') })
const table = { route: (options) => options }
table.route({ handler: () => fs.readFileSync('b') })`,
    },
  ])

  it('names routes of lists one by one', () => {
    const code = `
import Hapi from '@hapi/hapi'
const server = Hapi.server()
server.route([
  { method: 'GET', path: '/menus', handler: () => {} },
  { method: 'post', path: '/menus', options: { handler: () => {}, pre: [() => {}] } },
  { method: '*', path: '/{rest*}', config: { handler: () => {} } },
])
server.ext({ type: 'onRequest', method: () => {} })`
    expect(entryNamesOf(code)).toEqual([
      'GET /menus',
      'POST /menus',
      'route handler',
      'ANY /{rest*}',
      'extension "onRequest"',
    ])
  })
})
