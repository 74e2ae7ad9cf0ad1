import type { HandlerTable } from './handler-table.js'

export const events: HandlerTable = {
  'node:events': `
import nodeevents from 'node:events'
const eventEmitter = nodeevents()

nodeevents().addListener('order', $) // serving
eventEmitter
  .{addListener on once prependListener prependOnceListener}('order', $) // serving
  .addListener('{beforeExit close connect connected disconnect disconnected error exit listening newListener online open ready removeListener shutdown}', $) // startup
  .addListener('order', $) // serving`,
  'node:process': `
import process from 'node:process'

process.{addListener on once prependListener prependOnceListener}('SIGHUP', $) // startup`,
}
