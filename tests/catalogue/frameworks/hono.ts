import type { HandlerTable } from './handler-table.js'

export const hono: HandlerTable = {
  'hono': `
import { Hono, ErrorHandler, Handler, MiddlewareHandler, NotFoundHandler, Context, HonoRequest, Next } from 'hono'
const hono = new Hono()

hono
  .basePath().route()
  .{all delete get options patch post put query use}($, [$]) // context next
  .on('get', '/menus', $, [$]) // context next
  .notFound($) // context
  .onError($) // error context
  .mount('menu', $) // request
  .openapi('menu', $) // context next
  .openapi('menu', 'menu', $) // data context
  .all($, [$]) // context next
export const asErrorHandler: ErrorHandler = $ // error context
export const asHandler: Handler = $ // context next
export const asMiddlewareHandler: MiddlewareHandler = $ // context next
export const asNotFoundHandler: NotFoundHandler = $ // context
export const ofContext = $<Context> // context
export const ofHonoRequest = $<HonoRequest> // request
export const ofNext = $<Next> // next`,
  'hono/factory': `
import { Hono } from 'hono'
import { createMiddleware, createFactory } from 'hono/factory'
const factory = createFactory()

createMiddleware($) // context next
createFactory().createHandlers($, [$]) // context next
new Hono().use(createMiddleware($)) // context next
factory.createApp().all($, [$]) // context next
new Hono().use(factory.createMiddleware($)) // context next
factory.createHandlers($, [$]) // context next
factory.createMiddleware($) // context next`,
  '@hono/node-server': `
import { serve, createAdaptorServer, getRequestListener, upgradeWebSocket } from '@hono/node-server'

serve({ fetch: $ }) // request
serve('menu', $) // startup
createAdaptorServer({ fetch: $ }) // request
createAdaptorServer('menu', $) // startup
getRequestListener($) // request
upgradeWebSocket($) // context
upgradeWebSocket(() => ({ onOpen: $, onMessage: $, onClose: $, onError: $ })) // data socket
serve().addListener('order', $) // request response
createAdaptorServer().addListener('order', $) // request response`,
  '@hono/node-ws': `
import { createNodeWebSocket } from '@hono/node-ws'
const nodeWebSocket = createNodeWebSocket()

createNodeWebSocket().upgradeWebSocket($) // context
nodeWebSocket.upgradeWebSocket($) // context
nodeWebSocket.upgradeWebSocket(() => ({ onOpen: $, onMessage: $, onClose: $, onError: $ })) // data socket`,
  '@hono/zod-openapi': `
import { createRoute, OpenAPIHono } from '@hono/zod-openapi'

new OpenAPIHono({ defaultHook: $ }) // data context
OpenAPIHono().all($, [$]) // context next
export const byOpenAPIHono = (typed: OpenAPIHono) => typed.all($, [$]) // context next
new OpenAPIHono().openapi(createRoute({ method: 'get', path: '/menus' }), $) // context next`,
}
