import { readFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import threads from 'node:worker_threads'

const original = readFileSync
const { Worker } = threads
let watcher
threads.Worker = class extends Worker {
  constructor(...parameters) {
    super(...parameters)
    watcher = this
  }
}
syncBuiltinESMExports()
const { watchEventLoop } = await import(process.env.EVENT_LOOP_TEST_RUNTIME)
const watchdog = watchEventLoop()
await watcher.terminate()
await new Promise((resolve) => setImmediate(resolve))
console.log(readFileSync === original ? 'restored' : 'still wrapped')
watchdog.stop()
