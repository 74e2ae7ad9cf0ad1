import type { ModuleEntry } from '../types.js'
import { listenerMethods, methodsOf } from './methods-of.js'
import {
  at,
  connectRoles,
  handledBy,
  listens,
  middlewareOf,
  properties,
  routeOf,
  startupCallback,
} from './registrations.js'

const { parameters } = connectRoles

export const restify: ModuleEntry = {
  framework: 'restify',
  specifiers: ['restify'],
  exports: {
    createServer: {
      ...handledBy('response formatter', [properties(0, 'formatters.*')], {
        parameters: ['request', 'response', 'data'],
      }),
      returns: 'Server',
      boots: true,
    },
    // The first argument may be options with the path.
    ...methodsOf(
      'Server',
      ['del', 'get', 'head', 'opts', 'patch', 'post', 'put'],
      routeOf({ parameters }),
    ),
    ...methodsOf('Server', ['use', 'pre', 'first'], middlewareOf({ parameters })),
    'Server.prototype.param': {
      ...handledBy('route parameter', [at(1)], {
        parameters: [...parameters, 'data', 'other'],
      }),
      returns: 'this',
    },
    ...methodsOf('Server', listenerMethods, {
      registration: {
        handlers: [at(1)],
        parameters: ['request', 'response'],
        event: {
          argument: 0,
          startup: ['listening', 'close', 'error'],
          parameters: {
            redirect: ['data'],
            clientError: ['error', 'socket'],
            connection: ['socket'],
            upgrade: ['request', 'socket', 'data'],
          },
        },
        label: { type: 'event', noun: 'server event', argument: 0 },
      },
      returns: 'this',
    }),
    'Server.prototype.listen': listens,
    'Server.prototype.close': { registration: startupCallback('close callback') },
  },
  requestTypes: { Next: 'next', Request: 'request', Response: 'response' },
  handlerTypes: { RequestHandler: parameters, RequestHandlerType: parameters },
}
