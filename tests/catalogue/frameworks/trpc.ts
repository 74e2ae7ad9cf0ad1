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
}
