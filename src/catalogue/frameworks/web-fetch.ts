import type { FileFramework } from '../file-conventions.js'
import type { ApiFacts, ModuleEntry, ParameterRole } from '../types.js'
import { methodsOf } from './methods-of.js'
import { at, handledBy, properties, routeOf } from './registrations.js'

const parameters: readonly ParameterRole[] = ['request', 'other']
const request = { parameters } as const

const routes = ['all', 'delete', 'get', 'head', 'options', 'patch', 'post', 'put'] as const

const makesRouter: ApiFacts = {
  ...handledBy('middleware', [properties(0, 'before', 'finally', 'missing')], request),
  alsoRegisters: [
    {
      handlers: [properties(0, 'catch')],
      parameters: ['error', 'request'],
      label: { type: 'text', text: 'error handler' },
    },
  ],
  returns: 'RouterType',
  boots: true,
}

/** Versions 4 to 6. */
export const ittyRouter: ModuleEntry = {
  framework: 'itty-router',
  specifiers: ['itty-router'],
  exports: {
    AutoRouter: makesRouter,
    IttyRouter: makesRouter,
    Router: makesRouter,
    ...methodsOf('RouterType', routes, routeOf(request)),
  },
  requestTypes: { IRequest: 'request', IRequestStrict: 'request' },
}

export const fets: ModuleEntry = {
  framework: 'feTS',
  specifiers: ['fets'],
  exports: {
    createRouter: { returns: 'Router', boots: true },
    'Router.prototype.route': {
      registration: {
        handlers: [properties(0, 'handler')],
        parameters,
        label: { type: 'route-options', position: 0 },
      },
      returns: 'this',
    },
  },
}

/** Servers that are given a function from a `Request` to a `Response`. */
export const srvx: ModuleEntry = {
  framework: 'Web Fetch handlers',
  specifiers: ['srvx', 'srvx/node', 'srvx/bun', 'srvx/deno'],
  exports: {
    serve: {
      ...handledBy('HTTP request', [properties(0, 'fetch', 'middleware')], request),
      alsoRegisters: [
        {
          handlers: [properties(0, 'error')],
          parameters: ['error'],
          label: { type: 'text', text: 'error handler' },
        },
      ],
      boots: true,
    },
    toNodeHandler: handledBy('HTTP request', [at(0)], request),
  },
}

export const fetchGlobals: ModuleEntry = {
  framework: 'Web Fetch handlers',
  specifiers: ['global'],
  exports: {
    'Bun.serve': {
      ...handledBy('HTTP request', [properties(0, 'fetch', 'routes.*', 'routes.*.*')], request),
      boots: true,
    },
    'Deno.serve': {
      ...handledBy('HTTP request', [at(0, 1), properties(0, 'handler')], request),
      boots: true,
    },
  },
}

/** `export default { fetch(request) { … } }`, which these runtimes and tools serve. */
export const fetchFiles: FileFramework = {
  framework: 'Web Fetch handlers',
  packages: ['@cloudflare/workers-types', '@types/bun', 'bun-types', 'srvx', 'wrangler'],
  files: [
    { path: /\.[cm]?[jt]sx?$/, exports: ['default.fetch'], parameters, name: 'HTTP request' },
  ],
}
