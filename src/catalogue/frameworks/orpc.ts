import type { ApiFacts, ModuleEntry } from '../types.js'
import { methodsOf } from './methods-of.js'

const middleware: ApiFacts = {
  registration: {
    handlers: [{ type: 'at', positions: [0] }],
    parameters: ['context'],
    contextBy: 'next',
    label: { type: 'text', text: 'procedure middleware' },
  },
}

const procedure: ApiFacts = {
  registration: {
    handlers: [{ type: 'at', positions: [0] }],
    parameters: ['context'],
    contextBy: 'next',
    label: { type: 'kept', noun: 'procedure' },
  },
  returns: 'Procedure',
}

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
    'Builder.prototype.use': { ...middleware, returns: 'this' },
    'Builder.prototype.middleware': middleware,
    'Builder.prototype.handler': procedure,
    'Builder.prototype.router': { groups: true, returns: 'argument' },
    ...methodsOf('Procedure', ['errors', 'meta', 'route', 'callable', 'actionable'], {
      returns: 'this',
    }),
    'Procedure.prototype.use': { ...middleware, returns: 'this' },
    'Implementer.prototype.$context': { returns: 'this' },
    'Implementer.prototype.use': { ...middleware, returns: 'this' },
    'Implementer.prototype.middleware': middleware,
    'Implementer.prototype.router': { groups: true, returns: 'argument' },
    'Implementer.prototype.**.handler': procedure,
    'Implementer.prototype.**.use': { ...middleware, returns: 'this' },
  },
}
