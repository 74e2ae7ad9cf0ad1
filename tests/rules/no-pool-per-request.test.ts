import { describe, expect, it } from 'vitest'
import { poolPerRequestRule } from '../../src/findings/offloading/pool-per-request-rule.js'
import { messageOf } from '../../src/findings/finding-rule.js'
import { findingsIn, markedIn } from '../analysis/marked-files.js'
import { lint, testMarkedLines } from './marked-lines.js'

const rule = 'no-pool-per-request'

/** The statements of a handler, below some imports. */
const handler = (before: string, statements: string): string => `
import express from 'express'
${before}
express().post('/statements', async (req, res) => {
${statements}
})`

describe('libraries', () => {
  testMarkedLines(rule, [
    {
      title: 'worker_threads',
      code: handler(
        `import { Worker } from 'node:worker_threads'
import * as threads from 'worker_threads'
new Worker('./audit.js')`,
        `  new Worker('./print.js', { workerData: req.body }) // !
  new threads.Worker('./print.js') // !`,
      ),
    },
    {
      title: 'child_process and cluster',
      code: handler(
        `import { exec, execFile, fork, spawn } from 'node:child_process'
import cluster from 'node:cluster'
cluster.fork()
fork('./audit.js')
spawn('ledger')`,
        `  fork('./print.js') // !
  cluster.fork() // !
  spawn('ledger', ['--month', req.params.month]) // !
  exec('ledger', (error, text) => res.send(text)) // !
  execFile('ledger', ['--month']) // !`,
      ),
    },
    {
      title: 'Piscina, Tinypool and workerpool',
      code: handler(
        `import Piscina, { Piscina as Pool } from 'piscina'
import { Tinypool } from 'tinypool'
import workerpool from 'workerpool'
const kept = new Piscina({ filename: './print.js' })`,
        `  new Piscina({ filename: './print.js' }) // !
  new Pool({ filename: './print.js' }) // !
  new Tinypool({ filename: './print.js' }) // !
  workerpool.pool('./print.js') // !
  await kept.run(req.body)`,
      ),
    },
    {
      title: 'pools of poolifier, jest-worker, node-worker-threads-pool and worker-threads-pool',
      code: handler(
        `import { DynamicClusterPool, DynamicThreadPool, FixedClusterPool, FixedThreadPool } from 'poolifier'
import { Worker } from 'jest-worker'
import { DynamicPool, StaticPool } from 'node-worker-threads-pool'
import WorkerThreadsPool from 'worker-threads-pool'`,
        `  new FixedThreadPool(4, './print.js') // !
  new DynamicThreadPool(1, 4, './print.js') // !
  new FixedClusterPool(4, './print.js') // !
  new DynamicClusterPool(1, 4, './print.js') // !
  new Worker('./print.js') // !
  new StaticPool({ size: 4, task: './print.js' }) // !
  new DynamicPool(4) // !
  new WorkerThreadsPool({ max: 4 }) // !`,
      ),
    },
    {
      title: 'worker-farm, worker-nodes, @parcel/workers, microjob, nanothreads and bthreads',
      code: handler(
        `import workerFarm from 'worker-farm'
import WorkerNodes from 'worker-nodes'
import WorkerFarm from '@parcel/workers'
import { start } from 'microjob'
import { InlineThread, Thread, ThreadPool } from 'nanothreads'
import threads from 'bthreads'`,
        `  workerFarm('./print.js') // !
  new WorkerNodes('./print.js') // !
  new WorkerFarm({ workerPath: './print.js' }) // !
  await start({ maxWorkers: 2 }) // !
  new ThreadPool({ task: (month) => month, count: 2 }) // !
  new InlineThread((month) => month) // !
  new Thread('./print.js') // !
  new threads.Pool('./print.js') // !
  new threads.Thread('./print.js') // !`,
      ),
    },
    {
      title: 'threads.js: the worker is its pool’s, and what a pool calls once for each is no handler',
      code: handler(
        `import { Pool, spawn, Worker } from 'threads'
const kept = Pool(() => spawn(new Worker('./print.js')), 4)`,
        `  const print = await spawn(new Worker('./print.js')) // !
  Pool(() => spawn(new Worker('./print.js'))) // !
  await kept.queue((printer) => printer.print(req.body))`,
      ),
    },
    {
      title: 'functions whose source is sent to a worker of their own',
      code: handler(
        `import { workerize } from 'isoworker'
import Parallel from 'paralleljs'
import TinyWorker from 'tiny-worker'
import WebWorker from 'web-worker'
import greenlet from 'greenlet'
import workly from 'workly'
const total = workerize((rows) => rows.length, () => [])`,
        `  workerize((rows) => rows.length, () => []) // !
  new Parallel(req.body).spawn((rows) => rows.length) // !
  new Parallel(req.body).map((row) => row) // !
  new Parallel(req.body).reduce((a, b) => a + b) // !
  new TinyWorker('./print.js') // !
  new WebWorker('./print.js') // !
  greenlet(async (rows) => rows.length) // !
  workly.proxy((rows) => rows.length) // !
  total(req.body.rows, done)`,
      ),
    },
    {
      title: 'programs that packages start',
      code: handler(
        `import run, { $, execa, execaCommand, execaNode } from 'execa'
import crossSpawn, { spawn } from 'cross-spawn'
import { exec, x } from 'tinyexec'
import { $ as shell } from 'zx'`,
        `  await execa('ledger', ['--month']) // !
  await execaCommand('ledger --month') // !
  await execaNode('./ledger.js') // !
  await run('ledger') // !
  await $\`ledger --month\` // !
  crossSpawn('ledger') // !
  spawn('ledger') // !
  await x('ledger') // !
  await exec('ledger') // !
  await shell\`ledger\` // !`,
      ),
    },
  ])
})

describe('ways to get there', () => {
  testMarkedLines(rule, [
    {
      title: 'helpers, constructors and fields that a request makes',
      code: `
import Fastify from 'fastify'
import Piscina from 'piscina'
const makePool = () => new Piscina({ filename: './print.js' }) // !
class Printer {
  pool = new Piscina({ filename: './print.js' }) // !
  print(month) { return this.pool.run(month) }
}
class Archive {
  constructor() { this.pool = new Piscina({ filename: './zip.js' }) }
  add(month) { return this.pool.run(month) }
}
const archive = new Archive()
Fastify().get('/print', async (request) => {
  const pool = makePool()
  await archive.add(request.params.month)
  return new Printer().print(await pool.run(request.params.month))
})`,
    },
    {
      title: 'inside of promises, callbacks and subclasses',
      code: `
import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'
const run = promisify(execFile)
const inWorker = (data) => new Promise((resolve, reject) => {
  const worker = new Worker('./print.js', { workerData: data }) // !
  worker.once('message', resolve)
  worker.once('error', reject)
})
class Printer extends Worker {
  constructor(data) { super('./print.js', { workerData: data }) } // !
}
createServer(async (request, response) => {
  await run('ledger', []) // !
  new Printer(request.url)
  response.end(await inWorker(request.url))
})`,
    },
    {
      title: 'Koa, Hono and messages of sockets',
      code: `
import { fork } from 'node:child_process'
import { Hono } from 'hono'
import Koa from 'koa'
import { WebSocketServer } from 'ws'
new Koa().use(async (ctx) => { ctx.child = fork('./print.js') }) // !
new Hono().get('/', (c) => c.text(String(fork('./print.js').pid))) // !
new WebSocketServer({ port: 80 }).on('connection', (socket) => {
  socket.on('message', () => fork('./print.js')) // !
})`,
    },
    {
      title: 'behind tests that bound nothing',
      code: `
import { Worker } from 'node:worker_threads'
import express from 'express'
const settings = { largest: 100 }
express().post('/print', (req, res) => {
  if (req.body.rows > settings.largest) new Worker('./print.js') // !
  if (req.query.pages > 10) return new Worker('./book.js') // !
  for (let started = 0; started < settings.largest; started += 1) new Worker('./page.js') // !
  const workers = []
  while (workers.length < 4) workers.push(new Worker('./line.js')) // !
})`,
    },
    {
      title: 'a typed service',
      typescript: true,
      file: 'src/statements.ts',
      code: `
import type { Request, Response } from 'express'
import Piscina from 'piscina'
export class StatementsController {
  constructor(private readonly pool: Piscina) {}
  async print(req: Request, res: Response) {
    const own = new Piscina({ filename: './print.js' }) // !
    res.send([await own.run(req.body), await this.pool.run(req.body)])
  }
}`,
    },
  ])

  it.each([
    [
      'a helper of another file, with the chain',
      {
        'src/server.js': `import express from 'express'
import { print } from './print.js'
express().get('/print', async (req, res) => res.send(await print(req.query)))`,
        'src/print.js': `import Piscina from 'piscina'
export async function print(query) {
  return openPool().run(query)
}
const openPool = () => new Piscina({ filename: './worker.js' }) // !`,
      },
      'GET /print (server.js:3) → print (server.js:3) → openPool (line 3) → new Piscina (line 5)',
    ],
    [
      'a promisified program of another file',
      {
        'src/server.js': `import express from 'express'
import { run } from './run.js'
express().get('/print', async (req, res) => res.send(await run('ledger'))) // !`,
        'src/run.js': `import { exec } from 'node:child_process'
import { promisify } from 'node:util'
export const run = promisify(exec)`,
      },
      'GET /print → run (line 3)',
    ],
    [
      'a factory method of a service',
      {
        'src/server.js': `import express from 'express'
import { Printers } from './printers.js'
const printers = new Printers()
express().get('/print', (req, res) => printers.next().postMessage(req.query))`,
        'src/printers.js': `import { Worker } from 'node:worker_threads'
export class Printers {
  next() { return this.start() }
  start() { return new Worker('./print.js') } // !
}`,
      },
      'GET /print (server.js:4) → Printers.next (server.js:4) → Printers.start (line 3) → new Worker (line 4)',
    ],
  ])('%s', (_, files, chain) => {
    const found = findingsIn(poolPerRequestRule, files)
    expect(found.map(({ data }) => data['chain'])).toEqual([chain])
    expect(found.map(({ place }) => place)).toEqual(markedIn(files))
  })
})

describe('silent', () => {
  testMarkedLines(rule, [
    {
      title: 'what is made at start-up, by a plugin or when the server begins to listen',
      code: `
import { fork } from 'node:child_process'
import Fastify from 'fastify'
import Piscina from 'piscina'
const app = Fastify()
app.register(async (instance) => {
  const pool = new Piscina({ filename: './print.js' })
  instance.get('/print', (request) => pool.run(request.query))
})
app.addHook('onReady', async () => { fork('./audit.js') })
app.listen({ port: 80 }, () => fork('./mail.js'))`,
    },
    {
      title: "what the server's own workers and processes ask for",
      code: `
import { fork } from 'node:child_process'
import cluster from 'node:cluster'
import { Worker } from 'node:worker_threads'
const mailer = fork('./mail.js')
mailer.on('message', ({ restart }) => { if (restart) fork('./mail.js') })
const printer = new Worker('./print.js')
printer.on('message', () => new Worker('./print.js'))
cluster.fork().on('message', () => fork('./audit.js'))`,
    },
    {
      title: 'getters that keep what they made',
      code: `
import { fork } from 'node:child_process'
import express from 'express'
import Piscina from 'piscina'
let pool
const getPool = () => (pool ??= new Piscina({ filename: './print.js' }))
let child
function getChild() {
  if (!child) child = start()
  return child
}
const start = () => fork('./mail.js')
class Archive {
  get pool() {
    if (this.kept) return this.kept
    this.kept = new Piscina({ filename: './zip.js' })
    return this.kept
  }
}
const archive = new Archive()
const pools = new Map()
function poolFor(size) {
  if (!pools.has(size)) pools.set(size, new Piscina({ filename: './print.js', maxThreads: size }))
  return pools.get(size)
}
express().get('/print', async (req, res) => {
  getChild().send(req.query)
  await archive.pool.run(req.query)
  res.send([await getPool().run(req.query), await poolFor(2).run(req.query)])
})`,
    },
    {
      title: 'jobs, timers and schedules, which run so many at once',
      code: `
import { spawn } from 'node:child_process'
import { Worker as Threads } from 'node:worker_threads'
import { Worker } from 'bullmq'
import Queue from 'bull'
import cron from 'node-cron'
new Worker('print', async (job) => new Threads('./print.js', { workerData: job.data }), { concurrency: 2 })
new Queue('mail').process(async () => spawn('sendmail'))
cron.schedule('0 3 * * *', () => spawn('backup'))
setInterval(() => spawn('df'), 60_000)
async function poll() {
  spawn('df')
  setTimeout(poll, 1000)
}
poll()`,
    },
    {
      title: 'workers that are started again when they have ended',
      code: `
import cluster from 'node:cluster'
import { Worker } from 'node:worker_threads'
cluster.on('exit', () => cluster.fork())
const start = () => new Worker('./print.js').on('exit', start)
start()`,
    },
    {
      title: 'cluster workers that serve, a worker’s own file, names alone',
      code: `
import cluster from 'node:cluster'
import express from 'express'
import { fork, Pool, spawn } from './kitchen.js'
import { Pool as Postgres } from 'pg'
if (cluster.isPrimary) for (let i = 0; i < 2; i += 1) cluster.fork()
else express().get('/', (req, res) => {
  new Pool()
  new Postgres()
  fork('soup')
  spawn('salmon')
  req.app.exec('soup')
  RegExp('soup').exec(req.url)
})`,
    },
    {
      title: 'pools of the project’s own, which count what they have',
      code: `
import { fork } from 'node:child_process'
import { Worker } from 'node:worker_threads'
import express from 'express'
const size = 4
let free = 4
let isPrinting = false
class Printers {
  workers = []
  idle() {
    if (this.workers.length < size) this.add()
    return this.workers.at(-1)
  }
  add() { this.workers.push(new Worker('./print.js')) }
  fill() { while (this.workers.length < size) this.add() }
}
const printers = new Printers()
const perShard = new Map()
const robots = []
function shardFor(id) {
  let worker = perShard.get(id)
  if (!worker) {
    worker = new Worker('./shard.js', { workerData: { id } })
    perShard.set(id, worker)
  }
  return worker
}
function startRobot() {
  if (robots.length !== 0) return null
  const robot = new Worker('./robot.js')
  robots.push(robot)
  return robot
}
function takeChild() {
  if (free > 0) {
    free -= 1
    return fork('./print.js')
  }
  return null
}
const queue = []
let running = 0
function zip(month) {
  if (running >= size) return queue.push(month)
  running++
  return new Promise((resolve) => fork('./zip.js', [month]).on('exit', resolve))
}
express().post('/print', (req, res) => {
  printers.fill()
  printers.idle().postMessage(req.body)
  takeChild()
  shardFor(req.body.shard).postMessage(req.body)
  startRobot()
  zip(req.query.month)
  if (isPrinting === true) {
    res.sendStatus(409)
    return
  }
  isPrinting = true
  fork('./print-all.js').on('exit', () => { isPrinting = false })
  audit.start()
})
const audit = {
  child: null,
  start() {
    if (this.child) {
      console.log('It runs already.')
      return
    }
    this.child = fork('./audit.js')
    this.child.on('exit', () => { this.child = null })
  }
}`,
    },
    {
      title: 'what only another thread runs, and what is thrown away with the process',
      code: `
import { spawn } from 'node:child_process'
import { parentPort } from 'node:worker_threads'
parentPort.on('message', (month) => spawn('ledger', [month]))
process.on('SIGTERM', () => spawn('sync'))`,
    },
    {
      title: 'inline-worker and worker-thread, which start no thread',
      code: handler(
        `import InlineWorker from 'inline-worker'\nimport { createChannel } from 'worker-thread'`,
        `  new InlineWorker(function () {}, {})\n  createChannel((month) => month, 2)`,
      ),
    },
    {
      title: 'programs, when they are allowed',
      options: { checkProcesses: false },
      code: handler(
        `import { execFile, fork, spawn } from 'node:child_process'`,
        `  spawn('ledger')
  execFile('ledger', [])
  fork('./print.js') // !`,
      ),
    },
  ])
})

describe('messages', () => {
  const messagesOf = (before: string, statements: string): readonly string[] =>
    lint(rule, { code: handler(before, statements) }).map(({ message }) => message)

  it('say what each request pays, and what to do instead', () => {
    expect(
      messagesOf(
        `import { spawn } from 'node:child_process'
import { Worker } from 'node:worker_threads'
import Piscina from 'piscina'`,
        `  new Worker('./print.js')
  new Piscina({ filename: './print.js' })
  spawn('ledger')`,
      ),
    ).toEqual([
      '`new Worker` starts a worker thread for each request: POST /statements → new Worker (line 7). Every request pays for its start and its memory, and nothing bounds how many run at once. Start a pool of a fixed size with the server, and hand the work to it.',
      '`new Piscina` makes a pool of worker threads for each request: POST /statements → new Piscina (line 8). Every request pays for the start and the memory of its workers. Make one when the server starts, and hand the work of all requests to it.',
      '`spawn` starts a process for each request: POST /statements → spawn (line 9). Nothing bounds how many run at once. Limit that, by a queue that runs a few at a time or by a pool of processes that stay.',
    ])
  })

  it('count the other entry points', () => {
    const [finding] = findingsIn(poolPerRequestRule, {
      'src/server.js': `import express from 'express'
import Piscina from 'piscina'
const app = express()
const open = () => new Piscina({ filename: './print.js' })
app.get('/print', () => open())
app.get('/zip', () => open())`,
    })
    expect(finding && messageOf(poolPerRequestRule, finding)).toContain(
      '(line 4). One more entry point reaches it. Every request',
    )
  })
})
