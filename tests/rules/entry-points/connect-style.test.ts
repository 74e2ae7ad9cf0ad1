import { describe, expect, it } from 'vitest'
import { lint, testMarkedLines } from '../marked-lines.js'
import { entryNamesOf } from './entry-names-of.js'

const rule = 'no-blocking-call'

describe('connect', () => {
  testMarkedLines(rule, [
    {
      title: 'middleware, error handlers and what is start-up',
      code: `
const connect = require('connect')
const fs = require('fs')
const app = connect()
app.use((req, res, next) => { fs.statSync('a'); next() }) // !
app.use('/menu', serve).use((error, req, res, next) => fs.appendFileSync('log', error.stack)) // !
function serve(req, res) { res.end(fs.readFileSync('menu')) } // !
app.listen(80, () => fs.writeFileSync('ready', ''))
new Map().use?.((req, res) => fs.statSync('b'))`,
    },
  ])
})

describe('restify', () => {
  testMarkedLines(rule, [
    {
      title: 'routes, chains of handlers, events',
      code: `
import restify from 'restify'
import fs from 'node:fs'
const server = restify.createServer({
  key: fs.readFileSync('key'),
  formatters: { 'text/csv': (req, res, body) => fs.readFileSync('head.csv') + body }, // !
})
server.pre((req, res, next) => { fs.statSync('a'); next() }) // !
server.use([check], (req, res, next) => { fs.statSync('b'); next() }) // !
server.get({ path: '/menu', name: 'menu' }, (req, res, next) => res.send(fs.readFileSync('menu'))) // !
server.del('/orders/:id', check, (req, res, next) => { fs.rmSync('order'); next() }) // !
server.on('after', (req, res) => fs.appendFileSync('log', req.url)) // !
server.on('close', () => fs.rmSync('pid'))
server.listen(80, () => fs.writeFileSync('pid', ''))
function check(req, res, next) { fs.accessSync('c'); next() } // !`,
    },
  ])
})

describe('Polka', () => {
  testMarkedLines(rule, [
    {
      title: 'routes, chained calls and options',
      code: `
const polka = require('polka')
const { readFileSync, writeFileSync } = require('fs')
polka({
  onError: (err, req, res) => res.end(readFileSync('error.html')), // !
  onNoMatch: (req, res) => res.end(readFileSync('404.html')), // !
})
  .use((req, res, next) => { readFileSync('a'); next() }) // !
  .get('/', (req, res) => res.end(readFileSync('index.html'))) // !
  .add('SEARCH', '/menu', (req, res) => res.end(readFileSync('menu'))) // !
  .listen(80, () => writeFileSync('ready', ''))`,
    },
  ])
})

describe('restana', () => {
  testMarkedLines(rule, [
    {
      title: 'routes of services and their routers',
      code: `
const service = require('restana')({
  errorHandler: (err, req, res) => res.send(fs.readFileSync('error')), // !
  defaultRoute: (req, res) => res.send(fs.readFileSync('404')), // !
})
const fs = require('fs')
const menus = service.newRouter()
menus.get('/', (req, res) => res.send(fs.readFileSync('menu'))) // !
service.use('/menus', menus).use((req, res, next) => { fs.statSync('a'); next() }) // !
service.start(80).then(() => fs.writeFileSync('ready', ''))`,
    },
  ])
})

describe('tinyhttp', () => {
  testMarkedLines(rule, [
    {
      title: 'routes and options',
      code: `
import { App } from '@tinyhttp/app'
import fs from 'node:fs'
const app = new App({
  noMatchHandler: (req, res) => res.send(fs.readFileSync('404')), // !
  onError: (err, req, res) => res.send(fs.readFileSync('500')), // !
})
app
  .use((req, res, next) => { fs.statSync('a'); next() }) // !
  .get('/', (req, res) => res.send(fs.readFileSync('a'))) // !
  .route('/menu').post((req, res) => fs.writeFileSync('menu', req.body)) // !
app.listen(80, () => fs.writeFileSync('ready', ''))`,
    },
  ])
})

describe('micro', () => {
  testMarkedLines(rule, [
    {
      title: 'what is served',
      code: `
import micro, { run, serve } from 'micro'
import http from 'node:http'
import fs from 'node:fs'
http.createServer(serve(async () => fs.readFileSync('a'))) // !
micro(async () => fs.readFileSync('b')).listen(80) // !
http.createServer((req, res) => run(req, res, () => fs.readFileSync('c'))) // !`,
    },
  ])
})

describe('uWebSockets.js', () => {
  testMarkedLines(rule, [
    {
      title: 'routes and sockets',
      code: `
import uWS from 'uWebSockets.js'
import fs from 'node:fs'
uWS.App()
  .get('/*', (res, req) => { res.end(fs.readFileSync('a')) }) // !
  .post('/b', (res) => { res.onData(() => fs.writeFileSync('b', '')) }) // !
  .ws('/*', {
    idleTimeout: fs.readFileSync('idle').length,
    upgrade: (res, req, context) => { fs.statSync('c') }, // !
    message: (ws, message) => { fs.statSync('d') }, // !
  })
  .listen(80, () => fs.writeFileSync('ready', ''))
uWS.SSLApp().any('/*', (res, req) => { fs.statSync('e') }) // !`,
    },
  ])

  it('gives the response first', () => {
    const code = `
import { App } from 'uWebSockets.js'
import { Worker } from 'node:worker_threads'
const worker = new Worker('./worker.js')
App().get('/', (a, b) => { worker.postMessage(a) })
App().get('/', (a, b) => { worker.postMessage(b) })`
    const found = lint('no-request-in-worker', { code }).map(({ message }) => message)
    expect(found).toEqual([expect.stringContaining('response'), expect.stringContaining('request')])
  })
})

describe('hyper-express', () => {
  testMarkedLines(rule, [
    {
      title: 'servers and routers',
      code: `
import HyperExpress, { Router } from 'hyper-express'
import fs from 'node:fs'
const server = new HyperExpress.Server({ key_file_name: 'key' })
const router = new Router()
router.get('/a', { middlewares: [audit] }, (request, response) => response.send(fs.readFileSync('a'))) // !
router.route('/b').post((request, response) => { fs.statSync('b') }) // !
router.ws('/chat', { idle_timeout: 60 }, (ws) => { fs.statSync('c') }) // !
server.use('/api', router)
server.set_error_handler((request, response, error) => fs.appendFileSync('log', error.stack)) // !
server.set_not_found_handler((request, response) => fs.statSync('d')) // !
server.listen(80, () => fs.writeFileSync('ready', ''))
function audit(request, response, next) { fs.appendFileSync('log', ''); next() } // !`,
    },
  ])
})

it('names routes as people do', () => {
  const code = `
import polka from 'polka'
import restify from 'restify'
import { App } from 'uWebSockets.js'
polka().add('search', '/menu', () => {}).get(\`/menu\`, () => {})
restify.createServer().del('/menu', () => {})
restify.createServer().opts('/menu', () => {})
App().any('/*', () => {}).ws('/chat', { open() {} })`
  expect(entryNamesOf(code)).toEqual([
    'SEARCH /menu',
    'GET /menu',
    'DELETE /menu',
    'OPTIONS /menu',
    'ANY /*',
    'socket "/chat"',
  ])
})
