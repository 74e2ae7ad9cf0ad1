import type { HandlerTable } from './handler-table.js'

export const tanstackStart: HandlerTable = {
  '@tanstack/react-start': `
import { createServerFn, createMiddleware } from '@tanstack/react-start'
const serverFn = createServerFn()
const middleware = createMiddleware()

createServerFn().validator($) // context
createMiddleware().server($) // context
serverFn
  .middleware().type()
  .{validator inputValidator handler}($) // context
  .validator($) // context
middleware
  .client().middleware().validator().inputValidator()
  .server($) // context
  .server($) // context`,
  '@tanstack/react-start/server': `
import { createServerFileRoute } from '@tanstack/react-start/server'
const serverRoute = createServerFileRoute()

createServerFileRoute().methods({ menu: { handler: $ } }) // context
serverRoute
  .middleware()
  .methods({ menu: { handler: $ } }) // context
  .methods({ menu: { handler: $ } }) // context`,
}
