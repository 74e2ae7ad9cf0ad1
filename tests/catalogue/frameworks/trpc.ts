import type { HandlerTable } from './handler-table.js'

export const trpc: HandlerTable = {
  '@trpc/server': `
import { initTRPC } from '@trpc/server'
const tRPCBuilder = initTRPC()
const tRPCRoot = tRPCBuilder.create()
const { procedure } = tRPCRoot
const middleware = tRPCRoot.middleware()

initTRPC().create({ errorFormatter: $ }) // error
tRPCBuilder.create().middleware($) // context
tRPCRoot.procedure.use($) // context
tRPCRoot.middleware().unstable_pipe($) // context
tRPCRoot.mergeRouters(tRPCRoot.router({ menus: procedure.query($) })) // context
tRPCBuilder
  .context().meta()
  .create({ errorFormatter: $ }) // error
tRPCBuilder.create({ errorFormatter: $ }) // error
tRPCRoot.middleware($) // context
procedure
  .input().output().meta().errors().concat().unstable_concat()
  .use($) // context
  .use($) // context
procedure.{query mutation subscription}($) // context
middleware
  .unstable_pipe($) // context
  .unstable_pipe($) // context`,
  '@trpc/server/adapters/aws-lambda': `
import { awsLambdaRequestHandler, awsLambdaStreamingRequestHandler } from '@trpc/server/adapters/aws-lambda'

awsLambdaRequestHandler({ createContext: $, onError: $, responseMeta: $ }) // context
awsLambdaStreamingRequestHandler({ createContext: $, onError: $, responseMeta: $ }) // context`,
  '@trpc/server/adapters/express': `
import { createExpressMiddleware } from '@trpc/server/adapters/express'

createExpressMiddleware({ createContext: $, onError: $, responseMeta: $ }) // context`,
  '@trpc/server/adapters/fastify': `
import { fastifyRequestHandler } from '@trpc/server/adapters/fastify'

fastifyRequestHandler({ createContext: $, onError: $, responseMeta: $ }) // context`,
  '@trpc/server/adapters/fetch': `
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'

fetchRequestHandler({ createContext: $, onError: $, responseMeta: $ }) // context`,
  '@trpc/server/adapters/next': `
import { createNextApiHandler } from '@trpc/server/adapters/next'

createNextApiHandler({ createContext: $, onError: $, responseMeta: $ }) // context`,
  '@trpc/server/adapters/node-http': `
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http'

nodeHTTPRequestHandler({ createContext: $, onError: $, responseMeta: $ }) // context`,
  '@trpc/server/adapters/standalone': `
import { createHTTP2Handler, createHTTPHandler, createHTTPServer } from '@trpc/server/adapters/standalone'

createHTTP2Handler({ createContext: $, onError: $, responseMeta: $ }) // context
createHTTPHandler({ createContext: $, onError: $, responseMeta: $ }) // context
createHTTPServer({ createContext: $, onError: $, responseMeta: $ }) // context`,
  '@trpc/server/adapters/ws': `
import { applyWSSHandler } from '@trpc/server/adapters/ws'

applyWSSHandler({ createContext: $, onError: $, responseMeta: $ }) // context`,
}
