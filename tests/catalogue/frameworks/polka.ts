import type { HandlerTable } from './handler-table.js'

export const polka: HandlerTable = {
  'polka': `
import polka, { Polka, Middleware, Next, Request } from 'polka'
const ownPolka = new Polka()

polka({ onError: $ }) // error request response next
polka({ onNoMatch: $ }) // request response
polka().all('/menus', $, [$]) // request response next
ownPolka
  .{all connect delete get head options patch post put trace}('/menus', $, [$]) // request response next
  .add('get', '/menus', $, [$]) // request response next
  .use($, [$]) // request response next
  .listen($) // startup
  .all('/menus', $, [$]) // request response next
export const asMiddleware: Middleware = $ // request response next
export const ofNext = $<Next> // next
export const ofRequest = $<Request> // request`,
}
