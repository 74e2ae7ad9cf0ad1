import type { HandlerTable } from './handler-table.js'

export const restify: HandlerTable = {
  'restify': `
import { createServer, Server, RequestHandler, RequestHandlerType, Next, Request, Response } from 'restify'
const server = new Server()

createServer({ formatters: { menu: $ } }) // request response data
createServer().del('/menus', $, [$]) // request response next
server
  .{del get head opts patch post put}('/menus', $, [$]) // request response next
  .{use pre first}($, [$]) // request response next
  .param('menu', $) // request response next data other
  .{addListener on once prependListener prependOnceListener}('order', $) // request response
  .addListener('redirect', $) // data
  .addListener('clientError', $) // error socket
  .addListener('connection', $) // socket
  .addListener('upgrade', $) // request socket data
  .addListener('{listening close error}', $) // startup
  .del('/menus', $, [$]) // request response next
server.{listen close}($) // startup
export const asRequestHandler: RequestHandler = $ // request response next
export const asRequestHandlerType: RequestHandlerType = $ // request response next
export const ofNext = $<Next> // next
export const ofRequest = $<Request> // request
export const ofResponse = $<Response> // response`,
}
