import type { HandlerTable } from './handler-table.js'

export const orpc: HandlerTable = {
  '@orpc/server': `
import { os, implement } from '@orpc/server'
const builder = os()
const implementer = implement()
const procedure = builder.handler()

os().use($) // context
implement().use($) // context
builder.handler().use($) // context
builder.router({ menus: builder.handler($) }) // context
implementer.router({ menus: implementer.menus.handler($) }) // context
implementer.menus.handler().use($) // context
builder
  .$config().$context().$input().$meta().$route().errors().input().meta().output().prefix().route().tag()
  .use($) // context
  .use($) // context
builder.{middleware handler}($) // context
procedure
  .errors().meta().route().callable().actionable()
  .use($) // context
  .use($) // context
implementer.menus.list.use($).handler($) // context
implementer
  .$context()
  .use($) // context
  .use($) // context
implementer.middleware($) // context`,
}
