import type { ApiFacts, ModuleEntry, ModuleFacts, ParameterRole } from '../types.js'
import { methodsOf } from './methods-of.js'
import { at, connectRoles, listens, middlewareOf, properties } from './registrations.js'

// The response comes first.
const parameters: readonly ParameterRole[] = ['response', 'request']

const methods = [
  'any',
  'connect',
  'del',
  'get',
  'head',
  'options',
  'patch',
  'post',
  'put',
  'trace',
] as const

const makesApp: ApiFacts = { returns: 'TemplatedApp', boots: true }

export const uwebsockets: ModuleEntry = {
  framework: 'uWebSockets.js',
  specifiers: ['uWebSockets.js'],
  exports: {
    App: makesApp,
    SSLApp: makesApp,
    ...methodsOf('TemplatedApp', methods, {
      registration: { handlers: [at(1)], parameters, label: { type: 'route', path: 0 } },
      returns: 'this',
    }),
    'TemplatedApp.prototype.ws': {
      registration: {
        handlers: [
          properties(1, 'open', 'message', 'drain', 'close', 'ping', 'pong'),
        ],
        parameters: ['socket', 'data'],
        label: { type: 'event', noun: 'socket', argument: 0 },
      },
      alsoRegisters: [
        {
          handlers: [properties(1, 'upgrade')],
          parameters: [...parameters, 'other'],
          label: { type: 'event', noun: 'socket upgrade', argument: 0 },
        },
      ],
      returns: 'this',
    },
    'TemplatedApp.prototype.listen': { ...listens, returns: 'this' },
  },
  requestTypes: { HttpRequest: 'request', HttpResponse: 'response', WebSocket: 'socket' },
}

// Options may stand before the handlers, and are no functions.
const hyperRoute: ApiFacts = {
  registration: {
    handlers: [{ type: 'every', from: 0 }, properties(1, 'middlewares')],
    parameters: connectRoles.parameters,
    label: { type: 'route', path: 0 },
  },
  returns: 'this',
}

const hyperMethods = [...methods.filter((method) => method !== 'del'), 'all', 'delete', 'upgrade']

/** What servers and routers have in common. */
const hyperRouting = (className: string): ModuleFacts => ({
  ...methodsOf(className, hyperMethods, hyperRoute),
  [`${className}.prototype.use`]: middlewareOf(connectRoles),
  [`${className}.prototype.route`]: { returns: 'this' },
  [`${className}.prototype.ws`]: {
    registration: {
      handlers: [{ type: 'last' }],
      parameters: ['socket'],
      label: { type: 'event', noun: 'socket', argument: 0 },
    },
    returns: 'this',
  },
})

export const hyperExpress: ModuleEntry = {
  framework: 'hyper-express',
  specifiers: ['hyper-express'],
  exports: {
    Server: { boots: true },
    Router: { boots: true },
    express: { returns: 'Server', boots: true },
    ...hyperRouting('Server'),
    ...hyperRouting('Router'),
    'Server.prototype.set_error_handler': {
      registration: {
        handlers: [at(0)],
        parameters: ['request', 'response', 'error'],
        label: { type: 'text', text: 'error handler' },
      },
    },
    'Server.prototype.set_not_found_handler': {
      registration: {
        handlers: [at(0)],
        parameters: ['request', 'response'],
        label: { type: 'text', text: 'not-found handler' },
      },
    },
    'Server.prototype.listen': listens,
  },
  requestTypes: {
    MiddlewareNext: 'next',
    Request: 'request',
    Response: 'response',
    Websocket: 'socket',
  },
  handlerTypes: {
    MiddlewareHandler: connectRoles.parameters,
    UserRouteHandler: ['request', 'response'],
    WSRouteHandler: ['socket'],
  },
}
