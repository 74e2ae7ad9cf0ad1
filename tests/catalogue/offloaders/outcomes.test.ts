import { describe, expect, test } from 'vitest'
import { lint } from '../../rules/marked-lines.js'

/** The messages about a handler that does what `statement` says. */
function messagesOf(rule: string, imports: string, statement: string): readonly string[] {
  const code = `import Koa from 'koa'
${imports}
new Koa().use(async (ctx) => { ${statement} })`
  return lint(rule, { code }).map(({ message }) => message)
}

describe('what becomes of a function that uses a request from around it', () => {
  const notDefined = 'the promise rejects with a ReferenceError'
  const needsGlobal = 'the call throws a ReferenceError anyway, because it needs a global Worker, which Node.js has not'

  const rows: readonly (readonly [library: string, imports: string, statement: string, outcome: string])[] = [
    ['worker_threads', `import { Worker } from 'node:worker_threads'`, 'new Worker(() => ctx.url)', 'new Worker throws, because it takes no function'],
    ['workerpool', `import workerpool from 'workerpool'`, 'workerpool.pool().exec(() => ctx.url)', notDefined],
    ['bthreads', `import { Pool } from 'bthreads'`, 'new Pool(() => ctx.url)', notDefined],
    ['bthreads', `import { Thread } from 'bthreads'`, 'new Thread(() => ctx.url)', notDefined],
    ['microjob', `import { job } from 'microjob'`, 'job(() => ctx.url)', notDefined],
    ['nanothreads', `import { InlineThread } from 'nanothreads'`, 'new InlineThread(() => ctx.url)', 'an uncaught ReferenceError ends the process'],
    ['nanothreads', `import { ThreadPool } from 'nanothreads'`, 'new ThreadPool({ task: () => ctx.url })', 'an uncaught ReferenceError ends the process'],
    ['node-worker-threads-pool', `import { StaticPool } from 'node-worker-threads-pool'`, 'new StaticPool({ task: () => ctx.url })', notDefined],
    ['node-worker-threads-pool', `import { DynamicPool } from 'node-worker-threads-pool'`, 'new DynamicPool(1).exec({ task: () => ctx.url })', notDefined],
    ['node-worker-threads-pool', `import { DynamicPool } from 'node-worker-threads-pool'`, 'new DynamicPool(1).createExecutor(() => ctx.url)', notDefined],
    ...['FixedThreadPool', 'DynamicThreadPool', 'FixedClusterPool', 'DynamicClusterPool'].map((pool) => [
      'poolifier',
      `import { ${pool} } from 'poolifier'`,
      `new ${pool}(4, './print.js').addTaskFunction('print', () => ctx.url)`,
      notDefined,
    ] as const),
    ['multithreading', `import { spawn } from 'multithreading'`, 'spawn(() => ctx.url)', 'join() gives an error, because the variable is not defined there'],
    ['isoworker', `import { workerize } from 'isoworker'`, 'workerize(() => ctx.url)', 'the call fails with a ReferenceError'],
    ...['spawn', 'map', 'reduce'].map((method) => [
      'Parallel.js',
      `import Parallel from 'paralleljs'`,
      `new Parallel([]).${method}(() => ctx.url)`,
      'the promise never settles',
    ] as const),
    ['tiny-worker', `import Worker from 'tiny-worker'`, 'new Worker(() => ctx.url)', 'the worker never answers'],
    ['greenlet', `import greenlet from 'greenlet'`, 'greenlet(() => ctx.url)', needsGlobal],
    ['workly', `import { proxy } from 'workly'`, 'proxy(() => ctx.url)', needsGlobal],
    ['make-synchronous', `import makeSynchronous from 'make-synchronous'`, 'makeSynchronous(() => ctx.url)', 'the call throws a ReferenceError'],
    ['Bree', `import Bree from 'bree'`, 'new Bree({ jobs: [{ path: () => ctx.url }] })', 'it is undefined there'],
  ]

  test.each(rows)('by %s, where %s: %s', (library, imports, statement, outcome) => {
    expect(messagesOf('no-request-in-worker', imports, statement)).toEqual([
      `\`ctx\` is the request context, and only the source text of this function gets to where ${library} runs it: ${outcome}. Pass the fields that are needed there as arguments, such as \`ctx.url\`.`,
    ])
  })
})

// Parts of Koa's context say what becomes of them as JSON, and so it does not refer to itself.
test.each([
  ['BullMQ', `import { Queue } from 'bullmq'`, `await new Queue('a').add('print', ctx)`],
  ['BullMQ', `import { Queue } from 'bullmq'`, `await new Queue('a').addBulk([{ data: ctx }])`],
  ['BullMQ', `import { FlowProducer } from 'bullmq'`, `await new FlowProducer().add({ data: ctx })`],
  ['Bull', `import Queue from 'bull'`, `await new Queue('a').add(ctx)`],
  ['Bull', `import Queue from 'bull'`, `await new Queue('a').addBulk([{ data: ctx }])`],
  ['Bee-Queue', `import Queue from 'bee-queue'`, `await new Queue('a').createJob(ctx).save()`],
  ['child_process', `import { fork } from 'node:child_process'`, `fork('./print.js').send(ctx)`],
  ['child_process', '', `process.send(ctx)`],
  ['cluster', `import cluster from 'node:cluster'`, `cluster.fork().send(ctx)`],
  ['Parallel.js', `import Parallel from 'paralleljs'`, `new Parallel(ctx)`],
  ['poolifier', `import { FixedClusterPool } from 'poolifier'`, `await new FixedClusterPool(4, './print.js').execute(ctx)`],
  ['poolifier', `import { FixedClusterPool } from 'poolifier'`, `await new FixedClusterPool(4, './print.js').mapExecute([ctx])`],
  ['poolifier', `import { DynamicClusterPool } from 'poolifier'`, `await new DynamicClusterPool(1, 4, './print.js').execute(ctx)`],
  ['poolifier', `import { DynamicClusterPool } from 'poolifier'`, `await new DynamicClusterPool(1, 4, './print.js').mapExecute([ctx])`],
  ['tiny-worker', `import Worker from 'tiny-worker'`, `new Worker('./print.js').postMessage(ctx)`],
  ['worker-farm', `import workerFarm from 'worker-farm'`, `workerFarm('./print.js')(ctx, done)`],
  ['worker-farm', `import workerFarm from 'worker-farm'`, `workerFarm('./print.js', ['print']).print(ctx, done)`],
])('what %s makes of a context, where %s: %s', (library, imports, statement) => {
  expect(messagesOf('no-request-in-worker', imports, statement)).toEqual([
    `\`ctx\` is the request context and cannot be handed to ${library}: it throws, or arrives without its methods and its body, by what the framework lets JSON see. Pass the fields that are needed there, such as \`ctx.params\`.`,
  ])
})

test.each([
  ['Piscina', `import Piscina from 'piscina'`, 'new Piscina()', 'maxQueue', 'the promise of a task too many rejects'],
  ['Tinypool', `import Tinypool from 'tinypool'`, 'new Tinypool()', 'maxQueue', 'the promise of a task too many rejects'],
  ['workerpool', `import { pool } from 'workerpool'`, 'pool()', 'maxQueueSize', 'the call of a task too many throws'],
  ['threads.js', `import { Pool } from 'threads'`, 'Pool()', 'maxQueuedJobs', 'the call of a job too many throws'],
  ['worker-farm', `import farm from 'worker-farm'`, 'farm()', 'maxConcurrentCalls', 'the callback of a call too many gets an error'],
  ['worker-nodes', `import Nodes from 'worker-nodes'`, 'new Nodes()', 'maxTasks', 'the promise of a call too many rejects'],
  ['worker-threads-pool', `import Pool from 'worker-threads-pool'`, 'new Pool()', 'maxWaiting', 'the callback of a task too many gets an error'],
])('what a full queue of %s does', (_, imports, statement, option, overflow) => {
  const api = statement.replace('()', '')
  expect(messagesOf('require-pool-limits', imports, statement)).toEqual([
    `\`${api}\` lets any number of tasks wait, and each holds its request and its memory. Set \`${option}\`, and answer 503 when ${overflow}.`,
  ])
})
