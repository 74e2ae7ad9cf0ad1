import type { ModuleEntry } from '../types.js'
import { methodsOf } from './methods-of.js'
import { connectRoles, middlewareOf, properties, routeOf } from './registrations.js'

const { parameters } = connectRoles

const methods = [
  'all',
  'delete',
  'get',
  'head',
  'options',
  'patch',
  'post',
  'put',
  'trace',
] as const

export const restana: ModuleEntry = {
  framework: 'restana',
  specifiers: ['restana'],
  exports: {
    default: {
      registration: {
        handlers: [properties(0, 'defaultRoute')],
        parameters,
        label: { type: 'text', text: 'not-found handler' },
      },
      alsoRegisters: [
        {
          handlers: [properties(0, 'errorHandler')],
          parameters: ['error', 'request', 'response'],
          label: { type: 'text', text: 'error handler' },
        },
      ],
      returns: 'Service',
      boots: true,
    },
    ...methodsOf('Service', methods, routeOf({ parameters })),
    'Service.prototype.use': middlewareOf({ parameters }),
    'Service.prototype.newRouter': { returns: 'Service' },
    'Service.prototype.getServer': { returns: 'node:http#Server' },
    'Service.prototype.start': { boots: true },
  },
  requestTypes: { Request: 'request', Response: 'response' },
  handlerTypes: { ErrorHandler: ['error', 'request', 'response'], RequestHandler: parameters },
}
