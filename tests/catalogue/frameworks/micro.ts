import type { HandlerTable } from './handler-table.js'

export const micro: HandlerTable = {
  'micro': `
import micro, { serve, run, RequestHandler } from 'micro'

micro($) // request response
serve($) // request response
run('menu', 'menu', $) // request response
micro().addListener('order', $) // request response
export const asRequestHandler: RequestHandler = $ // request response`,
}
