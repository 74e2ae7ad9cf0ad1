import type { HandlerTable } from './handler-table.js'

export const nitro: HandlerTable = {
  'h3': `
import { defineEventHandler, eventHandler, defineHandler, defineMiddleware, defineValidatedHandler, defineRequestMiddleware, defineResponseMiddleware, onRequest, onResponse, onError, defineNodeHandler, defineNodeListener, defineNodeMiddleware, fromNodeMiddleware, fromWebHandler, H3, createApp, createRouter, EventHandler, H3Event } from 'h3'
const h3 = H3()
const router = createRouter()

defineEventHandler($) // context
defineEventHandler({ handler: $, onRequest: $, onBeforeResponse: $ }) // context
eventHandler($) // context
eventHandler({ handler: $, onRequest: $, onBeforeResponse: $ }) // context
defineHandler($) // context
defineHandler({ handler: $, onRequest: $, onBeforeResponse: $ }) // context
defineMiddleware($) // context next
defineMiddleware({ handler: $, onRequest: $, onBeforeResponse: $ }) // context next
defineValidatedHandler($) // context
defineValidatedHandler({ handler: $, onRequest: $, onBeforeResponse: $ }) // context
defineRequestMiddleware($) // context
defineRequestMiddleware({ handler: $, onRequest: $, onBeforeResponse: $ }) // context
defineResponseMiddleware($) // context data
defineResponseMiddleware({ handler: $, onRequest: $, onBeforeResponse: $ }) // context data
onRequest($) // context
onRequest({ handler: $, onRequest: $, onBeforeResponse: $ }) // context
onResponse($) // data context
onResponse({ handler: $, onRequest: $, onBeforeResponse: $ }) // data context
onError($) // error context
onError({ handler: $, onRequest: $, onBeforeResponse: $ }) // error context
defineNodeHandler($) // request response next
defineNodeHandler({ handler: $, onRequest: $, onBeforeResponse: $ }) // request response next
defineNodeListener($) // request response next
defineNodeListener({ handler: $, onRequest: $, onBeforeResponse: $ }) // request response next
defineNodeMiddleware($) // request response next
defineNodeMiddleware({ handler: $, onRequest: $, onBeforeResponse: $ }) // request response next
fromNodeMiddleware($) // request response next
fromNodeMiddleware({ handler: $, onRequest: $, onBeforeResponse: $ }) // request response next
fromWebHandler($) // request context
fromWebHandler({ handler: $, onRequest: $, onBeforeResponse: $ }) // request context
H3().get('/menus', $, [$]) // context
export const byH3 = (typed: H3) => typed.get('/menus', $, [$]) // context
createApp().get('/menus', $, [$]) // context
createRouter().get('/menus', $, [$]) // context
h3
  .{get post put delete patch head options connect trace all}('/menus', $, [$]) // context
  .on('get', '/menus', $, [$]) // context
  .use($, [$]) // context next
  .get('/menus', $, [$]) // context
router
  .{get post put delete patch head options connect trace add use}('/menus', $, [$]) // context
  .get('/menus', $, [$]) // context
export const asEventHandler: EventHandler = $ // context
export const ofH3Event = $<H3Event> // context`,
  'nitropack/runtime': `
import { defineNitroPlugin, definePlugin, defineEventHandler, eventHandler, defineCachedEventHandler, cachedEventHandler, defineCachedFunction, cachedFunction, defineTask, defineNitroErrorHandler, defineRenderHandler, NitroApp, NitroAppPlugin } from 'nitropack/runtime'
const nitroApp = new NitroApp()
const { hooks } = nitroApp

defineNitroPlugin($) // startup
const cachedStock = cachedFunction($); defineEventHandler(() => cachedStock()) // serving
const definedStock = defineCachedFunction($); defineEventHandler(() => definedStock()) // serving
defineNitroPlugin((passed) => { passed.hooks.hook('request', $) }) // context
definePlugin($) // startup
defineEventHandler($) // context
defineEventHandler({ handler: $, onRequest: $, onBeforeResponse: $ }) // context
eventHandler($) // context
eventHandler({ handler: $, onRequest: $, onBeforeResponse: $ }) // context
defineCachedEventHandler($) // context
defineCachedEventHandler({ handler: $, onRequest: $, onBeforeResponse: $ }) // context
cachedEventHandler($) // context
cachedEventHandler({ handler: $, onRequest: $, onBeforeResponse: $ }) // context
defineTask({ run: $ }) // data
defineNitroErrorHandler($) // error context
defineNitroErrorHandler({ handler: $, onRequest: $, onBeforeResponse: $ }) // error context
defineRenderHandler($) // context
defineRenderHandler({ handler: $, onRequest: $, onBeforeResponse: $ }) // context
defineEventHandler(() => { defineCachedFunction($)() }) // serving
defineEventHandler(() => { cachedFunction($)() }) // serving
nitroApp.hooks.hook('order', $) // context
hooks.hook('order', $) // context
hooks.hook('close', $) // startup
export const plugin: NitroAppPlugin = (nitro) => { nitro.hooks.hook('request', $) } // context`,
}
