import type { HandlerTable } from './handler-table.js'

export const timers: HandlerTable = {
  'global': `

setInterval($) // paced`,
  'node:timers': `
import { setInterval } from 'node:timers'

setInterval($) // paced`,
}
