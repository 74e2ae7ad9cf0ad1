import type { HandlerTable } from './handler-table.js'

export const jobQueues: HandlerTable = {
  'agenda': `
import agenda, { Agenda } from 'agenda'
const ownAgenda = new Agenda()

agenda().define('menu', $, [$]) // data next paced
export const byAgenda = (typed: Agenda) => typed.define('menu', $, [$]) // data next paced
ownAgenda.define('menu', $, [$]) // data next paced`,
  'bee-queue': `
import beequeue from 'bee-queue'
const queue = beequeue()

beequeue().process($) // data other paced
queue
  .{addListener on once prependListener prependOnceListener}('order', $) // data
  .addListener('{ready error closing closed}', $) // startup
  .addListener('ioredis:close', $) // startup
  .addListener('order', $) // data
queue.process($) // data other paced`,
  'bull': `
import bull from 'bull'
const queue = bull()

bull().process($) // data other paced
queue
  .{addListener on once prependListener prependOnceListener}('order', $) // data
  .addListener('{ready error closing closed}', $) // startup
  .addListener('ioredis:close', $) // startup
  .addListener('order', $) // data
queue.process($) // data other paced`,
  'bullmq': `
import { Worker, QueueEvents, Processor } from 'bullmq'
const worker = new Worker()
const queueEvents = new QueueEvents()

Worker('menu', $) // data other other paced
worker
  .{addListener on once prependListener prependOnceListener}('order', $) // data
  .addListener('{ready error closing closed}', $) // startup
  .addListener('ioredis:close', $) // startup
  .addListener('order', $) // data
queueEvents
  .{addListener on once prependListener prependOnceListener}('order', $) // data
  .addListener('{ready error closing closed}', $) // startup
  .addListener('ioredis:close', $) // startup
  .addListener('order', $) // data
export const asProcessor: Processor = $ // data other other`,
  'inngest': `
import { Inngest } from 'inngest'
const inngest = new Inngest()

export const byInngest = (typed: Inngest) => typed.createFunction($) // context paced
inngest.createFunction($) // context paced`,
  'pg-boss': `
import pgboss, { PgBoss } from 'pg-boss'
const pgBoss = new PgBoss()

pgboss().work($) // data paced
export const byPgBoss = (typed: PgBoss) => typed.work($) // data paced
pgBoss.work($) // data paced`,
  '@temporalio/worker': `
import { Worker } from '@temporalio/worker'
const worker = new Worker()

Worker.create({ activities: { menu: $ } }) // data paced`,
}
