import type { HandlerTable } from './handler-table.js'

export const elysia: HandlerTable = {
  'elysia': `
import elysia, { Elysia, Handler, Context } from 'elysia'
const ownElysia = new Elysia()

elysia().all('/menus', $) // context
ownElysia
  .add().affix().as().compile().decorate().error().headers().macro().model().parser().prefix().state().suffix().wrap()
  .{all connect delete get head options patch post put}('/menus', $) // context
  .{all connect delete get head options patch post put}('/menus', 'menu', { afterHandle: $, afterResponse: $, beforeHandle: $, error: $, mapResponse: $, parse: $, resolve: $, transform: $ }) // context
  .route('get', '/menus', $) // context
  .route('get', '/menus', 'menu', { afterHandle: $, afterResponse: $, beforeHandle: $, error: $, mapResponse: $, parse: $, resolve: $, transform: $ }) // context
  .ws('menu', { open: $, message: $, drain: $, close: $, ping: $, pong: $ }) // socket data
  .ws('menu', { afterHandle: $, afterResponse: $, beforeHandle: $, error: $, mapResponse: $, parse: $, resolve: $, transform: $, upgrade: $ }) // context
  .{derive mapDerive mapResolve mapResponse onAfterHandle onAfterResponse onBeforeHandle onError onParse onRequest onTransform resolve trace}($) // context
  .on('order', $) // context
  .on('{start stop}', $) // startup
  .{onStart onStop group guard use listen}($) // startup
  .group('menu', { afterHandle: $, afterResponse: $, beforeHandle: $, error: $, mapResponse: $, parse: $, resolve: $, transform: $ }) // context
  .guard({ afterHandle: $, afterResponse: $, beforeHandle: $, error: $, mapResponse: $, parse: $, resolve: $, transform: $ }) // context
  .mount($, $) // request
  .all('/menus', $) // context
export const asHandler: Handler = $ // context
export const ofContext = $<Context> // context`,
}
