import { describe, expect, it } from 'vitest'
import { requestInWorkerRule } from '../../src/findings/offloading/request-in-worker-rule.js'
import { findingsIn, markedIn } from '../analysis/marked-files.js'
import { lint, testMarkedLines } from './marked-lines.js'

const rule = 'no-request-in-worker'

const express = (statements: string, before: string): string => `
import express from 'express'
${before}
const app = express()
app.post('/resize', async (req, res) => {
${statements}
})`

describe('libraries', () => {
  testMarkedLines(rule, [
    {
      title: 'worker_threads: messages, worker data and ports',
      code: express(
        `worker.postMessage(req) // !
  worker.postMessage({ id: 1, req }) // !
  worker.postMessage([res]) // !
  new Worker(...['./resize.js', { workerData: req }]) // !
  new Worker('./resize.js', { workerData: { request: req } }) // !
  port1.postMessage({ ...req }) // !
  worker.postMessage(req.body)
  new Worker('./resize.js', { workerData: req.params })`,
        `import { MessageChannel, Worker } from 'node:worker_threads'
const worker = new Worker('./resize.js')
const { port1 } = new MessageChannel()`,
      ),
    },
    {
      title: 'child_process.fork, where a socket may go along as handle',
      code: express(
        `child.send(req) // !
  child.send({ res }) // !
  child.send('socket', req.socket)
  child.send({ id: req.params.id })`,
        `import { fork } from 'node:child_process'\nconst child = fork('./resize.js')`,
      ),
    },
    {
      title: 'Piscina',
      code: express(
        `await pool.run(req) // !
  await pool.run({ req }, { name: 'resize' }) // !
  await pool.run(req.body)
  await pool.run({ url: req.url, headers: req.headers })`,
        `import Piscina from 'piscina'\nconst pool = new Piscina({ filename: './resize.js' })`,
      ),
    },
    {
      title: 'Piscina by name and Tinypool',
      code: `
const { Piscina } = require('piscina')
const { Tinypool } = require('tinypool')
const pool = new Piscina({ filename: './resize.js' })
const tiny = new Tinypool({ filename: './resize.js' })
require('http').createServer(async (request, response) => {
  await pool.run(request) // !
  response.end(await tiny.run({ response })) // !
})`,
    },
    {
      title: 'workerpool: arguments, and functions that use the request',
      code: express(
        `await pool.exec(resize, [req.body, res]) // !
  await pool.exec('resize', [req]) // !
  await pool.exec(() => crunch(req.body.rows)) // !
  await pool.exec((rows) => rows.length, [req.body.rows])
  await pool.exec(function () {
    const inner = () => res.send('done') // !
    return inner()
  })`,
        `import workerpool from 'workerpool'\nimport { crunch, resize } from './resize.js'\nconst pool = workerpool.pool()`,
      ),
    },
    {
      title: 'poolifier: threads and processes, their tasks and the functions that they are given',
      code: express(
        `  await threads.execute(req) // !
  await threads.execute(req.body, 'print')
  await sized.execute({ req }) // !
  await processes.mapExecute([req]) // !
  await growing.execute(req.query)
  await threads.addTaskFunction('count', { taskFunction: () => req.body.length }) // !
  await growing.addTaskFunction('count', () => res.locals) // !`,
        `import { DynamicClusterPool, DynamicThreadPool, FixedClusterPool, FixedThreadPool } from 'poolifier'
const threads = new FixedThreadPool(4, './resize.js')
const sized = new DynamicThreadPool(1, 4, './resize.js')
const processes = new FixedClusterPool(4, './resize.js')
const growing = new DynamicClusterPool(1, 4, './resize.js')`,
      ),
    },
    {
      title: 'threads.js: what is called of a worker, and not the callback of its pool',
      code: express(
        `  const resizer = await spawn(new Worker('./resize.js'))
  await resizer(req) // !
  await resizer.resize(req.body, res) // !
  await pool.queue((worker) => worker.resize(req.body, req.query.width))
  await pool.queue((worker) => worker.resize(req)) // !
  await pool.queue(async (worker) => res.send(await worker.resize(req.body)))`,
        `import { Pool, spawn, Worker } from 'threads'\nconst pool = Pool(() => spawn(new Worker('./resize.js')))`,
      ),
    },
    {
      title: 'Comlink: arguments of what is wrapped, and not what a proxy stands for',
      code: express(
        `  await remote.resize(req) // !
  await remote.resize(req.body, Comlink.proxy(() => req.url))
  await remote.resize(Comlink.proxy(req))
  await remote.resize(Comlink.transfer(req, [])) // !
  await remote(res) // !`,
        `import * as Comlink from 'comlink'
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs'
const remote = Comlink.wrap(nodeEndpoint(worker))`,
      ),
    },
    {
      title: 'jest-worker, worker-farm and worker-nodes',
      code: express(
        `  await jest.resize(req) // !
  await older.resize(req) // !
  await jest.resize(req.body)
  farm(req, (error, image) => res.send(image)) // !
  farm(req.body, (error, image) => res.send(image))
  named.resize({ req }, done) // !
  await nodes.call(req) // !
  await nodes.call.resize(res) // !
  await nodes.call.resize(req.params)`,
        `import JestWorker, { Worker } from 'jest-worker'
import workerFarm from 'worker-farm'
import WorkerNodes from 'worker-nodes'
const jest = new Worker('./resize.js')
const older = new JestWorker('./resize.js')
const farm = workerFarm('./resize.js')
const named = workerFarm({ maxRetries: 1 }, './resize.js', ['resize'])
const nodes = new WorkerNodes('./resize.js')`,
      ),
    },
    {
      title: 'node-worker-threads-pool and worker-threads-pool',
      code: express(
        `  await fixed.exec(req) // !
  await fixed.exec(req.body)
  await free.exec({ task: (image) => image.length, param: req }) // !
  await free.exec({ task: () => req.body.length, param: 1 }) // !
  await free.createExecutor((image) => image).setTimeout(9).exec(res) // !
  new StaticPool({ size: 1, task: () => req.url }) // !
  acquiring.acquire('./resize.js', { workerData: req }, done) // !
  acquiring.acquire('./resize.js', { workerData: req.body }, done)`,
        `import { DynamicPool, StaticPool } from 'node-worker-threads-pool'
import WorkerThreadsPool from 'worker-threads-pool'
const fixed = new StaticPool({ size: 2, task: './resize.js' })
const free = new DynamicPool(2)
const acquiring = new WorkerThreadsPool({ max: 2 })`,
      ),
    },
    {
      title: 'microjob, nanothreads and bthreads',
      code: express(
        `  await job((image) => image.length, { data: req }) // !
  await job(() => width, { ctx: { width: req.query.width, res } }) // !
  await job(() => req.body.length) // !
  await job((image) => image.length, { data: req.body })
  await tasks.exec(req) // !
  await inline.send(res) // !
  await file.send({ req }) // !
  new ThreadPool({ task: () => req.body, count: 1 }) // !
  new InlineThread(() => req.body) // !
  await hooks.call('resize', [req]) // !
  await one.call('resize', [req.body])
  await one.call('resize', [res]) // !
  new threads.Thread(() => req.body) // !`,
        `import { job } from 'microjob'
import { InlineThread, Thread, ThreadPool } from 'nanothreads'
import threads from 'bthreads'
const tasks = new ThreadPool({ task: (image) => image, count: 2 })
const inline = new InlineThread((image) => image)
const file = new Thread('./resize.js')
const hooks = new threads.Pool('./resize.js')
const one = new threads.Thread('./resize.js')`,
      ),
    },
    {
      title: '@parcel/workers',
      code: express(
        `  await resize(req) // !\n  await resize(req.body)`,
        `import WorkerFarm from '@parcel/workers'
const farm = new WorkerFarm({ workerPath: './resize.js' })
const resize = farm.createHandle('resize')`,
      ),
    },
    {
      title: 'multithreading, isoworker and Parallel.js',
      code: express(
        `  await spawn(move(req), (request) => request.body.length).join() // !
  await spawn(() => req.body.length).join() // !
  await spawn(move(req.body), (image) => image.length).join()
  workerize(() => req.body.length, () => []) // !
  resize(req, done) // !
  resize(req.body, done)
  await new Parallel(req).spawn((request) => request.url) // !
  await new Parallel(req.body).map((row) => row * req.query.width) // !
  await new Parallel(req.body, { env: { res } }).reduce((a, b) => a + b) // !
  new Parallel([]).require('sharp').map((row) => row).map(() => req.url) // !
  new Parallel([]).reduce((a, b) => a + b).spawn(() => req.url) // !
  new Parallel([]).spawn((rows) => rows).reduce(() => req.url) // !`,
        `import { move, spawn } from 'multithreading'
import { workerize } from 'isoworker'
import Parallel from 'paralleljs'
const resize = workerize((image) => image.length, () => [])`,
      ),
    },
    {
      title: 'tiny-worker, web-worker, greenlet, workly and Bree',
      code: express(
        `  tiny.postMessage(req) // !
  new TinyWorker(function () { self.onmessage = () => req.url }) // !
  web.postMessage({ req }) // !
  web.postMessage(req.body)
  greenlet(async () => req.url) // !
  workly.proxy(() => res.send()) // !
  new Bree({ jobs: [{ name: 'resize', path: () => console.log(req.url) }] }) // !
  new Bree({ jobs: [{ name: 'resize', worker: { workerData: req } }] }) // !
  new Bree({ jobs: [{ name: 'resize', worker: { workerData: req.body } }] })`,
        `import TinyWorker from 'tiny-worker'
import WebWorker from 'web-worker'
import greenlet from 'greenlet'
import workly from 'workly'
import Bree from 'bree'
const tiny = new TinyWorker('./resize.js')
const web = new WebWorker('./resize.js')`,
      ),
    },
    {
      title: 'synckit, sync-threads and make-synchronous, which wait for the worker',
      code: express(
        `  resize(req) // !
  resize(req.body)
  shrink({ req }) // !
  measure(res) // !
  makeSynchronous(() => req.url)() // !`,
        `import { createSyncFn } from 'synckit'
import * as threads from 'sync-threads'
import makeSynchronous from 'make-synchronous'
const resize = createSyncFn('./resize.js')
const shrink = threads.createSyncFn('./resize.js')
const measure = makeSynchronous((image) => image.length)`,
      ),
    },
    {
      title: 'BullMQ, Bull and Bee-Queue, which keep jobs as JSON',
      code: express(
        `  await resizing.add('resize', req) // !
  await resizing.add('resize', { image: req.body })
  await resizing.addBulk([{ name: 'resize', data: { req } }]) // !
  await flow.add({ name: 'all', queueName: 'resize', data: {}, children: [{ data: res }] }) // !
  await bull.add(req) // !
  await bull.add('resize', req) // !
  await bull.add('resize', req.body)
  await bull.addBulk([{ data: req.body }, { data: res }]) // !
  await bee.createJob(req).save() // !
  await bee.createJob(req.body).save()`,
        `import { FlowProducer, Queue } from 'bullmq'
import Bull from 'bull'
import BeeQueue from 'bee-queue'
const resizing = new Queue('resize')
const flow = new FlowProducer()
const bull = new Bull('resize')
const bee = new BeeQueue('resize')`,
      ),
    },
    {
      title: 'cluster, the process’s own parent, and what is moved instead of copied',
      code: express(
        `  worker.send(req) // !
  worker.send({ id: req.params.id })
  process.send(res) // !
  port1.postMessage({}, [req.socket]) // !
  port1.postMessage(req.body, { transfer: [req] }) // !
  port2.postMessage(req) // !
  new Worker('./resize.js', { transferList: [req.socket] }) // !
  postMessageToThread(1, req) // !
  setEnvironmentData('request', req) // !
  parentPort.postMessage(req) // !`,
        `import cluster from 'node:cluster'
import { MessageChannel, parentPort, postMessageToThread, setEnvironmentData, Worker } from 'node:worker_threads'
const { port1, port2 } = new MessageChannel()
const worker = cluster.fork()`,
      ),
    },
  ])
})

describe('functions that are shipped', () => {
  testMarkedLines(rule, [
    {
      title: 'by name, bound, as methods, and arrow functions in fields',
      code: `
import workerpool from 'workerpool'
import express from 'express'
const pool = workerpool.pool()
const count = (rows) => rows.length
class Resizer {
  constructor(req, res) {
    this.req = req
    this.res = res
  }
  count() { return count(this.req.body.rows) } // !
  width = 10
  answer = () => this.res.send('done') // !
  half() { return count([this.width]) }
  run() {
    pool.exec(this.count)
    pool.exec(this.answer)
    return pool.exec(this.half, [this.req.query])
  }
  whole() { return pool.exec(count, [this.req]) } // !
}
express().post('/', async (req, res) => {
  const measure = () => req.body.rows.length // !
  function answer(size) { res.json({ size }) } // !
  await pool.exec(count, [req.body.rows])
  await pool.exec(measure)
  await pool.exec(answer, [1])
  await pool.exec(count.bind(null, req)) // !
  await pool.exec(count.bind(null, req.body))
  const bound = count.bind(null, req) // !
  await pool.exec(bound)
  new Resizer(req, res).run()
  new Resizer(req, res).whole()
})`,
    },
    {
      title: 'that use only what they are given, or plain data from around them',
      code: express(
        `  const { body } = req
  const width = Number(req.query.width)
  await pool.exec((request) => request.body.length, [{ body: req.body }])
  await pool.exec(() => body.length)
  await pool.exec(() => width)
  await pool.exec(async (res, req) => req.map((row) => res.send(row)), [1, []])
  const rows = await pool.exec((image) => image, [body])
  res.json(rows)`,
        `import workerpool from 'workerpool'\nconst pool = workerpool.pool()`,
      ),
    },
  ])
})

describe('request objects', () => {
  const before = `import Piscina from 'piscina'\nconst pool = new Piscina({ filename: './resize.js' })`
  testMarkedLines(rule, [
    {
      title: 'through aliases, helpers and wrapper objects',
      code: `
import Piscina from 'piscina'
import express from 'express'
const pool = new Piscina({ filename: './resize.js' })
const offload = (task) => pool.run(task) // !
express().post('/', (req, res) => {
  const request = req
  const job = { request }
  pool.run(request) // !
  pool.run(job)
  offload(req)
})`.replace('const job = { request }', 'const job = { request } // !'),
    },
    {
      title: 'members: plain data goes over, sockets and back references do not',
      code: express(
        `const { body, socket } = req
  pool.run(body)
  pool.run(socket) // !
  pool.run(req.query)
  pool.run(req.res) // !
  pool.run(req.stream) // !
  pool.run(res.connection) // !
  pool.run(res.stream) // !
  pool.run(req.socket.server) // !
  pool.run(req.user)`,
        before,
      ),
    },
    {
      title: 'Koa contexts',
      code: `
import Koa from 'koa'
${before}
new Koa().use(async (ctx) => {
  await pool.run(ctx) // !
  await pool.run({ id: ctx.query.id, body: ctx.request.body })
  await pool.run(ctx.req) // !
})`,
    },
    {
      title: 'Fastify requests and replies',
      code: `
import Fastify from 'fastify'
${before}
const app = Fastify()
app.get('/', async (request, reply) => pool.run({ request })) // !
app.get('/b', async (request, reply) => pool.run(request.body))
app.addHook('onSend', async (request, reply, payload) => pool.run(payload))
app.addHook('preHandler', async (request, reply) => { await pool.run(reply) }) // !`,
    },
    {
      title: 'in instances, by fields, constructors and parameter properties',
      code: `
${before}
import express from 'express'
class Job {
  constructor(req, width) {
    this.req = req
    this.width = width
  }
}
class Size {
  constructor(req) { this.width = req.query.width }
}
express().post('/', async (req, res) => {
  await pool.run(new Job(req, 10)) // !
  await pool.run(new Size(req))
  const job = new Job(req, 10)
  await pool.run({ job }) // !
  await pool.run(job.width)
})`,
    },
    {
      title: 'kept in an AsyncLocalStorage',
      code: `
import { AsyncLocalStorage } from 'node:async_hooks'
${before}
import express from 'express'
const current = new AsyncLocalStorage()
const names = new AsyncLocalStorage()
const app = express()
app.use((req, res, next) => current.run({ req, id: req.query.id }, next))
app.use((req, res, next) => names.run({ name: req.query.name }, next))
const getRequest = () => current.getStore().req
app.post('/', async () => {
  const { req, id } = current.getStore()
  await pool.run(current.getStore()) // !
  await pool.run({ id, req }) // !
  await pool.run(getRequest()) // !
  await pool.run(current.getStore().req.body)
  await pool.run({ id })
  await pool.run(names.getStore())
})`,
    },
    {
      title: 'entered into an AsyncLocalStorage, as a whole',
      code: `
import { AsyncLocalStorage } from 'async_hooks'
${before}
import Fastify from 'fastify'
class Context {
  storage = new AsyncLocalStorage()
  request() { return this.storage.getStore() }
}
const context = new Context()
const app = Fastify()
app.addHook('onRequest', async (request) => context.storage.enterWith(request))
app.get('/', async () => pool.run(context.request())) // !`,
    },
    {
      title: 'by type',
      typescript: true,
      file: 'src/resize.ts',
      code: `
import type { Request, Response } from 'express'
import type { IncomingMessage } from 'node:http'
import Piscina from 'piscina'
class Resizer {
  constructor(private readonly pool: Piscina) {}
  resize(incoming: Request, _answer: Response) { return this.pool.run(incoming) } // !
  raw(message: IncomingMessage) { return this.pool.run({ message }) } // !
  size(incoming: Request) { return this.pool.run(incoming.body) }
}
export { Resizer }`,
    },
    {
      title: 'without an import of what is global',
      typescript: true,
      file: 'src/resize.ts',
      code: `
import type { Request } from 'express'
const others = new BroadcastChannel('resize')
const { port1 } = new MessageChannel()
export const all = (incoming: Request) => others.postMessage(incoming) // !
export const one = (incoming: Request) => port1.postMessage(incoming) // !
export const by = (port: MessagePort, incoming: Request) => port.postMessage(incoming) // !`,
    },
    {
      title: 'by shape, where both parameters are used as what they are called',
      code: `
${before}
export async function resize(req, res) {
  res.json(await pool.run({ id: req.params.id, req })) // !
}
export const estimate = (req) => pool.run(req)`,
    },
  ])
})

describe('through files', () => {
  it.each([
    [
      'a helper that hands over what it is given, with the line that gives it',
      {
        'src/server.js': `import express from 'express'
import { offload } from './offload.js'
express().post('/resize', async (req, res) => res.send(await offload(req)))`,
        'src/offload.js': `import Piscina from 'piscina'
const pool = new Piscina({ filename: './resize.js' })
export const offload = (task) => pool.run({ task }) // !`,
      },
      ' `offload` is given it (server.js:3).',
    ],
    [
      'a pool that is made elsewhere',
      {
        'src/server.js': `import express from 'express'
import { pool } from './pool.js'
express().post('/resize', async (req, res) => res.send(await pool.run(req))) // !`,
        'src/pool.js': `const { Tinypool } = require('tinypool')
exports.pool = new Tinypool({ filename: './resize.js' })`,
      },
      '',
    ],
    [
      'a request that a store of another module keeps',
      {
        'src/server.js': `import express from 'express'
import { current } from './current.js'
import { resize } from './resize.js'
const app = express()
app.use((req, res, next) => current.run(req, next))
app.post('/resize', async (req, res) => res.send(await resize()))`,
        'src/current.js': `import { AsyncLocalStorage } from 'node:async_hooks'
export const current = new AsyncLocalStorage()`,
        'src/resize.js': `import workerpool from 'workerpool'
import { current } from './current.js'
const pool = workerpool.pool('./resizer.js')
export const resize = () => pool.exec('resize', [current.getStore()]) // !`,
      },
      '',
    ],
    [
      'a function of another file that answers by itself',
      {
        'src/server.js': `import express from 'express'
import { Resizer } from './resizer.js'
express().post('/resize', (req, res) => new Resizer(req).run())`,
        'src/resizer.js': `import workerpool from 'workerpool'
const pool = workerpool.pool()
export class Resizer {
  constructor(request) { this.request = request }
  count() { return Object.keys(this.request.headers).length } // !
  run() { return pool.exec(this.count) }
}`,
      },
      '',
    ],
  ])('%s', (_, files, from) => {
    const found = findingsIn(requestInWorkerRule, files)
    expect(found.map(({ place }) => place)).toEqual(markedIn(files))
    expect(found.map(({ data }) => data['from'])).toEqual([from])
  })
})

describe('messages', () => {
  const messagesOf = (before: string, statements: string): readonly string[] =>
    lint(rule, { code: express(statements, before) }).map(({ message }) => message)

  it('tell what happens with each library', () => {
    expect(
      messagesOf(
        `import { Worker } from 'node:worker_threads'
import workerpool from 'workerpool'
import Parallel from 'paralleljs'
import { Queue } from 'bullmq'
const worker = new Worker('./resize.js')
const pool = workerpool.pool('./resize.js')
const queue = new Queue('resize')`,
        `  worker.postMessage(req)
  await pool.exec('resize', [req])
  await queue.add('resize', { req })
  await new Parallel([]).spawn(() => req.body.rows)
  worker.postMessage({}, [req.socket])
  await pool.exec(() => res.send('done'))
  await pool.exec(count.bind(null, req))`,
      ),
    ).toEqual([
      '`req` is the request and cannot be handed to worker_threads: postMessage throws a DataCloneError, because a request holds functions and a socket. Pass the fields that are needed there, such as `req.body`.',
      '`req` is the request and cannot be handed to workerpool: the call throws, or ends the process while the worker still starts, and the worker never takes another task. Pass the fields that are needed there, such as `req.body`.',
      '`req` is the request and cannot be handed to BullMQ: add() rejects, because a request refers to itself and cannot become JSON. Pass the fields that are needed there, such as `req.body`.',
      '`req` is the request, and only the source text of this function gets to where Parallel.js runs it: the promise never settles. Pass the fields that are needed there as arguments, such as `req.body`.',
      '`req.socket` is part of the request and cannot be moved to another thread: worker_threads throws a TypeError. Keep it here, and pass the data that is needed there.',
      '`res` is the response, and this function cannot answer where workerpool runs it, because only its source text gets there: the promise rejects with a ReferenceError. Return what it finds, and answer here.',
      '`req` is the request, and what is bound to a function does not go with it: workerpool sends its source text, and that of a bound function is none. Pass the fields that are needed there as arguments, such as `req.body`.',
    ])
  })

  it('name the fields that the handler uses, and what a helper is given', () => {
    const before = `import Piscina from 'piscina'
const pool = new Piscina({ filename: './resize.js' })
const offload = (task) => pool.run(task)`
    expect(
      messagesOf(
        before,
        `  if (!req.query.width || req.method !== 'POST' || !req.get('accept')) return res.sendStatus(400)
  await pool.run(req)
  await offload(res)`,
      ),
    ).toEqual([
      '`task` is the response and cannot be handed to Piscina: the promise rejects with a DataCloneError, because a request cannot be cloned. `offload` is given it on line 10. Keep it here, and answer with what comes back.',
      '`req` is the request and cannot be handed to Piscina: the promise rejects with a DataCloneError, because a request cannot be cloned. Pass the fields that are needed there, such as `req.query`, `req.method`.',
    ])
  })

  it('say of Koa’s context what JSON makes of it', () => {
    const code = `
import { fork } from 'node:child_process'
import Koa from 'koa'
const child = fork('./resize.js')
new Koa().use(async (ctx) => { child.send({ ctx }) })`
    expect(lint(rule, { code }).map(({ message }) => message)).toEqual([
      '`ctx` is the request context and cannot be handed to child_process: it throws, or arrives without its methods and its body, by what the framework lets JSON see. Pass the fields that are needed there, such as `ctx.params`.',
    ])
  })
})

it.each([
  ['await pool.run(req)', 'await pool.run({ body: req.body, query: req.query })'],
  ['await pool.run({ id, req })', 'await pool.run({ id, req: { body: req.body, query: req.query } })'],
  ['await pool.run({ request: req })', 'await pool.run({ request: { body: req.body, query: req.query } })'],
  ['await pool.run({ ...req })', null],
  ['await pool.run(req.socket)', null],
  ['await pool.run(res)', null],
])('suggests the fields that the handler uses: %s', (statement, suggested) => {
  const code = express(
    `  if (!req.body || !req.query.width) return res.sendStatus(400)\n${statement}`,
    `import Piscina from 'piscina'\nconst pool = new Piscina({ filename: './resize.js' })`,
  )
  const [message] = lint(rule, { code })
  const [suggestion] = message?.suggestions ?? []
  const [from, to] = suggestion?.fix.range ?? [0, 0]
  const applied = suggestion && code.slice(0, from) + suggestion.fix.text + code.slice(to)
  expect(message).toBeDefined()
  expect(applied?.split('\n').at(-2) ?? null).toBe(suggested)
})

describe('what is none of its business', () => {
  testMarkedLines(rule, [
    {
      title: 'inline-worker and worker-thread, whose functions run here',
      code: express(
        `  new InlineWorker(function () { return req.url }, {})\n  createChannel(() => res.send(req.url), 2)`,
        `import InlineWorker from 'inline-worker'\nimport { createChannel } from 'worker-thread'`,
      ),
    },
    {
      title: 'cluster workers that serve, and maps with functions',
      code: `
import cluster from 'node:cluster'
import express from 'express'
const map = new Map()
if (cluster.isPrimary) cluster.fork()
else {
  express().post('/', (req, res) => {
    map.get(req.url, () => res.send(req.body))
    map.set(req.url, req)
    res.send(req.body)
  })
}`,
    },
    {
      title: 'dynamic arguments, and options whose names are computed',
      code: express(
        `  await pool.run(...tasks)
  await pool.run({ [key]: width })
  await pool.run(pick(req, 'body'))
  await pool.run(structure)`,
        `import Piscina from 'piscina'
import { key, pick, structure, tasks, width } from './tasks.js'
const pool = new Piscina({ filename: './resize.js' })`,
      ),
    },
    {
      title: 'names alone, other pools and the worker’s own side',
      code: `
import { parentPort } from 'node:worker_threads'
import { pool } from './pool.js'
import express from 'express'
parentPort.on('message', (req) => parentPort.postMessage(req))
const req = { id: 1 }
parentPort.postMessage(req)
express().get('/', (req, res) => {
  pool.run(req)
  res.run(req)
  cache.set(req.url, req)
})`,
    },
    {
      title: 'listeners on the main side',
      code: express(
        `worker.once('message', (result) => res.send(result))
  worker.postMessage(req.body)`,
        `import { Worker } from 'node:worker_threads'\nconst worker = new Worker('./resize.js')`,
      ),
    },
  ])
})
