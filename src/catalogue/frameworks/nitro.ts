import type { FileFramework } from '../file-conventions.js'
import type { ApiFacts, ModuleEntry, ParameterRole } from '../types.js'
import { methodsOf } from './methods-of.js'

const handlerParts = ['handler', 'onRequest', 'onBeforeResponse'] as const

const eventHandler = (text: string, parameters: readonly ParameterRole[]): ApiFacts => ({
  registration: {
    handlers: [
      { type: 'at', positions: [0] },
      { type: 'properties', position: 0, properties: handlerParts },
    ],
    parameters,
    label: { type: 'text', text },
  },
})

const onEvent = eventHandler('request handler', ['context'])
const onNode = eventHandler('request handler', ['request', 'response', 'next'])

const routing: ApiFacts = {
  registration: {
    handlers: [{ type: 'every', from: 1 }],
    parameters: ['context'],
    label: { type: 'route', path: 0 },
  },
  returns: 'this',
}

const middleware: ApiFacts = {
  registration: {
    handlers: [{ type: 'every', from: 0 }],
    parameters: ['context', 'next'],
    label: { type: 'text', text: 'middleware' },
  },
  returns: 'this',
}

const routeMethods = [
  'get',
  'post',
  'put',
  'delete',
  'patch',
  'head',
  'options',
  'connect',
  'trace',
] as const

/** Versions 1 and 2. */
export const h3: ModuleEntry = {
  framework: 'h3',
  specifiers: ['h3', 'nitro/h3'],
  exports: {
    defineEventHandler: onEvent,
    eventHandler: onEvent,
    defineHandler: onEvent,
    defineMiddleware: eventHandler('middleware', ['context', 'next']),
    defineValidatedHandler: onEvent,
    defineRequestMiddleware: eventHandler('middleware', ['context']),
    defineResponseMiddleware: eventHandler('middleware', ['context', 'data']),
    onRequest: eventHandler('middleware', ['context']),
    onResponse: eventHandler('middleware', ['data', 'context']),
    onError: eventHandler('error handler', ['error', 'context']),
    defineNodeHandler: onNode,
    defineNodeListener: onNode,
    defineNodeMiddleware: onNode,
    fromNodeMiddleware: onNode,
    fromWebHandler: eventHandler('request handler', ['request', 'context']),
    H3: { returns: 'H3', boots: true },
    createApp: { returns: 'H3', boots: true },
    createRouter: { returns: 'Router', boots: true },
    ...methodsOf('H3', [...routeMethods, 'all'], routing),
    'H3.prototype.on': {
      registration: {
        handlers: [{ type: 'every', from: 2 }],
        parameters: ['context'],
        label: { type: 'route', path: 1, method: 0 },
      },
      returns: 'this',
    },
    'H3.prototype.use': middleware,
    ...methodsOf('Router', routeMethods, routing),
    ...methodsOf('Router', ['add', 'use'], {
      registration: {
        handlers: [{ type: 'every', from: 1 }],
        parameters: ['context'],
        label: { type: 'route', path: 0 },
      },
      returns: 'this',
    }),
  },
  requestTypes: { H3Event: 'context' },
  handlerTypes: { EventHandler: ['context'] },
}

const atPlugin: ApiFacts = {
  registration: {
    handlers: [{ type: 'at', positions: [0] }],
    parameters: [],
    label: { type: 'text', text: 'plugin' },
    phase: 'startup',
    passes: ['NitroApp'],
  },
}

const cachedFunction: ApiFacts = { returns: 'argument' }

export const nitro: ModuleEntry = {
  framework: 'Nitro, Nuxt',
  specifiers: ['nitropack/runtime', 'nitropack', 'nitro', 'nitro/runtime', '#imports'],
  exports: {
    defineNitroPlugin: atPlugin,
    definePlugin: atPlugin,
    defineEventHandler: onEvent,
    eventHandler: onEvent,
    defineCachedEventHandler: onEvent,
    cachedEventHandler: onEvent,
    defineCachedFunction: cachedFunction,
    cachedFunction,
    defineTask: {
      registration: {
        handlers: [{ type: 'properties', position: 0, properties: ['run'] }],
        parameters: ['data'],
        label: { type: 'text', text: 'task' },
      },
    },
    defineNitroErrorHandler: eventHandler('error handler', ['error', 'context']),
    defineRenderHandler: eventHandler('renderer', ['context']),
    'NitroApp.prototype.hooks': { returns: 'Hooks' },
    'Hooks.prototype.hook': {
      registration: {
        handlers: [{ type: 'at', positions: [1] }],
        parameters: ['context'],
        event: { argument: 0, startup: ['close'] },
        label: { type: 'event', noun: 'hook', argument: 0 },
      },
    },
  },
  pluginTypes: { NitroAppPlugin: ['NitroApp'] },
}

/** Nitro 2 and 3, and Nuxt's server on top of it, whose functions need no import. */
export const nitroFiles: FileFramework = {
  framework: 'Nitro, Nuxt',
  packages: ['nuxt', 'nitropack', 'nitro'],
  files: [
    {
      path: /(?:^|\/)(?:server|src)\/(?=api\/)(.*?)(?:\/?\bindex)?(?:\.(?<method>get|post|put|delete|patch|head|options|connect|trace))?\.m?[jt]s$/,
      exports: ['default'],
      parameters: ['context'],
      name: '{method} {route}',
    },
    {
      path: /(?:^|\/)(?:server\/|src\/)?routes\/(.*?)(?:\/?\bindex)?(?:\.(?<method>get|post|put|delete|patch|head|options|connect|trace))?\.m?[jt]s$/,
      exports: ['default'],
      parameters: ['context'],
      name: '{method} {route}',
    },
    {
      path: /(?:^|\/)(?:server|src)\/middleware\/.*\.m?[jt]s$/,
      exports: ['default'],
      parameters: ['context'],
      name: 'middleware',
    },
    {
      path: /(?:^|\/)(?:server|src)\/plugins\/.*\.m?[jt]s$/,
      exports: ['default'],
      parameters: [],
      name: 'plugin',
      phase: 'startup',
      passes: ['nitropack/runtime#NitroApp'],
    },
  ],
}
