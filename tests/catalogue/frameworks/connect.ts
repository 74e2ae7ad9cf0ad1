import type { HandlerTable } from './handler-table.js'

export const connect: HandlerTable = {
  'connect': `
import connect, { ErrorHandleFunction, HandleFunction, NextHandleFunction, SimpleHandleFunction, IncomingMessage, NextFunction } from 'connect'
const server = connect()

connect().use($, [$]) // request response next
server.listen().addListener('order', $) // request response
server
  .use($, [$]) // request response next
  .use($, [$]) // error request response next
  .use($, [$]) // request response next
server.listen($) // startup
export const asErrorHandleFunction: ErrorHandleFunction = $ // error request response next
export const asHandleFunction: HandleFunction = $ // request response next
export const asNextHandleFunction: NextHandleFunction = $ // request response next
export const asSimpleHandleFunction: SimpleHandleFunction = $ // request response
export const ofIncomingMessage = $<IncomingMessage> // request
export const ofNextFunction = $<NextFunction> // next`,
}
