import type { ApiFacts, ModuleEntry } from '../types.js'
import { methodsOf } from './methods-of.js'

const serverSide = (label: string): ApiFacts => ({
  registration: {
    handlers: [{ type: 'at', positions: [0] }],
    parameters: ['context'],
    label: { type: 'kept', noun: label },
  },
  returns: 'this',
})

/** Version 1. What `client` is given runs in browsers. */
export const tanstackStart: ModuleEntry = {
  framework: 'TanStack Start',
  specifiers: ['@tanstack/react-start', '@tanstack/solid-start'],
  exports: {
    createServerFn: { returns: 'ServerFn' },
    ...methodsOf('ServerFn', ['middleware', 'type'], { returns: 'this' }),
    ...methodsOf('ServerFn', ['validator', 'inputValidator', 'handler'], serverSide('server function')),
    createMiddleware: { returns: 'Middleware' },
    ...methodsOf('Middleware', ['client', 'middleware', 'validator', 'inputValidator'], { returns: 'this' }),
    'Middleware.prototype.server': serverSide('server middleware'),
  },
}

export const tanstackStartServer: ModuleEntry = {
  framework: 'TanStack Start',
  specifiers: ['@tanstack/react-start/server', '@tanstack/solid-start/server'],
  exports: {
    createServerFileRoute: { returns: 'ServerRoute' },
    'ServerRoute.prototype.middleware': { returns: 'this' },
    'ServerRoute.prototype.methods': {
      registration: {
        handlers: [{ type: 'properties', position: 0, properties: ['*', '*.handler'] }],
        parameters: ['context'],
        label: { type: 'keys', noun: 'server route' },
      },
      returns: 'this',
    },
  },
}
