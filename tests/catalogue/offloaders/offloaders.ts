import type { OffloadTable } from './offload-table.js'

export const offloaders: OffloadTable = {
  worker_threads: `
import { MessageChannel, postMessageToThread, setEnvironmentData, Worker } from 'node:worker_threads'
const thread = new Worker('./other.js')
const { port1, port2 } = new MessageChannel()

thread.postMessage(req) // handed
thread.postMessage({}, [socket]) // moved
port1.postMessage(req) // handed
port2.postMessage({}, { transfer: [socket] }) // moved
setEnvironmentData('menus', req) // handed
await postMessageToThread(1, req) // handed
await postMessageToThread(1, {}, [socket]) // moved
postMessageToThread(1, {}) // dropped
new Worker('./other.js', { workerData: req }) // worker handed
new Worker('./other.js', { transferList: [socket] }) // worker moved
new Worker('./other.js', { argv: [req] }) // worker
new Worker(() => req.url) // worker captured
new Worker(new URL('./print.js', import.meta.url)) // worker file`,
  child_process: `
import { fork } from 'node:child_process'
const child = fork('./other.js')

child.send(req) // handed
child.send({}, socket)
process.send(req) // handed
fork('./other.js') // worker`,
  cluster: `
import cluster from 'node:cluster'
const child = cluster.fork()

child.send(req) // handed
child.send({}, socket)
cluster.fork() // worker`,
  Piscina: `
import Piscina, { move, Piscina as Pool } from 'piscina'
const pool = new Pool({ maxQueue: 9 })
const first = new Piscina({ maxQueue: 'auto' })

await pool.run(req) // handed
await first.run(req) // handed
await pool.run({}, { transferList: [socket] }) // moved
await pool.run({}, { channel: socket })
pool.run({}) // dropped
await pool.runTask(req) // handed
await pool.runTask({}, [socket]) // moved
pool.runTask({}) // dropped
await pool.run(Piscina.move(req)) // handed
await pool.run(Pool.move(req)) // handed
await pool.run(move(req)) // handed
new Pool() // pool queue
new Pool({ maxThreads: Infinity }) // pool unbounded
new Piscina({ maxThreads: Infinity, maxQueue: 9 }) // pool workers
new Pool({ maxQueue: 9, workerData: req }) // pool handed
new Piscina({ maxQueue: 9, workerData: req }) // pool handed
new Piscina({ maxQueue: 9, env: req }) // pool
new Pool({ maxQueue: 9, filename: new URL('./print.js', import.meta.url) }) // pool file`,
  Tinypool: `
import Tinypool, { Tinypool as Pool } from 'tinypool'
const pool = new Pool({ maxQueue: 9 })
const first = new Tinypool({ maxQueue: 'auto' })

await pool.run(req) // handed
await first.run(req) // handed
await pool.run({}, { transferList: [socket] }) // moved
await pool.run({}, { channel: socket })
pool.run({}) // dropped
new Pool() // pool queue
new Tinypool({ maxThreads: Infinity }) // pool unbounded
new Tinypool({ maxThreads: Infinity, maxQueue: 9 }) // pool workers
new Pool({ maxQueue: 9, workerData: req }) // pool handed
new Tinypool({ maxQueue: 9, workerData: req }) // pool handed
new Tinypool({ maxQueue: 9, env: req }) // pool
new Tinypool({ maxQueue: 9, filename: new URL('./print.js', import.meta.url) }) // pool file`,
  'node-worker-threads-pool': `
import { DynamicPool, StaticPool } from 'node-worker-threads-pool'
import { options } from './options.js'
const fixed = new StaticPool(options) // noLimit
const free = new DynamicPool(2) // noLimit

await fixed.exec(req) // handed
fixed.exec({}) // dropped
await fixed.createExecutor().setTimeout(9).exec(req) // handed
await fixed.createExecutor().setTransferList([socket]).exec({}) // moved
fixed.createExecutor().exec({}) // dropped
await free.exec({ task: (menu) => menu, param: req }) // handed
await free.exec({ task: (menu) => menu, workerData: req }) // handed
await free.exec({ task: (menu) => menu, timeout: req })
await free.exec({ task: () => req.url }) // captured
free.exec({ task: (menu) => menu }) // dropped
await free.createExecutor(() => req.url).exec({}) // captured
await free.createExecutor((menu) => menu).setTimeout(9).setTransferList([socket]).exec(req) // moved handed
new StaticPool({ size: 1, task: () => req.url }) // noLimit pool captured
new StaticPool({ size: 1, task: './other.js', workerData: req }) // noLimit pool handed
new StaticPool({ size: 1, task: './other.js', resourceLimits: req }) // noLimit pool
new DynamicPool(1) // noLimit pool`,
  'worker-threads-pool': `
import Pool from 'worker-threads-pool'
const pool = new Pool({ max: 2, maxWaiting: 9 })

pool.acquire('./other.js', { workerData: req }, done) // handed
pool.acquire('./other.js', { transferList: [socket] }, done) // moved
pool.acquire('./other.js', { env: req }, done)
new Pool({ max: 2 }) // pool queue
new Pool({ max: Infinity }) // pool unbounded
new Pool({ max: Infinity, maxWaiting: 9 }) // pool workers`,
  microjob: `
import { job, start } from 'microjob'

await job((menu) => menu, { data: req }) // handed
await job((menu) => menu, { ctx: { req } }) // handed
await job((menu) => menu, { handler: req })
await job(() => req.url) // captured
job((menu) => menu) // dropped
start() // noLimit pool
start({ maxWorkers: Infinity }) // pool workers`,
  nanothreads: `
import { InlineThread, Thread, ThreadPool } from 'nanothreads'
import { options } from './options.js'
const pool = new ThreadPool(options) // noLimit
const inline = new InlineThread((menu) => menu)
const file = new Thread('./other.js')

await pool.exec({}, req) // handed
pool.exec({}) // dropped
await inline.send(req) // handed
inline.send({}) // dropped
await file.send(req) // handed
file.send({}) // dropped
new ThreadPool({ task: () => req.url }) // noLimit pool captured
new InlineThread(() => req.url) // worker captured
new Thread('./other.js') // worker`,
  bthreads: `
import { Pool, Thread } from 'bthreads'
const pool = new Pool('./other.js', { size: 2 }) // noLimit
const thread = new Thread('./other.js')

await pool.call('print', [req]) // handed
pool.call('print', []) // dropped
await thread.call('print', [req]) // handed
thread.call('print', []) // dropped
new Pool('./other.js', { size: Infinity }) // pool workers
new Pool(() => req.url) // noLimit pool captured
new Thread(() => req.url) // worker captured`,
  workerpool: `
import workerpool from 'workerpool'
const pool = workerpool.pool({ maxQueueSize: 9 })
const remote = await pool.proxy()

await pool.exec('print', [req]) // handed
await pool.exec(() => req.url) // captured
pool.exec('print', []) // dropped
await remote.print({}, req) // handed
remote.print({}) // dropped
workerpool.pool() // pool queue
workerpool.pool('./other.js', { maxWorkers: Infinity }) // pool unbounded
workerpool.pool('./other.js', { maxWorkers: Infinity, maxQueueSize: 9 }) // pool workers
workerpool.pool({ maxQueueSize: 9, workerThreadOpts: { workerData: req } }) // pool handed
workerpool.pool('./other.js', { maxQueueSize: 9, workerThreadOpts: { workerData: req } }) // pool handed
workerpool.pool({ maxQueueSize: 9, onCreateWorker: req }) // pool
workerpool.pool('./other.js', { maxQueueSize: 9, onCreateWorker: req }) // pool
workerpool.pool(new URL('./print.js', import.meta.url), { maxQueueSize: 9 }) // pool file`,
  'jest-worker': `
import Older, { Worker } from 'jest-worker'
const workers = new Worker('./other.js') // noLimit

await workers.print({}, req) // handed
workers.print({}) // dropped
workers.getStdout()
workers.getStderr()
workers.start()
workers.end()
new Worker('./other.js') // noLimit pool
new Worker('./other.js', { numWorkers: Infinity }) // pool workers
new Older('./other.js') // noLimit pool
await new Older('./other.js').print(req) // noLimit pool handed`,
  'worker-farm': `
import workerFarm from 'worker-farm'
const call = workerFarm({ maxConcurrentCalls: 9 }, './other.js')
const named = workerFarm({ maxConcurrentCalls: 9 }, './other.js', ['print'])

call(req, done) // handed
named.print(req, done) // handed
workerFarm('./other.js') // pool queue
workerFarm({ maxConcurrentWorkers: Infinity }, './other.js') // pool unbounded
workerFarm({ maxConcurrentWorkers: Infinity, maxConcurrentCalls: 9 }, './other.js') // pool workers`,
  'worker-nodes': `
import WorkerNodes from 'worker-nodes'
const nodes = new WorkerNodes('./other.js', { maxTasks: 9 })

await nodes.call(req) // handed
await nodes.call.print(req) // handed
nodes.call({}) // dropped
nodes.ready()
nodes.terminate()
new WorkerNodes('./other.js') // pool queue
new WorkerNodes('./other.js', { maxWorkers: Infinity }) // pool unbounded
new WorkerNodes('./other.js', { maxWorkers: Infinity, maxTasks: 9 }) // pool workers`,
  '@parcel/workers': `
import WorkerFarm from '@parcel/workers'
const farm = new WorkerFarm({ workerPath: './other.js' }) // noLimit
const print = farm.createHandle('print')

await print(req) // handed
print({}) // dropped
new WorkerFarm({ maxConcurrentWorkers: Infinity }) // pool workers`,
  'poolifier, threads': `
import { DynamicThreadPool, FixedThreadPool } from 'poolifier'
const fixed = new FixedThreadPool(4, './other.js') // noLimit
const dynamic = new DynamicThreadPool(1, 4, './other.js') // noLimit

await fixed.execute(req) // handed
await fixed.execute({}, 'print', signal, [socket]) // moved
fixed.execute({}) // dropped
await fixed.mapExecute([req]) // handed
await fixed.mapExecute([], 'print', signals, [socket]) // moved
fixed.mapExecute([]) // dropped
await fixed.addTaskFunction('print', () => req.url) // captured
await fixed.addTaskFunction('print', { taskFunction: () => req.url }) // captured
await dynamic.execute(req) // handed
await dynamic.execute({}, 'print', signal, [socket]) // moved
dynamic.execute({}) // dropped
await dynamic.mapExecute([req]) // handed
await dynamic.mapExecute([], 'print', signals, [socket]) // moved
dynamic.mapExecute([]) // dropped
await dynamic.addTaskFunction('print', () => req.url) // captured
await dynamic.addTaskFunction('print', { taskFunction: () => req.url }) // captured
new FixedThreadPool(4, './other.js') // noLimit pool
new DynamicThreadPool(1, 4, './other.js') // noLimit pool`,
  'poolifier, processes': `
import { DynamicClusterPool, FixedClusterPool } from 'poolifier'
const fixed = new FixedClusterPool(4, './other.js') // noLimit
const dynamic = new DynamicClusterPool(1, 4, './other.js') // noLimit

await fixed.execute(req) // handed
fixed.execute({}) // dropped
await fixed.mapExecute([req]) // handed
fixed.mapExecute([]) // dropped
await fixed.addTaskFunction('print', () => req.url) // captured
await fixed.addTaskFunction('print', { taskFunction: () => req.url }) // captured
await dynamic.execute(req) // handed
dynamic.execute({}) // dropped
await dynamic.mapExecute([req]) // handed
dynamic.mapExecute([]) // dropped
await dynamic.addTaskFunction('print', () => req.url) // captured
await dynamic.addTaskFunction('print', { taskFunction: () => req.url }) // captured
new FixedClusterPool(4, './other.js') // noLimit pool
new DynamicClusterPool(1, 4, './other.js') // noLimit pool`,
  'threads.js': `
import { Pool, spawn, Worker } from 'threads'
const print = await spawn(new Worker('./other.js'))
const pool = Pool(() => spawn(new Worker('./other.js')), { maxQueuedJobs: 9 })

await print(req) // handed
await print.quickly(req) // handed
print({}) // dropped
print.quickly({}) // dropped
await pool.queue((printer) => printer.print(req)) // handed
pool.queue((printer) => printer.print({})) // dropped
Pool(() => spawn(new Worker('./other.js'))) // pool queue
Pool(() => spawn(new Worker('./other.js')), { size: Infinity }) // pool unbounded
Pool(() => spawn(new Worker('./other.js')), { size: Infinity, maxQueuedJobs: 9 }) // pool workers
new Worker('./other.js') // worker`,
  Comlink: `
import * as Comlink from 'comlink'
const remote = Comlink.wrap(endpoint)

await remote(req) // handed
await remote.print(req) // handed
await remote.print(Comlink.transfer(req, [])) // handed
await remote.print(Comlink.proxy(req))
remote({}) // dropped
remote.print({}) // dropped`,
  multithreading: `
import { move, spawn } from 'multithreading'

await spawn(() => req.url).join() // captured
await spawn(move({}), () => req.url).join() // captured
await spawn(move(req), (menu) => menu).join() // handed`,
  isoworker: `
import { workerize } from 'isoworker'
const print = workerize((menu) => menu, () => [])

print(req, done) // handed
workerize(() => req.url, () => []) // worker captured`,
  'Parallel.js': `
import Parallel from 'paralleljs'

new Parallel(req) // handed
new Parallel([], { env: { req } }) // handed
new Parallel([], { evalPath: req })
await new Parallel([]).spawn(() => req.url) // worker captured
await new Parallel([]).map(() => req.url) // worker captured
await new Parallel([]).reduce(() => req.url) // worker captured`,
  'tiny-worker, web-worker': `
import TinyWorker from 'tiny-worker'
import WebWorker from 'web-worker'
const tiny = new TinyWorker('./other.js')
const web = new WebWorker('./other.js')

tiny.postMessage(req) // handed
web.postMessage(req) // handed
web.postMessage({}, [socket]) // moved
new TinyWorker(() => req.url) // worker captured
new WebWorker('./other.js') // worker`,
  Bree: `
import Bree from 'bree'

new Bree({ jobs: [{ path: () => req.url }] }) // captured
new Bree({ jobs: [{ worker: { workerData: req } }] }) // handed
new Bree({ jobs: [{ worker: { env: req } }] })`,
  'greenlet and workly': `
import greenlet from 'greenlet'
import workly from 'workly'

greenlet(() => req.url) // worker captured
workly.proxy(() => req.url) // worker captured`,
  'make-synchronous': `
import makeSynchronous from 'make-synchronous'

makeSynchronous(() => req.url) // captured`,
  BullMQ: `
import { FlowProducer, Queue } from 'bullmq'
const queue = new Queue('menus')
const flow = new FlowProducer()

await queue.add('print', req) // handed
queue.add('print', {}) // dropped
await queue.addBulk([{ name: 'print', data: req }]) // handed
await queue.addBulk([{ name: 'print', data: {}, prefix: req }])
queue.addBulk([]) // dropped
await flow.add({ name: 'print', data: req }) // handed
await flow.add({ name: 'print', data: {}, prefix: req })
await flow.add({ name: 'print', children: [{ data: req }] }) // handed
await flow.add({ name: 'print', children: [{ prefix: req }] })
flow.add({}) // dropped`,
  Bull: `
import Bull from 'bull'
const queue = new Bull('menus')

await queue.add(req) // handed
await queue.add('print', req) // handed
queue.add({}) // dropped
await queue.addBulk([{ name: 'print', data: req }]) // handed
await queue.addBulk([{ name: 'print', data: {}, prefix: req }])
queue.addBulk([]) // dropped`,
  'Bee-Queue': `
import BeeQueue from 'bee-queue'
const queue = new BeeQueue('menus')

await queue.createJob(req).save() // handed`,
}
