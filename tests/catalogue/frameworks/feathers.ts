import type { HandlerTable } from './handler-table.js'

export const feathers: HandlerTable = {
  '@feathersjs/feathers': `
import build, { feathers, FeathersService, AroundHookFunction, HookFunction, HookContext, NextFunction, ServiceInterface, ServiceMethods } from '@feathersjs/feathers'
const application = feathers()
const feathersService = new FeathersService()

build().use({ find: $, get: $, create: $, update: $, patch: $, remove: $ }) // serving
feathers().use({ find: $, get: $, create: $, update: $, patch: $, remove: $ }) // serving
application.service().hooks({ before: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, after: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, error: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, around: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }) // context next
application
  .set()
  .use({ find: $, get: $, create: $, update: $, patch: $, remove: $ }) // serving
  .use('menu', { find: $, get: $, create: $, update: $, patch: $, remove: $ }) // serving
  .use('menu', 'menu', { find: $, get: $, create: $, update: $, patch: $, remove: $ }) // serving
  .use('menu', 'menu', 'menu', { find: $, get: $, create: $, update: $, patch: $, remove: $ }) // serving
  .use('menu', { setup: $, teardown: $ }) // startup
  .hooks({ before: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, after: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, error: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, around: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }) // context next
  .hooks($) // context next
  .hooks({ setup: $, teardown: $ }) // startup
  .configure($) // startup
  .use({ find: $, get: $, create: $, update: $, patch: $, remove: $ }) // serving
application.listen($) // startup
application.configure((passed) => { passed.hooks($) }) // context next
feathersService
  .hooks({ before: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, after: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, error: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, around: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }) // context next
  .hooks($) // context next
  .hooks({ setup: $, teardown: $ }) // startup
  .{on once}('menu', $) // data context
  .hooks({ before: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, after: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, error: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, around: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }) // context next
export const asAroundHookFunction: AroundHookFunction = $ // context next
export const asHookFunction: HookFunction = $ // context
export const ofHookContext = $<HookContext> // context
export const ofNextFunction = $<NextFunction> // next
export class OwnServiceInterface extends ServiceInterface {
  find$$ // serving
  get$$ // serving
  create$$ // serving
  update$$ // serving
  patch$$ // serving
  remove$$ // serving
  setup$$ // startup
  teardown$$ // startup
}
export class OwnServiceMethods extends ServiceMethods {
  find$$ // serving
  get$$ // serving
  create$$ // serving
  update$$ // serving
  patch$$ // serving
  remove$$ // serving
  setup$$ // startup
  teardown$$ // startup
}`,
  '@feathersjs/express': `
import express, { Router } from '@feathersjs/express'
const application = express()

express().use({ find: $, get: $, create: $, update: $, patch: $, remove: $ }) // serving
application.service().hooks({ before: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, after: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, error: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, around: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }) // context next
Router().get('/menus', $, [$]) // request response next
export const byRouter = (typed: Router) => typed.get('/menus', $, [$]) // request response next
application
  .set()
  .use({ find: $, get: $, create: $, update: $, patch: $, remove: $ }) // serving
  .use('menu', { find: $, get: $, create: $, update: $, patch: $, remove: $ }) // serving
  .use('menu', 'menu', { find: $, get: $, create: $, update: $, patch: $, remove: $ }) // serving
  .use('menu', 'menu', 'menu', { find: $, get: $, create: $, update: $, patch: $, remove: $ }) // serving
  .use('menu', { setup: $, teardown: $ }) // startup
  .use($, [$]) // request response next
  .use($, [$]) // error request response next
  .hooks({ before: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, after: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, error: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, around: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }) // context next
  .hooks($) // context next
  .hooks({ setup: $, teardown: $ }) // startup
  .configure($) // startup
  .use({ find: $, get: $, create: $, update: $, patch: $, remove: $ }) // serving
application.listen($) // startup
application.configure((passed) => { passed.hooks($) }) // context next`,
  '@feathersjs/koa': `
import { koa } from '@feathersjs/koa'
const application = koa()

koa().use({ find: $, get: $, create: $, update: $, patch: $, remove: $ }) // serving
application.service().hooks({ before: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, after: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, error: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, around: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }) // context next
application
  .set()
  .use({ find: $, get: $, create: $, update: $, patch: $, remove: $ }) // serving
  .use('menu', { find: $, get: $, create: $, update: $, patch: $, remove: $ }) // serving
  .use('menu', 'menu', { find: $, get: $, create: $, update: $, patch: $, remove: $ }) // serving
  .use('menu', 'menu', 'menu', { find: $, get: $, create: $, update: $, patch: $, remove: $ }) // serving
  .use('menu', { setup: $, teardown: $ }) // startup
  .use($, [$]) // context next
  .hooks({ before: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, after: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, error: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, around: { all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }, all: $, find: $, get: $, create: $, update: $, patch: $, remove: $ }) // context next
  .hooks($) // context next
  .hooks({ setup: $, teardown: $ }) // startup
  .configure($) // startup
  .use({ find: $, get: $, create: $, update: $, patch: $, remove: $ }) // serving
application.listen($) // startup
application.configure((passed) => { passed.hooks($) }) // context next`,
}
