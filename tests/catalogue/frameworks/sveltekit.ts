import type { HandlerTable } from './handler-table.js'

export const sveltekit: HandlerTable = {
  '@sveltejs/kit': `
import { Action, Handle, RequestHandler, ServerLoad, RequestEvent, ServerLoadEvent } from '@sveltejs/kit'

export const asAction: Action = $ // context
export const asHandle: Handle = $ // context
export const asRequestHandler: RequestHandler = $ // context
export const asServerLoad: ServerLoad = $ // context
export const ofRequestEvent = $<RequestEvent> // context
export const ofServerLoadEvent = $<ServerLoadEvent> // context`,
  '$app/server': `
import { command, form, query } from '$app/server'

command($) // data
form($) // data
query($) // data
query.batch($) // data`,
}
