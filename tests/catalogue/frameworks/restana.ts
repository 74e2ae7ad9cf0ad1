import type { HandlerTable } from './handler-table.js'

export const restana: HandlerTable = {
  'restana': `
import restana, { Service, ErrorHandler, RequestHandler, Request, Response } from 'restana'
const service = new Service()

restana({ defaultRoute: $ }) // request response next
restana({ errorHandler: $ }) // error request response
restana().all('/menus', $, [$]) // request response next
service.newRouter().all('/menus', $, [$]) // request response next
service.getServer().addListener('order', $) // request response
service
  .{all delete get head options patch post put trace}('/menus', $, [$]) // request response next
  .use($, [$]) // request response next
  .all('/menus', $, [$]) // request response next
export const asErrorHandler: ErrorHandler = $ // error request response
export const asRequestHandler: RequestHandler = $ // request response next
export const ofRequest = $<Request> // request
export const ofResponse = $<Response> // response`,
}
