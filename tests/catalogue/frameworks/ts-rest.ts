import type { HandlerTable } from './handler-table.js'

export const tsRest: HandlerTable = {
  '@ts-rest/express': `
import { createExpressEndpoints, initServer } from '@ts-rest/express'
const server = initServer()

createExpressEndpoints(contract, routes, application, { globalMiddleware: [$] }) // request response next
createExpressEndpoints(contract, routes, application, { requestValidationErrorHandler: $ }) // error request response next
initServer().router('menu', { menu: { handler: $, menu: { handler: $ } } }) // context
server.router('menu', { show: server.route('menu', $) }) // context
server.router('menu', { menu: { handler: $, menu: { handler: $ } } }) // context
server.router('menu', { menu: { middleware: [$], menu: { middleware: [$] } } }) // request response next
server.router('menu', { menu: $, menus: { menu: $ } }) // context
server.route('menu', $) // context
server.route('menu', { handler: $ }) // context`,
  '@ts-rest/fastify': `
import { initServer } from '@ts-rest/fastify'
const server = initServer()

initServer().router('menu', { menu: { handler: $, menu: { handler: $ } } }) // context
server.router('menu', { menu: { handler: $, menu: { handler: $ } } }) // context
server.router('menu', { menu: $, menus: { menu: $ } }) // context`,
  '@ts-rest/nest': `
import { tsRestHandler, TsRest, TsRestHandler, TsRestRequest } from '@ts-rest/nest'

tsRestHandler('menu', $) // context
tsRestHandler('menu', { menu: $ }) // context
export class Decorated {
  @TsRest('/menus') byTsRest$$ // serving
  @TsRestHandler('/menus') byTsRestHandler$$ // serving
  @TsRest('/menus') withTsRestRequest$$(@TsRestRequest()) // data
}`,
}
