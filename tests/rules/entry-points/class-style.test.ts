import { describe, expect, it } from 'vitest'
import { dependingOn, entriesOf, expectMarked, type Files } from '../../analysis/marked-files.js'
import { testMarkedLines } from '../marked-lines.js'
import { entryNamesOf } from './entry-names-of.js'

const rule = 'no-blocking-call'
const typescript = true
const fs = `import fs from 'node:fs'`

describe('AdonisJS', () => {
  testMarkedLines(rule, [
    {
      title: 'routes, controllers and middleware',
      typescript,
      code: `
import router from '@adonisjs/core/services/router'
import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import type { MiddlewareFn, NextFn } from '@adonisjs/core/types/http'
import fs from 'node:fs'
class MenusController {
  index() { return fs.readdirSync('menus') } // !
  show() { return fs.readFileSync('menu') } // !
  draft() { return fs.readFileSync('draft') }
}
class Ping { handle() { return fs.readFileSync('ping') } } // !
class OrdersController { store() { fs.writeFileSync('order', '') } } // !
router.get('/', async () => fs.readFileSync('a')).use((ctx, next) => { fs.statSync('b'); return next() }) // !
router.get('/menus/:id', [MenusController, 'show'])
router.post('/menus', [MenusController, 'index']).as('menus')
router.get('/ping', [Ping])
router.group(() => {
  fs.readFileSync('routes')
  router.resource('orders', OrdersController).apiOnly()
}).prefix('/v1')
export default class Handler extends ExceptionHandler {
  async handle(error: Error) { fs.appendFileSync('log', error.message) } // !
}
export const guard: MiddlewareFn = (_, proceed) => { fs.accessSync('c'); return proceed() } // !
export class Audit { handle(c: HttpContext, next: NextFn) { fs.appendFileSync('log', c.request.url()); return next() } } // !
`.replace(
        "fs.readFileSync('a')).use((ctx, next) => { fs.statSync('b'); return next() }) // !",
        "fs.readFileSync('a')).use((ctx, next) => { // !\n  fs.statSync('b') // !\n  return next()\n})",
      ),
    },
  ])

  const files: Files = {
    'package.json': dependingOn('@adonisjs/core'),
    'start/routes.ts': `import router from '@adonisjs/core/services/router'
const MenusController = () => import('../app/menus')
router.get('/menus', [MenusController, 'index'])`,
    'app/menus.ts': `${fs}
export default class Menus {
  index() { return fs.readFileSync('menus') } // !
  other() { return fs.readFileSync('other') }
}`,
    'app/controllers/orders_controller.ts': `${fs}
export default class OrdersController {
  store() { return this.save() }
  private save() { fs.writeFileSync('order', '') } // !
}`,
    'app/middleware/audit_middleware.ts': `${fs}
export default class Audit {
  handle() { fs.appendFileSync('log', '') } // !
  static read() { return fs.readFileSync('log') }
}`,
    'app/services/menu.ts': `${fs}
export default class Menu { handle() { fs.appendFileSync('log', '') } }`,
  }

  it('finds controllers behind lazy imports and by their folder', () => {
    expectMarked(files)
    expect(entriesOf(files).map((name) => name.split(' (')[0])).toEqual([
      'GET /menus',
      'controller method save',
      'middleware',
    ])
  })

  it('takes the folders for nothing where the framework is not used', () => {
    expect(entriesOf({ ...files, 'package.json': dependingOn('express') }).length).toBe(1)
  })
})

describe('Feathers', () => {
  testMarkedLines(rule, [
    {
      title: 'services, hooks and middleware',
      code: `
import { feathers } from '@feathersjs/feathers'
import express from '@feathersjs/express'
import fs from 'node:fs'
class Menus {
  async find() { return fs.readdirSync('menus') } // !
  async get(id) { return this.read(id) }
  read(id) { return fs.readFileSync(id) } // !
  async setup() { fs.mkdirSync('menus') }
  count() { return fs.readdirSync('menus').length }
}
const app = express(feathers())
app.use((req, res, next) => { fs.statSync('a'); next() }) // !
app.use('menus', new Menus(), { methods: ['find', 'get'] })
app.use('orders', { async create(data) { fs.writeFileSync('order', data) } }) // !
app.configure((own) => own.hooks({ around: { all: [audit] }, setup: [() => fs.readFileSync('config')] }))
app.service('menus').hooks({
  before: { all: [], find: [(context) => fs.statSync('b')] }, // !
  error: { all: [(context) => fs.appendFileSync('log', '')] }, // !
})
app.service('menus').on('created', () => fs.statSync('c')) // !
async function audit(context, next) { fs.appendFileSync('log', ''); await next() } // !
app.listen(80).then(() => fs.writeFileSync('ready', ''))`,
    },
    {
      title: 'classes that say that they are services',
      typescript,
      code: `
import type { Params, ServiceInterface, ServiceMethods } from '@feathersjs/feathers'
import fs from 'node:fs'
export class Menus implements ServiceInterface {
  async find(params: Params) { return fs.readdirSync('menus') } // !
  async setup() { fs.mkdirSync('menus') }
}
interface Own { create(): Promise<void> }
export class Orders implements Own {
  async create() { fs.writeFileSync('order', '') }
}
export class Bills implements ServiceMethods {
  async create() { fs.writeFileSync('bill', '') } // !
}`,
    },
    {
      title: 'applications of Koa',
      code: `
import { feathers } from '@feathersjs/feathers'
import { koa } from '@feathersjs/koa'
import fs from 'node:fs'
const app = koa(feathers())
app.use(async (ctx, next) => { fs.statSync('a'); await next() }) // !
app.use('menus', { async find() { return fs.readdirSync('menus') } }) // !`,
    },
  ])
})

describe('LoopBack', () => {
  testMarkedLines(rule, [
    {
      title: 'controllers, sequences, middleware and observers of version 4',
      typescript,
      code: `
import { api, del, get, Middleware, MiddlewareSequence, operation, param, RestApplication, SequenceHandler } from '@loopback/rest'
import { type LifeCycleObserver, Interceptor } from '@loopback/core'
import fs from 'node:fs'
@api({ basePath: '/v1' })
export class MenusController {
  @get('/menus/{id}') show(@param.path.string('id') id: string) { return fs.readFileSync(id) } // !
  @del('/menus/{id}') async remove() { fs.rmSync('menu') } // !
  @operation('get', '/menus') list() { return fs.readdirSync('menus') } // !
  draft() { return fs.readFileSync('draft') }
}
export class Sequence implements SequenceHandler {
  async handle() { fs.appendFileSync('log', '') } // !
}
export class Other extends MiddlewareSequence {
  async handle() { fs.appendFileSync('log', '') } // !
}
export const audit: Middleware = async (context, next) => { fs.appendFileSync('log', ''); return next() } // !
export const timing: Interceptor = async (context, next) => { fs.statSync('times'); return next() } // !
export class Migrator implements LifeCycleObserver {
  async start() { fs.readdirSync('migrations') }
}
export class Application extends RestApplication {
  constructor() {
    super({ key: fs.readFileSync('key') })
    this.handler(() => { fs.statSync('a') }) // !
    this.middleware((context, next) => { fs.statSync('b'); return next() }) // !
  }
}`,
    },
  ])

  const files: Files = {
    'package.json': dependingOn('loopback'),
    'common/models/menu.js': `const fs = require('fs')
module.exports = function (Menu) {
  fs.readFileSync('model')
  Menu.print = function (id, done) { done(null, fs.readFileSync(id)) } // !
  Menu.draft = function (id, done) { done(null, fs.readFileSync(id)) }
  Menu.remoteMethod('print', { http: { path: '/print', verb: 'get' } })
  Menu.beforeRemote('print', (context, instance, next) => { fs.statSync('a'); next() }) // !
  Menu.observe('before save', async (context) => { fs.statSync('b') }) // !
}`,
    'server/boot/routes.js': `const fs = require('fs')
module.exports = (server) => {
  fs.readFileSync('routes')
  server.get('/', (q, s) => s.send(fs.readFileSync('a'))) // !
}`,
    'server/other.js': `const fs = require('fs')
module.exports = function (Menu) {
  Menu.observe('save', () => fs.statSync('a'))
  Menu.print = function () { return fs.readFileSync('menu') }
}`,
  }

  it('gives models and the application of version 3 to what files export', () => {
    expectMarked(files)
    expect(entriesOf(files).map((name) => name.split(' (')[0])).toEqual([
      'GET /',
      'operation hook "before save"',
      'remote hook "print"',
      'remote method "print"',
    ])
  })
})

describe('routing-controllers', () => {
  testMarkedLines(rule, [
    {
      title: 'controllers, middleware and interceptors',
      typescript,
      code: `
import { Controller, createExpressServer, createParamDecorator, Delete, type ExpressErrorMiddlewareInterface, type ExpressMiddlewareInterface, Get, Interceptor, JsonController, Method, Req, UseBefore } from 'routing-controllers'
import fs from 'node:fs'
@JsonController('/menus')
export class MenusController {
  @Get('/:id') show(@Req() request: unknown) { return fs.readFileSync('menu') } // !
  @Delete() @UseBefore((req, res, next) => { fs.statSync('a'); next() }) remove() { return null } // !
  @Method('search', '/x') search() { return fs.readdirSync('menus') } // !
  draft() { return fs.readFileSync('draft') }
}
export class Audit implements ExpressMiddlewareInterface {
  use(req: unknown, res: unknown, next: () => void) { fs.appendFileSync('log', ''); next() } // !
}
export class Errors implements ExpressErrorMiddlewareInterface {
  error(error: Error) { fs.appendFileSync('log', error.message) } // !
}
@Interceptor()
export class Names { intercept() { return fs.readFileSync('names') } } // !
export const User = () => createParamDecorator({ value: () => fs.readFileSync('user') }) // !
const app = createExpressServer({ controllers: [MenusController] })
app.use((req, res, next) => { fs.statSync('b'); next() }) // !
app.listen(80, () => fs.writeFileSync('ready', ''))`,
    },
  ])
})

describe('Moleculer', () => {
  testMarkedLines(rule, [
    {
      title: 'services, their methods and their life cycle',
      code: `
const { Service, ServiceBroker } = require('moleculer')
const fs = require('fs')
const broker = new ServiceBroker()
broker.createService({
  name: 'menus',
  actions: {
    list: () => fs.readdirSync('menus'), // !
    show: { params: {}, handler(ctx) { return this.read(ctx.params.id) } },
    price: { handler: price },
  },
  events: {
    'order.placed'(ctx) { this.save() },
  },
  methods: {
    read(id) { return fs.readFileSync(id) }, // !
    save() { this.write() },
    write() { fs.writeFileSync('menu', '') }, // !
    load() { return fs.readFileSync('menus') },
  },
  hooks: { before: { '*': () => fs.statSync('a') } }, // !
  created() { this.load() },
  async started() { fs.mkdirSync('menus') },
})
function price() { return fs.readFileSync('prices') } // !
class Orders extends Service {
  constructor(owner) {
    super(owner)
    this.parseServiceSchema({ name: 'orders', actions: { place: this.place } })
  }
  place() { fs.writeFileSync('order', '') } // !
}
broker.start().then(() => fs.writeFileSync('ready', ''))`,
    },
  ])
})

describe('Octokit webhooks and Probot', () => {
  testMarkedLines(rule, [
    {
      title: 'webhooks',
      code: `
import { createNodeMiddleware, Webhooks } from '@octokit/webhooks'
import fs from 'node:fs'
const webhooks = new Webhooks({ secret: fs.readFileSync('secret', 'utf8') })
webhooks.on('issues.opened', ({ payload }) => fs.appendFileSync('issues', payload.action)) // !
webhooks.onAny(() => fs.statSync('a')) // !
webhooks.onError((error) => fs.appendFileSync('log', error.message)) // !
createNodeMiddleware(webhooks)`,
    },
    {
      title: 'apps of Probot',
      code: `
import { Probot, run } from 'probot'
import fs from 'node:fs'
run((app) => {
  const labels = fs.readFileSync('labels')
  app.on(['issues.opened', 'issues.edited'], async (context) => { fs.appendFileSync('issues', labels) }) // !
})
new Probot().webhooks.onAny(() => fs.statSync('a')) // !`,
    },
  ])

  it('finds an app that its file exports', () => {
    const files: Files = {
      'package.json': dependingOn('probot'),
      'index.js': `${fs}
export default (app) => {
  const labels = fs.readFileSync('labels')
  app.on('issues.opened', async (context) => { fs.appendFileSync('issues', labels) }) // !
}`,
    }
    expectMarked(files)
    expect(entriesOf(files)[0]).toMatch(/^webhook "issues.opened"/)
  })
})

describe('Sails', () => {
  const files: Files = {
    'package.json': dependingOn('sails'),
    'api/controllers/menus/show.js': `const fs = require('fs')
module.exports = {
  friendlyName: 'Show',
  inputs: { id: { type: 'string' } },
  async fn({ id }) { return fs.readFileSync(id) }, // !
}`,
    'api/controllers/OrderController.js': `const fs = require('fs')
module.exports = { place(req, res) { return res.json(fs.readFileSync(req.body.path)) } } // !`,
    'api/policies/is-guest.js': `const fs = require('fs')
module.exports = async function (req, res, proceed) { fs.statSync('guests'); return proceed() } // !`,
    'api/helpers/read.js': `const fs = require('fs')
module.exports = { inputs: {}, fn: () => fs.readFileSync('a') }`,
    'config/bootstrap.js': `const fs = require('fs')
module.exports.bootstrap = async function () { fs.readFileSync('a') }`,
  }

  it('finds actions and policies by their folders', () => {
    expectMarked(files)
    expect(entriesOf(files).map((name) => name.split(' (')[0])).toEqual([
      'action OrderController.place',
      'action menus/show',
      'policy is-guest',
    ])
  })
})

it('names routes of classes below the path of the class', () => {
  const code = `
import { Controller, Get, Method } from 'routing-controllers'
import { api, get, operation } from '@loopback/rest'
@Controller('/menus/')
class A { @Get('/:id') a() {} @Method('search', 'all') b() {} @Get(/x/) c() {} }
@api({ basePath: '/v1' })
class B { @get('/menus') d() {} @operation('put', '/menus') e() {} }`
  expect(entryNamesOf(code)).toEqual([
    'GET /menus/:id',
    'SEARCH /menus/all',
    'A.c',
    'GET /v1/menus',
    'PUT /v1/menus',
  ])
})
