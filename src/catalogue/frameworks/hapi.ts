import type { ApiFacts, ModuleEntry, ParameterRole, Registration } from '../types.js'
import { listenerMethods, methodsOf } from './methods-of.js'
import { at, properties } from './registrations.js'

// The toolkit `h` makes responses and stands for one.
const parameters: readonly ParameterRole[] = ['request', 'response']

const requestExtensions = [
  'onRequest',
  'onPreAuth',
  'onCredentials',
  'onPostAuth',
  'onPreHandler',
  'onPostHandler',
  'onPreResponse',
  'onPostResponse',
] as const

/** Where a route's options hold functions that are called for each request: it is too late for `onRequest` then. */
const routeOptions = [
  'handler',
  'pre',
  'pre.method',
  'pre.failAction',
  ...requestExtensions.slice(1).map((point) => `ext.${point}.method`),
  'payload.failAction',
  'response.failAction',
  'state.failAction',
  'validate.failAction',
] as const

const makesServer: ApiFacts = {
  registration: {
    handlers: [properties(0, ...routeOptions.slice(1).map((path) => `routes.${path}`))],
    parameters,
    label: { type: 'text', text: 'route option' },
  },
  returns: 'Server',
  boots: true,
}

// `register(plugin)`, `register({ plugin, options })`, and lists of both.
const plugin: Registration = {
  handlers: [properties(0, 'register', 'plugin.register', 'default.register')],
  parameters: [],
  label: { type: 'text', text: 'plugin' },
  phase: 'startup',
  passes: ['Server'],
}

/** Versions 17 to 21. */
export const hapi: ModuleEntry = {
  framework: 'hapi',
  specifiers: ['@hapi/hapi', 'hapi'],
  exports: {
    server: makesServer,
    Server: makesServer,
    'Server.prototype.route': {
      registration: {
        handlers: [
          properties(
            0,
            'handler',
            ...['options', 'config'].flatMap((name) =>
              routeOptions.map((path) => `${name}.${path}`),
            ),
          ),
        ],
        parameters,
        label: { type: 'route-options', position: 0 },
      },
    },
    'Server.prototype.ext': {
      registration: {
        handlers: [at(1), properties(0, 'method')],
        parameters,
        event: { argument: 0, property: 'type', serving: requestExtensions },
        label: { type: 'event', noun: 'extension', argument: 0, property: 'type' },
      },
    },
    'Server.prototype.auth.scheme': {
      registration: {
        handlers: [
          { type: 'returned', position: 1, properties: ['authenticate', 'payload', 'response'] },
        ],
        parameters,
        label: { type: 'event', noun: 'authentication scheme', argument: 0 },
      },
      alsoRegisters: [
        {
          handlers: [{ type: 'returned', position: 1, properties: ['verify'] }],
          parameters: ['data'],
          label: { type: 'event', noun: 'authentication scheme', argument: 0 },
        },
        {
          handlers: [at(1)],
          parameters: [],
          label: { type: 'event', noun: 'authentication scheme', argument: 0 },
          phase: 'startup',
          passes: ['Server'],
        },
      ],
    },
    // Schemes take the request first, or what they found in it.
    'Server.prototype.auth.strategy': {
      registration: {
        handlers: [properties(2, 'validate', 'validateFunc', 'verify')],
        parameters: [],
        label: { type: 'event', noun: 'authentication strategy', argument: 0 },
      },
    },
    'Server.prototype.method': {
      registration: {
        handlers: [at(1), properties(0, 'method')],
        parameters: [],
        label: { type: 'event', noun: 'server method', argument: 0, property: 'name' },
      },
    },
    'Server.prototype.decorate': {
      registration: {
        handlers: [at(2)],
        parameters: [],
        event: { argument: 0, serving: ['request', 'response', 'toolkit'] },
        label: { type: 'event', noun: 'decoration', argument: 1 },
      },
    },
    ...methodsOf('Server', ['events.on', 'events.once'], {
      registration: {
        handlers: [at(1)],
        parameters: ['data'],
        event: {
          argument: 0,
          property: 'name',
          startup: ['cachePolicy', 'closing', 'route', 'start', 'stop'],
          parameters: { request: ['request', 'data'], response: ['request'] },
        },
        label: { type: 'event', noun: 'server event', argument: 0, property: 'name' },
      },
    }),
    ...methodsOf(
      'Server',
      listenerMethods.map((method) => `listener.${method}`),
      {
        registration: {
          handlers: [at(1)],
          parameters: ['request', 'response'],
          event: { argument: 0, startup: ['listening', 'close', 'error'] },
          label: { type: 'event', noun: 'listener event', argument: 0 },
        },
      },
    ),
    'Server.prototype.register': { registration: plugin },
    ...methodsOf('Server', ['initialize', 'start'], { boots: true }),
  },
  requestTypes: { Request: 'request', ResponseToolkit: 'response' },
  handlerTypes: {
    'Lifecycle.Method': parameters,
    'Lifecycle.FailAction': [...parameters, 'error'],
  },
}
