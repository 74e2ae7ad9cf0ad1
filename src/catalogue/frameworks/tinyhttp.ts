import type { ModuleEntry } from '../types.js'
import { methodsOf, routeMethods } from './methods-of.js'
import { connectRoles, listens, middlewareOf, properties, routeOf } from './registrations.js'

const { parameters } = connectRoles

/** Versions 2 and 3. */
export const tinyhttp: ModuleEntry = {
  framework: 'tinyhttp',
  specifiers: ['@tinyhttp/app'],
  exports: {
    App: {
      registration: {
        handlers: [properties(0, 'noMatchHandler', 'applyExtensions')],
        parameters,
        label: { type: 'text', text: 'not-found handler' },
      },
      alsoRegisters: [
        {
          handlers: [properties(0, 'onError')],
          parameters: ['error', 'request', 'response', 'next'],
          label: { type: 'text', text: 'error handler' },
        },
      ],
      boots: true,
    },
    // It has all methods of HTTP but the latest.
    ...methodsOf(
      'App',
      [...routeMethods.filter((method) => method !== 'query'), 'all', 'msearch'],
      routeOf({ parameters }),
    ),
    'App.prototype.use': middlewareOf({ parameters }),
    'App.prototype.route': { returns: 'App' },
    'App.prototype.engine': { returns: 'this' },
    'App.prototype.set': { returns: 'this' },
    'App.prototype.enable': { returns: 'this' },
    'App.prototype.disable': { returns: 'this' },
    'App.prototype.listen': { ...listens, returns: 'node:http#Server' },
  },
  requestTypes: { NextFunction: 'next', Request: 'request', Response: 'response' },
  handlerTypes: {
    AsyncHandler: parameters,
    ErrorHandler: ['error', 'request', 'response', 'next'],
    Handler: parameters,
    SyncHandler: parameters,
  },
}
