import type { ModuleEntry } from '../types.js'
import { connectRoles, listens, middlewareOf } from './registrations.js'

export const connect: ModuleEntry = {
  framework: 'connect',
  specifiers: ['connect'],
  exports: {
    default: { returns: 'Server', boots: true },
    'Server.prototype.use': middlewareOf(connectRoles),
    'Server.prototype.listen': { ...listens, returns: 'node:http#Server' },
  },
  requestTypes: { IncomingMessage: 'request', NextFunction: 'next' },
  handlerTypes: {
    ErrorHandleFunction: connectRoles.parametersByArity[4],
    HandleFunction: connectRoles.parameters,
    NextHandleFunction: connectRoles.parameters,
    SimpleHandleFunction: ['request', 'response'],
  },
}
