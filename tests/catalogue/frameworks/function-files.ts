import type { HandlerTable } from './handler-table.js'

export const functionFiles: HandlerTable = {
  '@netlify/functions': `
import { builder, schedule, stream, BackgroundHandler, Handler, StreamingHandler } from '@netlify/functions'

builder($) // data context
schedule($) // data context
stream($) // data context
export const asBackgroundHandler: BackgroundHandler = $ // data context
export const asHandler: Handler = $ // data context
export const asStreamingHandler: StreamingHandler = $ // data context`,
  '@vercel/node': `
import { VercelApiHandler, VercelRequest, VercelResponse } from '@vercel/node'

export const asVercelApiHandler: VercelApiHandler = $ // request response
export const ofVercelRequest = $<VercelRequest> // request
export const ofVercelResponse = $<VercelResponse> // response`,
}
