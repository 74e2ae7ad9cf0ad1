import type { HandlerTable } from './handler-table.js'

const hears = ['addEventListener', 'addListener', 'on', 'once', 'prependListener', 'prependOnceListener']

/** What workers and processes send, heard on the loop of who has started them, and what they do themselves. */
export const workers: HandlerTable = {
  'node:worker_threads': `
import { Worker } from 'node:worker_threads'
const worker = new Worker('./print.js')

worker
  .{addListener on once prependListener prependOnceListener}('message', $) // data
  .addListener('message', $) // data
worker.on('{error exit messageerror online}', $) // startup`,
  // One of them makes a file that of a worker.
  ...Object.fromEntries(
    hears.map((method) => [
      `node:worker_threads, parentPort.${method}`,
      `import { parentPort } from 'node:worker_threads'

parentPort.${method}('message', $) // off-loop`,
    ]),
  ),
  'node:child_process': `
import { spawn, exec, execFile, fork } from 'node:child_process'
const child = fork('./print.js')

fork('./print.js').on('message', $) // data
spawn('print').on('message', $) // data
exec('print').on('message', $) // data
execFile('print').on('message', $) // data
child
  .{addListener on once prependListener prependOnceListener}('message', $) // data
  .addListener('message', $) // data
child.on('{close disconnect error exit spawn}', $) // startup`,
  'node:cluster': `
import cluster from 'node:cluster'
const worker = cluster.fork()

cluster.fork().on('message', $) // data
worker
  .{addListener on once prependListener prependOnceListener}('message', $) // data
  .addListener('message', $) // data
worker.on('{disconnect error exit listening online}', $) // startup`,
  'synckit': `
import { runAsWorker } from 'synckit'

runAsWorker($) // off-loop`,
  'sync-threads': `
import { runAsWorker } from 'sync-threads'

runAsWorker($) // off-loop`,
  'bthreads': `
import { parent } from 'bthreads'

parent.hook('print', $) // off-loop`,
  'poolifier': `
import { ClusterWorker, ThreadWorker } from 'poolifier'

new ClusterWorker($) // off-loop
new ClusterWorker({ print: $ }) // off-loop
new ThreadWorker($) // off-loop
new ThreadWorker({ print: $ }) // off-loop`,
}
