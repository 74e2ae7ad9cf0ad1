import { describe, expect, it } from 'vitest'
import { entriesOf, expectMarked } from '../../analysis/marked-files.js'

const fs = `import { readFileSync, statSync } from 'node:fs'`

describe('jobs run on the loop of whoever processes them', () => {
  it.each([
    [
      'BullMQ',
      `import { Queue, QueueEvents, Worker } from 'bullmq'
const worker = new Worker('thumbnails', async (job) => readFileSync(job.data.path)) // !
new Worker('reports', new URL('reports.js', import.meta.url))
worker.on('completed', (job) => statSync(job.id)) // !
worker.on('ready', () => statSync('ready'))
new QueueEvents('thumbnails').on('failed', ({ jobId }) => statSync(jobId)) // !
new Queue('thumbnails').add('one', { path: readFileSync('start-up') })`,
    ],
    [
      'BullMQ, by the type of the processor',
      `import type { Job, Processor } from 'bullmq'
export const resize: Processor = async ({ data }) => readFileSync(data.path) // !
export const draw = async ({ data }) => readFileSync(data.path)`,
    ],
    [
      'Bull',
      `import Queue from 'bull'
const queue = new Queue('mails')
queue.process(async (job) => readFileSync(job.data.path)) // !
queue.process('welcome', 5, (job, done) => done(null, readFileSync(job.data.path))) // !
queue.process('reports', './reports.js')
queue.on('stalled', (job) => statSync(job.id)) // !`,
    ],
    [
      'Bee-Queue',
      `const Queue = require('bee-queue')
const queue = new Queue('invoices')
queue.process(3, async (job) => require('fs').readFileSync(job.data.path)) // !`,
    ],
    [
      'Agenda, whose processor moved',
      `import { Agenda } from 'agenda'
const agenda = new Agenda()
agenda.define('print', { priority: 'high' }, async (job) => readFileSync('a')) // !
agenda.define('fold', async (job) => readFileSync('b'), { concurrency: 1 }) // !
agenda.start(() => readFileSync('c'))`,
    ],
    [
      'pg-boss',
      `import PgBoss from 'pg-boss'
const boss = new PgBoss('postgres://localhost')
await boss.work('receipts', { batchSize: 2 }, async ([job]) => readFileSync(job.data.path)) // !`,
    ],
    [
      'Inngest 3 and 4',
      `import { Inngest } from 'inngest'
const inngest = new Inngest({ id: 'shop' })
export const ship = inngest.createFunction({ id: 'ship' }, { event: 'order/paid' }, async ({ event }) => readFileSync(event.data.path)) // !
export const bill = inngest.createFunction({ id: 'bill' }, async ({ event }) => readFileSync(event.data.path)) // !`,
    ],
    [
      'nothing that only sounds like one',
      `import { Worker } from './workers'
new Worker('thumbnails', async (job) => readFileSync(job.data.path))
queue.process(async (job) => readFileSync(job.data.path))
agenda.define('print', async () => readFileSync('a'))`,
    ],
  ])('%s', (_, code) => expectMarked({ 'src/worker.ts': `${fs}\n${code}` }))

  it('Temporal, whose activities are handed over as a whole', () => {
    expectMarked({
      'src/worker.ts': `${fs}
import { Worker } from '@temporalio/worker'
import * as activities from './activities'
import { createMailing } from './mailing'
async function run() {
  statSync('start-up')
  const worker = await Worker.create({ taskQueue: 'orders', workflowsPath: './workflows', activities: { ...activities, ...createMailing('smtp') } })
  await worker.run()
}
run()`,
      'src/activities.ts': `${fs}\nexport async function chargeCard(order) { return readFileSync(order) } // !\nconst own = () => statSync('never called')`,
      'src/mailing.ts': `${fs}\nexport const createMailing = (host) => ({ async sendReceipt(order) { return readFileSync(order) } }) // !`,
      'src/workflows.ts': `${fs}\nexport async function orderWorkflow() { return readFileSync('never on this loop') }`,
    })
  })

  it('each has the name that a person gives it', () => {
    const names = entriesOf({
      'src/worker.ts': `${fs}
import { Worker as Processing } from 'bullmq'
import { Worker } from '@temporalio/worker'
import { Inngest } from 'inngest'
new Processing('thumbnails', () => readFileSync('a'))
Worker.create({ activities: { chargeCard: () => readFileSync('a') } })
export const ship = new Inngest({ id: 'shop' }).createFunction({ id: 'ship' }, () => readFileSync('a'))`,
    })
    expect(names).toEqual(['Inngest function ship', 'activity chargeCard', 'job "thumbnails"'])
  })
})
