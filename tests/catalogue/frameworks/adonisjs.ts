import type { HandlerTable } from './handler-table.js'

export const adonisjs: HandlerTable = {
  '@adonisjs/core/http': `
import { HttpContext, Request, Response, ExceptionHandler } from '@adonisjs/core/http'

export const ofHttpContext = $<HttpContext> // context
export const ofRequest = $<Request> // request
export const ofResponse = $<Response> // response
export class OwnExceptionHandler extends ExceptionHandler {
  handle$$ // error context
  report$$ // error context
}`,
  '@adonisjs/core/services/router': `
import router, { Route, Resource } from '@adonisjs/core/services/router'
const ownRoute = new Route()
const ownResource = new Resource()

router.any('/menus', [class { show = $ }, 'show']) // context
router.any('/menus', $) // context
router.delete('/menus', [class { show = $ }, 'show']) // context
router.delete('/menus', $) // context
router.get('/menus', [class { show = $ }, 'show']) // context
router.get('/menus', $) // context
router.patch('/menus', [class { show = $ }, 'show']) // context
router.patch('/menus', $) // context
router.post('/menus', [class { show = $ }, 'show']) // context
router.post('/menus', $) // context
router.put('/menus', [class { show = $ }, 'show']) // context
router.put('/menus', $) // context
router.route('/menus', 'get', [class { show = $ }, 'show']) // context
router.route('/menus', 'get', $) // context
router.resource('menu', { index: $, create: $, store: $, show: $, edit: $, update: $, destroy: $ }) // context
router.shallowResource('menu', { index: $, create: $, store: $, show: $, edit: $, update: $, destroy: $ }) // context
router.group($) // startup
router.any().use($, [$]) // context next
router.delete().use($, [$]) // context next
router.get().use($, [$]) // context next
router.patch().use($, [$]) // context next
router.post().use($, [$]) // context next
router.put().use($, [$]) // context next
router.route().use($, [$]) // context next
router.resource().use($, [$]) // context next
router.shallowResource().use($, [$]) // context next
router.group().use($, [$]) // context next
ownRoute
  .as().domain().prefix().where()
  .{use middleware}($, [$]) // context next
  .use($, [$]) // context next
ownResource
  .apiOnly().as().params().where()
  .{use middleware}($, [$]) // context next
  .use($, [$]) // context next`,
  '@adonisjs/core/types/http': `
import { MiddlewareFn, RouteFn, NextFn } from '@adonisjs/core/types/http'

export const asMiddlewareFn: MiddlewareFn = $ // context next
export const asRouteFn: RouteFn = $ // context
export const ofNextFn = $<NextFn> // next`,
}
