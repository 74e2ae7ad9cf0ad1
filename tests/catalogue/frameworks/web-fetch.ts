import type { HandlerTable } from './handler-table.js'

export const webFetch: HandlerTable = {
  'global': `

Bun.serve({ fetch: $, routes: { menu: { menu: $ } } }) // request other
Deno.serve($, $) // request other
Deno.serve({ handler: $ }) // request other`,
  'fets': `
import { createRouter } from 'fets'
const router = createRouter()

createRouter().route({ handler: $ }) // request other
router
  .route({ handler: $ }) // request other
  .route({ handler: $ }) // request other`,
  'itty-router': `
import { AutoRouter, IttyRouter, Router, RouterType, IRequest, IRequestStrict } from 'itty-router'
const routerType = new RouterType()

new AutoRouter({ before: $, finally: $, missing: $ }) // request other
new AutoRouter({ catch: $ }) // error request
new IttyRouter({ before: $, finally: $, missing: $ }) // request other
new IttyRouter({ catch: $ }) // error request
new Router({ before: $, finally: $, missing: $ }) // request other
new Router({ catch: $ }) // error request
AutoRouter().all('/menus', $, [$]) // request other
export const byAutoRouter = (typed: AutoRouter) => typed.all('/menus', $, [$]) // request other
IttyRouter().all('/menus', $, [$]) // request other
export const byIttyRouter = (typed: IttyRouter) => typed.all('/menus', $, [$]) // request other
Router().all('/menus', $, [$]) // request other
export const byRouter = (typed: Router) => typed.all('/menus', $, [$]) // request other
routerType
  .{all delete get head options patch post put}('/menus', $, [$]) // request other
  .all('/menus', $, [$]) // request other
export const ofIRequest = $<IRequest> // request
export const ofIRequestStrict = $<IRequestStrict> // request`,
  'srvx': `
import { serve, toNodeHandler } from 'srvx'

serve({ fetch: $, middleware: $ }) // request other
serve({ error: $ }) // error
toNodeHandler($) // request other`,
}
