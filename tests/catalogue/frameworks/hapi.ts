import type { HandlerTable } from './handler-table.js'

export const hapi: HandlerTable = {
  '@hapi/hapi': `
import { server, Server, Lifecycle, Request, ResponseToolkit } from '@hapi/hapi'
const ownServer = Server()

server({ routes: { pre: [$, { method: $, failAction: $ }], ext: { onPreAuth: { method: $ }, onCredentials: { method: $ }, onPostAuth: { method: $ }, onPreHandler: { method: $ }, onPostHandler: { method: $ }, onPreResponse: { method: $ }, onPostResponse: { method: $ } }, payload: { failAction: $ }, response: { failAction: $ }, state: { failAction: $ }, validate: { failAction: $ } } }) // request response
new Server({ routes: { pre: [$, { method: $, failAction: $ }], ext: { onPreAuth: { method: $ }, onCredentials: { method: $ }, onPostAuth: { method: $ }, onPreHandler: { method: $ }, onPostHandler: { method: $ }, onPreResponse: { method: $ }, onPostResponse: { method: $ } }, payload: { failAction: $ }, response: { failAction: $ }, state: { failAction: $ }, validate: { failAction: $ } } }) // request response
server().route({ handler: $, options: { handler: $, pre: [$, { method: $, failAction: $ }], ext: { onPreAuth: { method: $ }, onCredentials: { method: $ }, onPostAuth: { method: $ }, onPreHandler: { method: $ }, onPostHandler: { method: $ }, onPreResponse: { method: $ }, onPostResponse: { method: $ } }, payload: { failAction: $ }, response: { failAction: $ }, state: { failAction: $ }, validate: { failAction: $ } }, config: { handler: $, pre: [$, { method: $, failAction: $ }], ext: { onPreAuth: { method: $ }, onCredentials: { method: $ }, onPostAuth: { method: $ }, onPreHandler: { method: $ }, onPostHandler: { method: $ }, onPreResponse: { method: $ }, onPostResponse: { method: $ } }, payload: { failAction: $ }, response: { failAction: $ }, state: { failAction: $ }, validate: { failAction: $ } } }) // request response
Server().route({ handler: $, options: { handler: $, pre: [$, { method: $, failAction: $ }], ext: { onPreAuth: { method: $ }, onCredentials: { method: $ }, onPostAuth: { method: $ }, onPreHandler: { method: $ }, onPostHandler: { method: $ }, onPreResponse: { method: $ }, onPostResponse: { method: $ } }, payload: { failAction: $ }, response: { failAction: $ }, state: { failAction: $ }, validate: { failAction: $ } }, config: { handler: $, pre: [$, { method: $, failAction: $ }], ext: { onPreAuth: { method: $ }, onCredentials: { method: $ }, onPostAuth: { method: $ }, onPreHandler: { method: $ }, onPostHandler: { method: $ }, onPreResponse: { method: $ }, onPostResponse: { method: $ } }, payload: { failAction: $ }, response: { failAction: $ }, state: { failAction: $ }, validate: { failAction: $ } } }) // request response
export const byServer = (typed: Server) => typed.route({ handler: $, options: { handler: $, pre: [$, { method: $, failAction: $ }], ext: { onPreAuth: { method: $ }, onCredentials: { method: $ }, onPostAuth: { method: $ }, onPreHandler: { method: $ }, onPostHandler: { method: $ }, onPreResponse: { method: $ }, onPostResponse: { method: $ } }, payload: { failAction: $ }, response: { failAction: $ }, state: { failAction: $ }, validate: { failAction: $ } }, config: { handler: $, pre: [$, { method: $, failAction: $ }], ext: { onPreAuth: { method: $ }, onCredentials: { method: $ }, onPostAuth: { method: $ }, onPreHandler: { method: $ }, onPostHandler: { method: $ }, onPreResponse: { method: $ }, onPostResponse: { method: $ } }, payload: { failAction: $ }, response: { failAction: $ }, state: { failAction: $ }, validate: { failAction: $ } } }) // request response
ownServer.route({ handler: $, options: { handler: $, pre: [$, { method: $, failAction: $ }], ext: { onPreAuth: { method: $ }, onCredentials: { method: $ }, onPostAuth: { method: $ }, onPreHandler: { method: $ }, onPostHandler: { method: $ }, onPreResponse: { method: $ }, onPostResponse: { method: $ } }, payload: { failAction: $ }, response: { failAction: $ }, state: { failAction: $ }, validate: { failAction: $ } }, config: { handler: $, pre: [$, { method: $, failAction: $ }], ext: { onPreAuth: { method: $ }, onCredentials: { method: $ }, onPostAuth: { method: $ }, onPreHandler: { method: $ }, onPostHandler: { method: $ }, onPreResponse: { method: $ }, onPostResponse: { method: $ } }, payload: { failAction: $ }, response: { failAction: $ }, state: { failAction: $ }, validate: { failAction: $ } } }) // request response
ownServer.ext({ type: 'onRequest' }, $) // request response
ownServer.ext({ type: 'onPreAuth' }, $) // request response
ownServer.ext({ type: 'onCredentials' }, $) // request response
ownServer.ext({ type: 'onPostAuth' }, $) // request response
ownServer.ext({ type: 'onPreHandler' }, $) // request response
ownServer.ext({ type: 'onPostHandler' }, $) // request response
ownServer.ext({ type: 'onPreResponse' }, $) // request response
ownServer.ext({ type: 'onPostResponse' }, $) // request response
ownServer.ext({ method: $, type: 'onRequest' }) // request response
ownServer.ext({ method: $, type: 'onPreAuth' }) // request response
ownServer.ext({ method: $, type: 'onCredentials' }) // request response
ownServer.ext({ method: $, type: 'onPostAuth' }) // request response
ownServer.ext({ method: $, type: 'onPreHandler' }) // request response
ownServer.ext({ method: $, type: 'onPostHandler' }) // request response
ownServer.ext({ method: $, type: 'onPreResponse' }) // request response
ownServer.ext({ method: $, type: 'onPostResponse' }) // request response
ownServer.auth.scheme('menu', () => ({ authenticate: $, payload: $, response: $ })) // request response
ownServer.auth.scheme('menu', () => ({ verify: $ })) // data
ownServer.auth.scheme('menu', $) // startup
ownServer.auth.scheme('menu', (passed) => { passed.ext('onRequest', $) }) // request response
ownServer.auth.strategy('menu', 'menu', { validate: $, validateFunc: $, verify: $ }) // serving
ownServer.method('menu', $) // serving
ownServer.method({ method: $ }) // serving
ownServer.decorate('{request response toolkit}', 'menu', $) // serving
ownServer.decorate('{handler server}', 'menu', $) // startup
ownServer.events.{on once}({ name: 'order' }, $) // data
ownServer.events.on('request', $) // request data
ownServer.events.on({ name: 'request', channels: 'error' }, $) // request data
ownServer.events.once('response', $) // request
ownServer.events.on('{cachePolicy closing route start stop}', $) // startup
ownServer.listener.{addListener on once prependListener prependOnceListener}('order', $) // request response
ownServer.listener.addListener('{listening close error}', $) // startup
ownServer.register({ register: $, plugin: { register: $ }, default: { register: $ } }) // startup
export const asLifecycleMethod: Lifecycle.Method = $ // request response
export const asLifecycleFailAction: Lifecycle.FailAction = $ // request response error
export const ofRequest = $<Request> // request
export const ofResponseToolkit = $<ResponseToolkit> // response`,
}
