import type { HandlerTable } from './handler-table.js'

export const uwebsockets: HandlerTable = {
  'hyper-express': `
import { express, Server, Router, MiddlewareHandler, UserRouteHandler, WSRouteHandler, MiddlewareNext, Request, Response, Websocket } from 'hyper-express'
const server = new Server()
const router = new Router()

express().any($, [$]) // request response next
server
  .route()
  .{any connect get head options patch post put trace all delete upgrade use}($, [$]) // request response next
  .{any connect get head options patch post put trace all delete upgrade}('/menus', { middlewares: $ }) // request response next
  .use($, [$]) // error request response next
  .ws($) // socket
  .any($, [$]) // request response next
server.set_error_handler($) // request response error
server.set_not_found_handler($) // request response
server.listen($) // startup
router
  .route()
  .{any connect get head options patch post put trace all delete upgrade use}($, [$]) // request response next
  .{any connect get head options patch post put trace all delete upgrade}('/menus', { middlewares: $ }) // request response next
  .use($, [$]) // error request response next
  .ws($) // socket
  .any($, [$]) // request response next
export const asMiddlewareHandler: MiddlewareHandler = $ // request response next
export const asUserRouteHandler: UserRouteHandler = $ // request response
export const asWSRouteHandler: WSRouteHandler = $ // socket
export const ofMiddlewareNext = $<MiddlewareNext> // next
export const ofRequest = $<Request> // request
export const ofResponse = $<Response> // response
export const ofWebsocket = $<Websocket, Request> // socket request`,
  'uWebSockets.js': `
import { App, SSLApp, HttpRequest, HttpResponse, WebSocket } from 'uWebSockets.js'
const templatedApp = App()

App().any('/menus', $) // response request
export const byApp = (typed: App) => typed.any('/menus', $) // response request
SSLApp().any('/menus', $) // response request
export const bySSLApp = (typed: SSLApp) => typed.any('/menus', $) // response request
templatedApp
  .{any connect del get head options patch post put trace}('/menus', $) // response request
  .ws('menu', { open: $, message: $, drain: $, close: $, ping: $, pong: $ }) // socket data
  .ws('menu', { upgrade: $ }) // response request other
  .listen($) // startup
  .any('/menus', $) // response request
export const ofHttpRequest = $<HttpRequest> // request
export const ofHttpResponse = $<HttpResponse> // response
export const ofWebSocket = $<WebSocket, HttpRequest> // socket request`,
}
