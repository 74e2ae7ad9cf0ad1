import type { ApiFacts, ModuleEntry, ParameterRole } from '../types.js'
import { methodsOf } from './methods-of.js'
import { at, handledBy, middlewareOf, properties, routeOf, startupCallback } from './registrations.js'

const framework = 'Hono'

const parameters: readonly ParameterRole[] = ['context', 'next']

const methods = ['all', 'delete', 'get', 'options', 'patch', 'post', 'put', 'query'] as const

const makesApp: ApiFacts = { boots: true }

export const hono: ModuleEntry = {
  framework,
  specifiers: ['hono', 'hono/tiny', 'hono/quick'],
  exports: {
    Hono: makesApp,
    // Without a path they handle the one that they are chained to.
    ...methodsOf('Hono', methods, routeOf({ parameters }, 0)),
    'Hono.prototype.on': {
      registration: {
        handlers: [{ type: 'every', from: 2 }],
        parameters,
        label: { type: 'route', path: 1, method: 0 },
      },
      returns: 'this',
    },
    'Hono.prototype.use': middlewareOf({ parameters }),
    'Hono.prototype.notFound': {
      ...handledBy('not-found handler', [at(0)], { parameters: ['context'] }),
      returns: 'this',
    },
    'Hono.prototype.onError': {
      ...handledBy('error handler', [at(0)], { parameters: ['error', 'context'] }),
      returns: 'this',
    },
    'Hono.prototype.mount': {
      ...handledBy('HTTP request', [at(1)], { parameters: ['request'] }),
      returns: 'this',
    },
    // Only an `OpenAPIHono` has it.
    'Hono.prototype.openapi': {
      registration: {
        handlers: [at(1)],
        parameters,
        label: { type: 'route-options', position: 0 },
      },
      alsoRegisters: [
        {
          handlers: [at(2)],
          parameters: ['data', 'context'],
          label: { type: 'text', text: 'validation hook' },
        },
      ],
      returns: 'this',
    },
    ...methodsOf('Hono', ['basePath', 'route'], { returns: 'this' }),
    'Hono.prototype.fire': { boots: true },
  },
  requestTypes: { Context: 'context', HonoRequest: 'request', Next: 'next' },
  handlerTypes: {
    ErrorHandler: ['error', 'context'],
    Handler: parameters,
    MiddlewareHandler: parameters,
    NotFoundHandler: ['context'],
  },
}

export const honoFactory: ModuleEntry = {
  framework,
  specifiers: ['hono/factory'],
  exports: {
    createFactory: { returns: 'Factory' },
    createMiddleware: handledBy('middleware', [at(0)], { parameters }),
    'Factory.prototype.createApp': { returns: 'hono#Hono', boots: true },
    'Factory.prototype.createHandlers': handledBy(
      'request handler',
      [{ type: 'every', from: 0 }],
      { parameters },
    ),
    'Factory.prototype.createMiddleware': handledBy('middleware', [at(0)], { parameters }),
  },
}

export const honoOpenApi: ModuleEntry = {
  framework,
  specifiers: ['@hono/zod-openapi'],
  exports: {
    OpenAPIHono: {
      ...handledBy('validation hook', [properties(0, 'defaultHook')], {
        parameters: ['data', 'context'],
      }),
      returns: 'hono#Hono',
      boots: true,
    },
    // What it is given says method and path.
    createRoute: { returns: 'argument' },
  },
}

const socketEvents: ApiFacts = {
  registration: {
    handlers: [at(0)],
    parameters: ['context'],
    label: { type: 'text', text: 'socket upgrade' },
  },
  alsoRegisters: [
    {
      handlers: [
        { type: 'returned', position: 0, properties: ['onOpen', 'onMessage', 'onClose', 'onError'] },
      ],
      parameters: ['data', 'socket'],
      label: { type: 'text', text: 'socket event' },
    },
  ],
}

const serves: ApiFacts = {
  ...handledBy('HTTP request', [properties(0, 'fetch')], { parameters: ['request'] }),
  alsoRegisters: [{ ...startupCallback('listen callback'), handlers: [at(1)] }],
  returns: 'node:http#Server',
  boots: true,
}

export const honoNodeServer: ModuleEntry = {
  framework,
  specifiers: ['@hono/node-server'],
  exports: {
    serve: serves,
    createAdaptorServer: serves,
    getRequestListener: handledBy('HTTP request', [at(0)], { parameters: ['request'] }),
    upgradeWebSocket: socketEvents,
  },
}

export const honoNodeSockets: ModuleEntry = {
  framework,
  specifiers: ['@hono/node-ws'],
  exports: {
    createNodeWebSocket: { returns: 'NodeWebSocket' },
    'NodeWebSocket.prototype.upgradeWebSocket': socketEvents,
  },
}
