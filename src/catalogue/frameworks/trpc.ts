import type { ApiFacts, ModuleEntry } from '../types.js'
import { methodsOf } from './methods-of.js'
import { procedure, procedureMiddleware } from './procedures.js'

/** Versions 10 and 11. */
export const trpc: ModuleEntry = {
  framework: 'tRPC',
  specifiers: ['@trpc/server'],
  exports: {
    initTRPC: { returns: 'TRPCBuilder' },
    ...methodsOf('TRPCBuilder', ['context', 'meta'], { returns: 'this' }),
    'TRPCBuilder.prototype.create': {
      registration: {
        handlers: [{ type: 'properties', position: 0, properties: ['errorFormatter'] }],
        parameters: ['error'],
        label: { type: 'text', text: 'error formatter' },
      },
      returns: 'TRPCRoot',
    },
    'TRPCRoot.prototype.procedure': { returns: 'Procedure' },
    'TRPCRoot.prototype.middleware': { ...procedureMiddleware, returns: 'Middleware' },
    'TRPCRoot.prototype.router': { groups: true, returns: 'argument' },
    'TRPCRoot.prototype.mergeRouters': { returns: 'argument' },
    ...methodsOf('Procedure', ['input', 'output', 'meta', 'errors', 'concat', 'unstable_concat'], {
      returns: 'this',
    }),
    'Procedure.prototype.use': { ...procedureMiddleware, returns: 'this' },
    ...methodsOf('Procedure', ['query', 'mutation', 'subscription'], procedure),
    'Middleware.prototype.unstable_pipe': { ...procedureMiddleware, returns: 'this' },
  },
}

const forEachRequest: ApiFacts = {
  registration: {
    handlers: [
      {
        type: 'properties',
        position: 0,
        properties: ['createContext', 'onError', 'responseMeta'],
      },
    ],
    parameters: ['context'],
    label: { type: 'text', text: 'tRPC request' },
  },
}

const adapter = (name: string, callees: readonly string[]): ModuleEntry => ({
  specifiers: [`@trpc/server/adapters/${name}`],
  exports: Object.fromEntries(callees.map((callee) => [callee, forEachRequest])),
})

export const trpcAdapters: readonly ModuleEntry[] = [
  adapter('aws-lambda', ['awsLambdaRequestHandler', 'awsLambdaStreamingRequestHandler']),
  adapter('express', ['createExpressMiddleware']),
  adapter('fastify', ['fastifyRequestHandler']),
  adapter('fetch', ['fetchRequestHandler']),
  adapter('next', ['createNextApiHandler']),
  adapter('node-http', ['nodeHTTPRequestHandler']),
  adapter('standalone', ['createHTTP2Handler', 'createHTTPHandler', 'createHTTPServer']),
  adapter('ws', ['applyWSSHandler']),
]
