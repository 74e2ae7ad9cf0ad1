import { describe, expect, it } from 'vitest'
import { dependingOn, expectMarked, reportedIn } from '../../analysis/marked-files.js'
import { testMarkedLines } from '../marked-lines.js'
import { entryNamesOf } from './entry-names-of.js'

const rule = 'no-blocking-call'

describe('Hono', () => {
  testMarkedLines(rule, [
    {
      title: 'chained routes, middleware and error handlers',
      code: `
import { Hono } from 'hono'
import { serve } from '@hono/node-server'
import fs from 'node:fs'
const menus = new Hono().get('/', (c) => c.text(fs.readFileSync('menu', 'utf8'))) // !
const app = new Hono()
  .use('*', async (c, next) => { fs.statSync('a'); await next() }) // !
  .post('/orders', check, async (c) => c.json(fs.readFileSync('order'))) // !
  .on(['PUT', 'PATCH'], '/orders', (c) => c.json(fs.readFileSync('c'))) // !
  .get((c) => c.text(fs.readFileSync('d', 'utf8'))) // !
  .basePath('/v1')
  .route('/menus', menus)
  .notFound((c) => c.html(fs.readFileSync('404', 'utf8'))) // !
  .onError((error, c) => { fs.appendFileSync('log', error.stack); return c.text('') }) // !
async function check(c, next) { fs.accessSync('b'); await next() } // !
serve({ fetch: app.fetch, port: 80 }, () => fs.writeFileSync('ready', ''))
serve({ fetch: () => new Response(fs.readFileSync('e')) }) // !`,
    },
    {
      title: 'factories, OpenAPI routes and sockets',
      code: `
import { OpenAPIHono, createRoute } from '@hono/zod-openapi'
import { createFactory, createMiddleware } from 'hono/factory'
import { createNodeWebSocket } from '@hono/node-ws'
import { upgradeWebSocket } from '@hono/node-server'
import fs from 'node:fs'
const audit = createMiddleware(async (c, next) => { fs.statSync('a'); await next() }) // !
const factory = createFactory()
const handlers = factory.createHandlers(async (c) => c.json(fs.readFileSync('b'))) // !
const made = factory.createApp()
made.get('/', audit, ...handlers)
made.get('/made', (c) => c.json(fs.readFileSync('c'))) // !
const app = new OpenAPIHono({ defaultHook: (result) => fs.appendFileSync('log', result.error) }) // !
app.openapi(createRoute({ method: 'get', path: '/menus' }), (c) => c.json(fs.readFileSync('d'))) // !
const sockets = createNodeWebSocket({ app })
app.get('/chat', sockets.upgradeWebSocket(() => ({ onMessage(event) { fs.statSync('e') } }))) // !
app.get('/news', upgradeWebSocket((c) => { fs.statSync('f'); return {} })) // !`,
    },
    {
      title: 'handlers of another file',
      typescript: true,
      file: 'src/menus.ts',
      code: `
import type { Context, Handler } from 'hono'
import fs from 'node:fs'
export const list: Handler = () => fs.readdirSync('menus') // !
export const show = (context: Context) => context.json(fs.readFileSync('menu')) // !
export const draw = async (c) => c.json(fs.readFileSync(c.req.param('id'))) // !
export const note = (c) => fs.appendFileSync('comments', c.body)`,
    },
  ])

  it('names routes by their method and path', () => {
    const code = `
import { Hono } from 'hono'
import { OpenAPIHono, createRoute } from '@hono/zod-openapi'
const app = new Hono()
app.get('/menus/:id', () => {})
app.on('PURGE', '/cache', () => {})
new OpenAPIHono().openapi(createRoute({ method: 'delete', path: '/menus/{id}' }), () => {})`
    expect(entryNamesOf(code)).toEqual(['GET /menus/:id', 'PURGE /cache', 'DELETE /menus/{id}'])
  })
})

describe('Elysia', () => {
  testMarkedLines(rule, [
    {
      title: 'a chain of routes, hooks, groups, guards and plugins',
      code: `
import { Elysia } from 'elysia'
import fs from 'node:fs'
const plugin = (app) => {
  const page = fs.readFileSync('page')
  return app.get('/page', () => [page, fs.readFileSync('a')]) // !
}
new Elysia({ prefix: '/v1' })
  .state('menu', fs.readFileSync('menu'))
  .onStart(() => fs.writeFileSync('pid', ''))
  .onRequest(({ request }) => { fs.statSync(request.url) }) // !
  .derive({ as: 'global' }, () => ({ user: fs.readFileSync('user') })) // !
  .on('stop', () => fs.rmSync('pid'))
  .on('beforeHandle', () => fs.statSync('b')) // !
  .get('/', () => fs.readFileSync('c'), { beforeHandle: () => fs.statSync('d') }) // !
  .route('PURGE', '/cache', () => fs.rmSync('cache')) // !
  .use(plugin)
  .group('/menus', (app) => app.post('/', ({ body }) => fs.writeFileSync('menu', body))) // !
  .guard({ beforeHandle: [() => fs.statSync('e')] }, (app) => // !
    app.get('/f', () => fs.readFileSync('f'))) // !
  .ws('/chat', { message: (ws, message) => fs.appendFileSync('chat', message) }) // !
  .listen(80, () => fs.writeFileSync('ready', ''))
`.replace(
        ".get('/', () => fs.readFileSync('c'), { beforeHandle: () => fs.statSync('d') }) // !",
        ".get('/', () => fs.readFileSync('c'), { // !\n    beforeHandle: () => fs.statSync('d'), // !\n  })",
      ),
    },
  ])

  it('names routes by their method and path', () => {
    const code = `
import { Elysia } from 'elysia'
new Elysia().get('/menus', () => {}).route('PURGE', '/cache', () => {}).onError(() => {})`
    expect([...entryNamesOf(code)].sort()).toEqual(['GET /menus', 'PURGE /cache', 'hook "onError"'])
  })
})

describe('itty-router and feTS', () => {
  testMarkedLines(rule, [
    {
      title: 'routes',
      code: `
import { AutoRouter, Router } from 'itty-router'
import { createRouter } from 'fets'
import fs from 'node:fs'
const router = AutoRouter({ before: [() => fs.statSync('a')] }) // !
router
  .all('*', check)
  .get('/menus', () => fs.readFileSync('b')) // !
Router({ catch: (error) => fs.appendFileSync('log', error.stack) }).post('/', () => fs.statSync('c')) // !
function check(request) { fs.accessSync(request.url) } // !
createRouter()
  .route({ method: 'GET', path: '/d', handler: () => fs.readFileSync('d') }) // !
  .route({ method: 'GET', path: '/e', handler: (request) => fs.readFileSync('e') }) // !
`.replace(
        "Router({ catch: (error) => fs.appendFileSync('log', error.stack) }).post('/', () => fs.statSync('c')) // !",
        "const plain = Router({ catch: (error) => fs.appendFileSync('log', error.stack) }) // !\nplain.post('/', () => fs.statSync('c')) // !",
      ),
    },
  ])
})

describe('web fetch handlers', () => {
  testMarkedLines(rule, [
    {
      title: 'srvx, Bun and Deno',
      code: `
import { serve } from 'srvx'
import fs from 'node:fs'
serve({
  port: fs.readFileSync('port'),
  middleware: [(request, next) => { fs.statSync('a'); return next() }], // !
  fetch(request) { return new Response(fs.readFileSync('b')) }, // !
})
Bun.serve({
  routes: { '/c': () => new Response(fs.readFileSync('c')), '/d': { POST: save } }, // !
  fetch: () => new Response(fs.readFileSync('e')), // !
})
function save() { fs.writeFileSync('d', '') } // !
Deno.serve({ port: 80 }, () => new Response(fs.readFileSync('f'))) // !
serveMenu({ fetch: () => fs.readFileSync('g') })
function serveMenu(options) { return options }`,
    },
  ])
})

describe('a default export with a fetch method', () => {
  const worker = `import fs from 'node:fs'
export default {
  fetch(request) { return new Response(fs.readFileSync('menu')) }, // !
  other() { return fs.readFileSync('other') },
}`

  it('serves where the runtime or tool is used', () => {
    expectMarked({ 'package.json': dependingOn('wrangler'), 'src/worker.js': worker })
  })

  it('is any object elsewhere', () => {
    expect(reportedIn({ 'package.json': dependingOn('express'), 'src/worker.js': worker })).toEqual([])
  })
})

describe('ts-rest', () => {
  testMarkedLines(rule, [
    {
      title: 'routers of Express and Fastify',
      code: `
import { createExpressEndpoints, initServer } from '@ts-rest/express'
import { initServer as initFastify } from '@ts-rest/fastify'
import express from 'express'
import fs from 'node:fs'
import { contract } from './contract.js'
const s = initServer()
const place = s.route(contract.place, async ({ body }) => { fs.writeFileSync('a', body) }) // !
const router = s.router(contract, {
  place,
  list: async () => ({ body: fs.readFileSync('b') }), // !
  menus: { show: { middleware: [audit], handler: async () => fs.readFileSync('c') } }, // !
})
function audit(req, res, next) { fs.appendFileSync('log', req.url); next() } // !
createExpressEndpoints(contract, router, express(), { globalMiddleware: [() => fs.statSync('d')] }) // !
initFastify().router(contract, { list: async () => fs.readFileSync('e') }) // !
const other = { router: (rows, made) => made }
other.router(contract, { list: async () => fs.readFileSync('f') })`,
    },
    {
      title: 'controllers of NestJS',
      typescript: true,
      code: `
import { Controller } from '@nestjs/common'
import { TsRest, TsRestHandler, tsRestHandler } from '@ts-rest/nest'
import fs from 'node:fs'
import { contract } from './contract'
@Controller()
export class MenusController {
  @TsRest(contract.show) show() { return fs.readFileSync('a') } // !
  @TsRestHandler(contract.menus) async menus() {
    return tsRestHandler(contract.menus, {
      list: async () => ({ body: fs.readdirSync('menus') }), // !
    })
  }
}`,
    },
  ])
})
