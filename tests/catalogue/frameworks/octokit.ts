import type { HandlerTable } from './handler-table.js'

export const octokit: HandlerTable = {
  '@octokit/webhooks': `
import { createEventHandler, Webhooks } from '@octokit/webhooks'
const webhooks = new Webhooks()

createEventHandler().on('menu', $) // context
webhooks.on('menu', $) // context
webhooks.onAny($) // context
webhooks.onError($) // error`,
  'probot': `
import { createNodeMiddleware, run, createProbot, Probot, Context } from 'probot'
const probot = new Probot()

createNodeMiddleware($) // startup
run($) // startup
createProbot().on('menu', $) // context
probot.webhooks().on('menu', $) // context
probot.load($) // startup
probot.on('menu', $) // context
probot.onAny($) // context
probot.onError($) // error
export const ofContext = $<Context> // context`,
}
