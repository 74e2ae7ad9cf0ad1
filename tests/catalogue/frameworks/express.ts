import type { HandlerTable } from './handler-table.js'

export const express: HandlerTable = {
  'express': `
import express, { Express, IRouter, Router, ErrorRequestHandler, Handler, RequestHandler, RequestParamHandler, NextFunction, Request, Response } from 'express'
const application = express()
const router = Router()
const route = application.route()

express().get('/menus', $, [$]) // request response next
export const byExpress = (typed: Express) => typed.get('/menus', $, [$]) // request response next
export const byIRouter = (typed: IRouter) => typed.get('/menus', $, [$]) // request response next
Router().get('/menus', $, [$]) // request response next
export const byRouter = (typed: Router) => typed.get('/menus', $, [$]) // request response next
application.route().get($, [$]) // request response next
router.route().get($, [$]) // request response next
application.listen().addListener('order', $) // request response
application
  .disable().enable().set()
  .{acl bind checkout connect copy delete get head link lock m-search merge mkactivity mkcalendar mkcol move notify options patch post propfind proppatch purge put query rebind report search source subscribe trace unbind unlink unlock unsubscribe all del}('/menus', $, [$]) // request response next
  .{acl bind checkout connect copy delete get head link lock m-search merge mkactivity mkcalendar mkcol move notify options patch post propfind proppatch purge put query rebind report search source subscribe trace unbind unlink unlock unsubscribe all del}('/menus', $, [$]) // error request response next
  .use($, [$]) // request response next
  .use($, [$]) // error request response next
  .param('menu', $) // request response next data other
  .ws('/menus', $, [$]) // socket request next
  .{addListener on once prependListener prependOnceListener}('order', $) // serving
  .addListener('{mount beforeExit close connect connected disconnect disconnected error exit listening newListener online open ready removeListener shutdown}', $) // startup
  .engine('menu', $) // data data next
  .get('/menus', $, [$]) // request response next
application.listen($) // startup
router
  .{acl bind checkout connect copy delete get head link lock m-search merge mkactivity mkcalendar mkcol move notify options patch post propfind proppatch purge put query rebind report search source subscribe trace unbind unlink unlock unsubscribe all}('/menus', $, [$]) // request response next
  .{acl bind checkout connect copy delete get head link lock m-search merge mkactivity mkcalendar mkcol move notify options patch post propfind proppatch purge put query rebind report search source subscribe trace unbind unlink unlock unsubscribe all}('/menus', $, [$]) // error request response next
  .use($, [$]) // request response next
  .use($, [$]) // error request response next
  .param('menu', $) // request response next data other
  .ws('/menus', $, [$]) // socket request next
  .get('/menus', $, [$]) // request response next
route
  .{acl bind checkout connect copy delete get head link lock m-search merge mkactivity mkcalendar mkcol move notify options patch post propfind proppatch purge put query rebind report search source subscribe trace unbind unlink unlock unsubscribe all}($, [$]) // request response next
  .{acl bind checkout connect copy delete get head link lock m-search merge mkactivity mkcalendar mkcol move notify options patch post propfind proppatch purge put query rebind report search source subscribe trace unbind unlink unlock unsubscribe all}($, [$]) // error request response next
  .get($, [$]) // request response next
export const asErrorRequestHandler: ErrorRequestHandler = $ // error request response next
export const asHandler: Handler = $ // request response next
export const asRequestHandler: RequestHandler = $ // request response next
export const asRequestParamHandler: RequestParamHandler = $ // request response next data other
export const ofNextFunction = $<NextFunction> // next
export const ofRequest = $<Request> // request
export const ofResponse = $<Response> // response`,
  'express-serve-static-core': `
import { Application, Express, IRouter, Router, ErrorRequestHandler, Handler, RequestHandler, RequestParamHandler, NextFunction, Request, Response } from 'express-serve-static-core'

export const byApplication = (typed: Application) => typed.get('/menus', $, [$]) // request response next
export const byExpress = (typed: Express) => typed.get('/menus', $, [$]) // request response next
export const byIRouter = (typed: IRouter) => typed.get('/menus', $, [$]) // request response next
export const byRouter = (typed: Router) => typed.get('/menus', $, [$]) // request response next
export const asErrorRequestHandler: ErrorRequestHandler = $ // error request response next
export const asHandler: Handler = $ // request response next
export const asRequestHandler: RequestHandler = $ // request response next
export const asRequestParamHandler: RequestParamHandler = $ // request response next data other
export const ofNextFunction = $<NextFunction> // next
export const ofRequest = $<Request> // request
export const ofResponse = $<Response> // response`,
  'express-async-handler': `
import expressasynchandler from 'express-async-handler'

expressasynchandler($) // request response next
expressasynchandler($) // error request response next`,
  'router': `
import router, { Router } from 'router'
const ownRouter = Router()
const route = ownRouter.route()

router().get('/menus', $, [$]) // request response next
Router().get('/menus', $, [$]) // request response next
export const byRouter = (typed: Router) => typed.get('/menus', $, [$]) // request response next
ownRouter.route().get($, [$]) // request response next
ownRouter
  .{acl bind checkout connect copy delete get head link lock m-search merge mkactivity mkcalendar mkcol move notify options patch post propfind proppatch purge put query rebind report search source subscribe trace unbind unlink unlock unsubscribe all}('/menus', $, [$]) // request response next
  .{acl bind checkout connect copy delete get head link lock m-search merge mkactivity mkcalendar mkcol move notify options patch post propfind proppatch purge put query rebind report search source subscribe trace unbind unlink unlock unsubscribe all}('/menus', $, [$]) // error request response next
  .use($, [$]) // request response next
  .use($, [$]) // error request response next
  .param('menu', $) // request response next data other
  .ws('/menus', $, [$]) // socket request next
  .get('/menus', $, [$]) // request response next
route
  .{acl bind checkout connect copy delete get head link lock m-search merge mkactivity mkcalendar mkcol move notify options patch post propfind proppatch purge put query rebind report search source subscribe trace unbind unlink unlock unsubscribe all}($, [$]) // request response next
  .{acl bind checkout connect copy delete get head link lock m-search merge mkactivity mkcalendar mkcol move notify options patch post propfind proppatch purge put query rebind report search source subscribe trace unbind unlink unlock unsubscribe all}($, [$]) // error request response next
  .get($, [$]) // request response next`,
}
