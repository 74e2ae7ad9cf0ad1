import type { ApiFacts, ModuleEntry } from '../types.js'
import { methodsOf } from './methods-of.js'
import { procedure, procedureMiddleware } from './procedures.js'

const builtProcedure: ApiFacts = { ...procedure, returns: 'Procedure' }

/** Version 1: what is built by hand, and what implements a contract. */
export const orpc: ModuleEntry = {
  framework: 'oRPC',
  specifiers: ['@orpc/server'],
  exports: {
    os: { returns: 'Builder' },
    implement: { returns: 'Implementer' },
    ...methodsOf(
      'Builder',
      [
        '$config',
        '$context',
        '$input',
        '$meta',
        '$route',
        'errors',
        'input',
        'meta',
        'output',
        'prefix',
        'route',
        'tag',
      ],
      { returns: 'this' },
    ),
    'Builder.prototype.use': { ...procedureMiddleware, returns: 'this' },
    'Builder.prototype.middleware': procedureMiddleware,
    'Builder.prototype.handler': builtProcedure,
    'Builder.prototype.router': { groups: true, returns: 'argument' },
    ...methodsOf('Procedure', ['errors', 'meta', 'route', 'callable', 'actionable'], {
      returns: 'this',
    }),
    'Procedure.prototype.use': { ...procedureMiddleware, returns: 'this' },
    'Implementer.prototype.$context': { returns: 'this' },
    'Implementer.prototype.use': { ...procedureMiddleware, returns: 'this' },
    'Implementer.prototype.middleware': procedureMiddleware,
    'Implementer.prototype.router': { groups: true, returns: 'argument' },
    'Implementer.prototype.**.handler': builtProcedure,
    'Implementer.prototype.**.use': { ...procedureMiddleware, returns: 'this' },
  },
}
