import type { ModuleEntry } from '../types.js'
import { methodsOf } from './methods-of.js'
import { connectRoles, listens, middlewareOf, properties, routeOf } from './registrations.js'

const { parameters } = connectRoles

const methods = [
  'all',
  'connect',
  'delete',
  'get',
  'head',
  'options',
  'patch',
  'post',
  'put',
  'trace',
] as const

/** Versions 0.5 and 1.0. */
export const polka: ModuleEntry = {
  framework: 'Polka',
  specifiers: ['polka'],
  exports: {
    default: {
      registration: {
        handlers: [properties(0, 'onError')],
        parameters: connectRoles.parametersByArity[4],
        label: { type: 'text', text: 'error handler' },
      },
      alsoRegisters: [
        {
          handlers: [properties(0, 'onNoMatch')],
          parameters: ['request', 'response'],
          label: { type: 'text', text: 'not-found handler' },
        },
      ],
      returns: 'Polka',
      boots: true,
    },
    ...methodsOf('Polka', methods, routeOf({ parameters })),
    'Polka.prototype.add': {
      registration: {
        handlers: [{ type: 'every', from: 2 }],
        parameters,
        label: { type: 'route', path: 1, method: 0 },
      },
      returns: 'this',
    },
    'Polka.prototype.use': middlewareOf({ parameters }),
    'Polka.prototype.listen': { ...listens, returns: 'this' },
  },
  requestTypes: { Next: 'next', Request: 'request' },
  handlerTypes: { Middleware: parameters },
}
