import type { HandlerTable } from './handler-table.js'

export const koa: HandlerTable = {
  'koa': `
import koa, { Application, Middleware, BaseContext, Context, ExtendableContext, Next, ParameterizedContext, Request, Response } from 'koa'
const application = Application()

koa().use($) // context next
Application().use($) // context next
export const byApplication = (typed: Application) => typed.use($) // context next
application.listen().addListener('order', $) // request response
application
  .use($) // context next
  .{addListener on once prependListener prependOnceListener}('menu', $) // error context
  .use($) // context next
application.listen($) // startup
export const asMiddleware: Middleware = $ // context next
export const ofBaseContext = $<BaseContext> // context
export const ofContext = $<Context> // context
export const ofExtendableContext = $<ExtendableContext> // context
export const ofNext = $<Next> // next
export const ofParameterizedContext = $<ParameterizedContext> // context
export const ofRequest = $<Request> // request
export const ofResponse = $<Response> // response`,
  '@koa/router': `
import router, { Router, Middleware, RouterMiddleware, RouterContext } from '@koa/router'
const ownRouter = Router()

router().get('/menus', $, [$]) // context next
Router().get('/menus', $, [$]) // context next
export const byRouter = (typed: Router) => typed.get('/menus', $, [$]) // context next
ownRouter
  .prefix()
  .{acl bind checkout connect copy delete get head link lock m-search merge mkactivity mkcalendar mkcol move notify options patch post propfind proppatch purge put query rebind report search source subscribe trace unbind unlink unlock unsubscribe all del}('/menus', $, [$]) // context next
  .use($, [$]) // context next
  .param('menu', $) // data context next
  .get('/menus', $, [$]) // context next
ownRouter.register('/menus', 'menu', $, [$]) // context next
export const asMiddleware: Middleware = $ // context next
export const asRouterMiddleware: RouterMiddleware = $ // context next
export const ofRouterContext = $<RouterContext> // context`,
}
