import { describe, expect, it } from 'vitest'
import { poolLimitsRule } from '../../src/findings/offloading/pool-limits-rule.js'
import { findingsIn } from '../analysis/marked-files.js'
import { lint, testMarkedLines } from './marked-lines.js'

const rule = 'require-pool-limits'

/** Pools beside a server. */
const serving = (code: string): string => `${code}
import express from 'express'
express().post('/print', async (req, res) => res.send(await print(req.body)))`

describe('by the options of each library', () => {
  testMarkedLines(rule, [
    {
      title: 'Piscina and Tinypool',
      code: serving(`import Piscina, { Piscina as Pool } from 'piscina'
import Tinypool from 'tinypool'
new Piscina() // !
new Piscina({ filename: './print.js' }) // !
new Pool({ filename: './print.js', maxThreads: 4 }) // !
new Piscina({ filename: './print.js', maxQueue: Infinity }) // !
new Piscina({ filename: './print.js', maxQueue: 100, maxThreads: Infinity }) // !
new Tinypool({ filename: './print.js' }) // !
new Piscina({ filename: './print.js', maxQueue: 100 })
new Piscina({ filename: './print.js', maxQueue: 'auto' })
new Piscina({ filename: './print.js', maxQueue: 0 })
new Tinypool({ maxQueue: Number(process.env.QUEUE) })`),
    },
    {
      title: 'workerpool, whose options come alone or after a script',
      code: serving(`import workerpool from 'workerpool'
workerpool.pool() // !
workerpool.pool('./print.js') // !
workerpool.pool('./print.js', { maxWorkers: 2 }) // !
workerpool.pool({ maxWorkers: 2 }) // !
workerpool.pool({ maxQueueSize: 10 })
workerpool.pool('./print.js', { maxQueueSize: 10 })`),
    },
    {
      title: 'threads.js, whose second argument may be the size alone',
      code: serving(`import { Pool, spawn, Worker } from 'threads'
const start = () => spawn(new Worker('./print'))
Pool(start) // !
Pool(start, 4) // !
Pool(start, { size: 4 }) // !
Pool(start, { maxQueuedJobs: 10 })`),
    },
    {
      title: 'worker-farm, worker-nodes and worker-threads-pool',
      code: serving(`import workerFarm from 'worker-farm'
import WorkerNodes from 'worker-nodes'
import WorkerThreadsPool from 'worker-threads-pool'
workerFarm('./print.js') // !
workerFarm({ maxConcurrentWorkers: 2 }, './print.js') // !
workerFarm({ maxConcurrentCalls: 10 }, './print.js')
new WorkerNodes('./print.js') // !
new WorkerNodes('./print.js', { maxTasks: 10 })
new WorkerThreadsPool({ max: 4 }) // !
new WorkerThreadsPool({ maxWaiting: 10 })`),
    },
    {
      title: 'libraries that cannot be limited',
      code: serving(`import { Worker } from 'jest-worker'
import { DynamicThreadPool, FixedClusterPool } from 'poolifier'
import { DynamicPool, StaticPool } from 'node-worker-threads-pool'
import WorkerFarm from '@parcel/workers'
import { start } from 'microjob'
import { ThreadPool } from 'nanothreads'
import { Pool } from 'bthreads'
new Worker('./print.js', { numWorkers: 2 }) // !
new DynamicThreadPool(1, 4, './print.js', { enableTasksQueue: true }) // !
new FixedClusterPool(4, './print.js') // !
new StaticPool({ size: 2, task: './print.js' }) // !
new DynamicPool(2) // !
new WorkerFarm({ workerPath: './print.js', maxConcurrentWorkers: 2 }) // !
start({ maxWorkers: 2 }) // !
new ThreadPool({ task: (row) => row, count: 2 }) // !
new Pool('./print.js', { size: 2 }) // !`),
    },
    {
      title: 'wherever the pool is made, and through constants',
      code: serving(`import Piscina from 'piscina'
const filename = './print.js'
const options = { filename }
class Printer {
  pool = new Piscina(options) // !
  static open() { return new Piscina({ ...options, idleTimeout: 10 }) } // !
}
class Pool extends Piscina {
  constructor() { super({ filename }) } // !
}
export const printer = new Printer()
export const print = (rows) => printer.pool.run(rows)`),
    },
  ])
})

describe('silent', () => {
  testMarkedLines(rule, [
    {
      title: 'options that come from elsewhere, or whose names are computed',
      code: serving(`import Piscina from 'piscina'
import workerpool from 'workerpool'
import { options } from './options.js'
const key = process.env.KEY
const written = { filename: './print.js' }
written.maxQueue = 10
const limits = { maxQueue: 10 }
export const open = (given) => new Piscina(given)
new Piscina(options)
new Piscina({ ...options })
new Piscina({ filename: './print.js', ...options })
new Piscina({ [key]: 10 })
new Piscina(written)
new Piscina({ ...limits, filename: './print.js' })
new Piscina(...process.argv)
workerpool.pool(__dirname + '/print.js')`),
    },
    {
      title: 'pools of other kinds, and of the project’s own',
      code: serving(`import { Pool } from 'pg'
import { Piscina } from './piscina.js'
import { Worker } from 'node:worker_threads'
import { fork } from 'node:child_process'
new Pool({ max: 10 })
new Piscina({ filename: './print.js' })
new Worker('./print.js')
fork('./print.js')
const pool = { run: (task) => task }
pool.run({})`),
    },
    {
      title: 'a project that serves no requests',
      code: `import Piscina from 'piscina'
const pool = new Piscina({ filename: './compile.js' })
export const compileAll = (files) => Promise.all(files.map((file) => pool.run(file)))`,
    },
    {
      title: 'tests and scripts',
      file: 'scripts/print-all.js',
      code: serving(`import Piscina from 'piscina'\nnew Piscina({ filename: './print.js' })`),
    },
    {
      title: 'the queue, when only workers are asked for',
      options: { checkQueue: false },
      code: serving(`import Piscina from 'piscina'
import { Worker } from 'jest-worker'
new Piscina({ filename: './print.js' })
new Worker('./print.js')
new Worker('./print.js', { numWorkers: Infinity }) // !
new Piscina({ maxThreads: Number.POSITIVE_INFINITY }) // !`),
    },
    {
      title: 'workers, when only the queue is asked for',
      options: { checkWorkers: false },
      code: serving(`import Piscina from 'piscina'
new Piscina({ maxQueue: 10, maxThreads: Infinity })
new Piscina({ maxThreads: Infinity }) // !`),
    },
  ])
})

it('says by which option, and what happens to a task too many', () => {
  const code = serving(`import Piscina from 'piscina'
import workerpool from 'workerpool'
import { Worker } from 'jest-worker'
new Piscina({ filename: './print.js' })
new Piscina({ maxThreads: Infinity })
new Piscina({ maxThreads: Infinity, maxQueue: 9 })
workerpool.pool()
new Worker('./print.js')`)
  expect(lint(rule, { code }).map(({ message }) => message)).toEqual([
    '`new Piscina` lets any number of tasks wait, and each holds its request and its memory. Set `maxQueue`, and answer 503 when the promise of a task too many rejects.',
    '`new Piscina` lets the number of its workers and of waiting tasks grow without end. Set `maxThreads` and `maxQueue`, and answer 503 when the promise of a task too many rejects.',
    '`new Piscina` lets the number of its workers grow without end. Set `maxThreads`.',
    '`workerpool.pool` lets any number of tasks wait, and each holds its request and its memory. Set `maxQueueSize`, and answer 503 when the call of a task too many throws.',
    'jest-worker has no option that limits how many tasks wait for `new Worker`. Count what is under way and answer 503 above a limit, or use a pool that has such an option.',
  ])
})

it.each([
  ['new Piscina({ filename })', "new Piscina({ filename, maxQueue: 'auto' })"],
  ['new Piscina({})', "new Piscina({ maxQueue: 'auto' })"],
  ['new Piscina({ ...given, filename, })', "new Piscina({ ...given, filename, maxQueue: 'auto', })"],
  ['new Piscina({ maxQueue: Infinity, filename })', "new Piscina({ maxQueue: 'auto', filename })"],
  ['new Piscina(options)', null],
  ['workerpool.pool({ maxWorkers: 2 })', null],
])('suggests the limit that the library works out itself: %s', (pool, suggested) => {
  const before = serving(`import Piscina from 'piscina'
import workerpool from 'workerpool'
const filename = './print.js'
const given = { idleTimeout: 1 }
const options = { filename }`)
  const code = `${before}\n${pool}`
  const [message] = lint(rule, { code })
  const [suggestion] = message?.suggestions ?? []
  const at = suggestion?.fix.range ?? [0, 0]
  const applied = suggestion && code.slice(0, at[0]) + suggestion.fix.text + code.slice(at[1])
  expect(message).toBeDefined()
  expect(applied?.split('\n').at(-1) ?? null).toBe(suggested)
})

it('follows options and pools through files', () => {
  const found = findingsIn(poolLimitsRule, {
    'src/server.js': `import Fastify from 'fastify'
import { print } from './print.js'
Fastify().post('/print', (request) => print(request.body))`,
    'src/print.js': `import Piscina from 'piscina'
import { bounded, open } from './options.js'
const pool = new Piscina(open)
const small = new Piscina({ ...bounded, filename: './small.js' })
export const print = (rows) => (rows.length > 9 ? pool : small).run(rows)`,
    'src/options.js': `export const open = { filename: './print.js' }
export const bounded = { maxQueue: 10 }`,
  })
  expect(found.map(({ place }) => place)).toEqual(['src/print.js:3'])
})
