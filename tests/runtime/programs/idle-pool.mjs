// A pool whose threads wait for their tasks in Atomics.wait, as Piscina's do unless told otherwise.
import { isMainThread, threadId } from 'node:worker_threads'
import { Piscina } from 'piscina'

export default () => threadId

if (isMainThread) {
  const { watchEventLoop } = await import(process.env.EVENT_LOOP_TEST_RUNTIME)
  watchEventLoop({ report: 'none', stallsFile: process.env.EVENT_LOOP_STALLS_FILE, thresholdMs: 300, workers: true })
  const pool = new Piscina({ filename: import.meta.url, minThreads: 1, maxThreads: 1 })
  console.log((await pool.run()) > 0)
  await new Promise((resolve) => setTimeout(resolve, 2000))
  console.log((await pool.run()) > 0)
  await pool.destroy()
}
