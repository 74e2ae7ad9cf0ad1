import type { HandlerTable } from './handler-table.js'

export const tinyhttp: HandlerTable = {
  '@tinyhttp/app': `
import { App, AsyncHandler, ErrorHandler, Handler, SyncHandler, NextFunction, Request, Response } from '@tinyhttp/app'
const app = new App()

App({ noMatchHandler: $, applyExtensions: $ }) // request response next
App({ onError: $ }) // error request response next
app.route().get('/menus', $, [$]) // request response next
app.listen().addListener('order', $) // request response
app
  .engine().set().enable().disable()
  .{acl bind checkout connect copy delete get head link lock m-search merge mkactivity mkcalendar mkcol move notify options patch post propfind proppatch purge put rebind report search source subscribe trace unbind unlink unlock unsubscribe all msearch}('/menus', $, [$]) // request response next
  .use($, [$]) // request response next
  .get('/menus', $, [$]) // request response next
app.listen($) // startup
export const asAsyncHandler: AsyncHandler = $ // request response next
export const asErrorHandler: ErrorHandler = $ // error request response next
export const asHandler: Handler = $ // request response next
export const asSyncHandler: SyncHandler = $ // request response next
export const ofNextFunction = $<NextFunction> // next
export const ofRequest = $<Request> // request
export const ofResponse = $<Response> // response`,
}
