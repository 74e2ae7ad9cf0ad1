import type { HandlerTable } from './handler-table.js'

export const timers: HandlerTable = {
  'global': `

setInterval($) // serving`,
  'node:timers': `
import { setInterval } from 'node:timers'

setInterval($) // serving`,
}
