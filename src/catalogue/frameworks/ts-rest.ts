import type { ModuleEntry, Registration } from '../types.js'
import { handledBy, properties } from './registrations.js'

const framework = 'ts-rest'

// A contract nests routers by a level or two; what is below a name is a route of its own, or the `handler` of one.
const routes: Registration = {
  handlers: [properties(1, '*', '*.*', '*.*.handler')],
  parameters: ['context'],
  label: { type: 'text', text: 'ts-rest route' },
}

const middleware = (position: number, ...names: readonly string[]): Registration => ({
  handlers: [properties(position, ...names)],
  parameters: ['request', 'response', 'next'],
  label: { type: 'text', text: 'middleware' },
})

export const tsRestExpress: ModuleEntry = {
  framework,
  specifiers: ['@ts-rest/express'],
  exports: {
    initServer: { returns: 'Server' },
    // Middleware first: a route may be called `middleware`, too.
    'Server.prototype.router': {
      registration: middleware(1, '*.middleware', '*.*.middleware'),
      alsoRegisters: [routes],
    },
    'Server.prototype.route': handledBy('ts-rest route', [{ type: 'at', positions: [1] }, properties(1, 'handler')], {
      parameters: ['context'],
    }),
    createExpressEndpoints: {
      registration: middleware(3, 'globalMiddleware'),
      alsoRegisters: [
        {
          handlers: [properties(3, 'requestValidationErrorHandler')],
          parameters: ['error', 'request', 'response', 'next'],
          label: { type: 'text', text: 'error handler' },
        },
      ],
    },
  },
}

export const tsRestFastify: ModuleEntry = {
  framework,
  specifiers: ['@ts-rest/fastify'],
  exports: {
    initServer: { returns: 'Server' },
    'Server.prototype.router': { registration: routes },
  },
}

export const tsRestNest: ModuleEntry = {
  framework,
  specifiers: ['@ts-rest/nest'],
  exports: {
    // What a decorated method returns.
    tsRestHandler: handledBy(
      'ts-rest route',
      [{ type: 'at', positions: [1] }, properties(1, '*')],
      { parameters: ['context'] },
    ),
  },
  decorators: {
    TsRest: { method: { label: { type: 'own-name', noun: 'ts-rest route' } } },
    TsRestHandler: { method: { label: { type: 'own-name', noun: 'ts-rest route' } } },
  },
}
