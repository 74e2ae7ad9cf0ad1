import type { ApiFacts, ModuleEntry } from '../types.js'
import { handledBy, properties } from './registrations.js'

const framework = 'ts-rest'

// A contract nests routers by a level or two.
const routes: ApiFacts = {
  registration: {
    handlers: [
      properties(1, '*', '*.handler', '*.*', '*.*.handler'),
      properties(1, '*.middleware', '*.*.middleware'),
    ],
    parameters: ['context'],
    label: { type: 'text', text: 'ts-rest route' },
  },
  returns: 'Routes',
}

const options = (position: number): ApiFacts =>
  handledBy('middleware', [properties(position, 'globalMiddleware', 'requestValidationErrorHandler')], {
    parameters: [],
  })

export const tsRestExpress: ModuleEntry = {
  framework,
  specifiers: ['@ts-rest/express'],
  exports: {
    initServer: { returns: 'Server' },
    'Server.prototype.router': routes,
    'Server.prototype.route': {
      ...handledBy('ts-rest route', [{ type: 'at', positions: [1] }, properties(1, 'handler')], {
        parameters: ['context'],
      }),
      returns: 'argument',
    },
    createExpressEndpoints: options(3),
  },
}

export const tsRestFastify: ModuleEntry = {
  framework,
  specifiers: ['@ts-rest/fastify'],
  exports: {
    initServer: { returns: 'Server' },
    'Server.prototype.router': routes,
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
    TsRestRequest: { parameter: 'data' },
  },
}
