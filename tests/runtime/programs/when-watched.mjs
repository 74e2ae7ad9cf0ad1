// Preloaded after the watchdog, so that a program does not block before the watcher's thread, which
// may take a while on a busy machine, has started.
import { writeFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

if (isMainThread) {
  const { watchEventLoop } = await import(process.env.EVENT_LOOP_TEST_RUNTIME)
  const alive = setInterval(() => {}, 1000)
  const watchdog = watchEventLoop()
  await watchdog.ready
  clearInterval(alive)

  // Nor end at once: a process that ends waits for the watcher only some tens of milliseconds, which
  // a busy machine may not give to it.
  process.once('beforeExit', () => setTimeout(() => {}, 500))

  // How long turns took according to a timer, which does not see the first one: libuv's own figure,
  // monitorEventLoopDelay, is now and then too small by a third on Node.js 24.
  const gaps = []
  let firedAt = null
  const note = () => {
    const time = performance.now()
    if (firedAt !== null && time - firedAt > 100) gaps.push({ from: performance.timeOrigin + firedAt, ms: time - firedAt })
    firedAt = time
  }
  setInterval(note, 10).unref()
  const folder = process.cwd()
  process.once('exit', () => {
    note()
    writeFileSync(`${folder}/gaps-${process.pid}`, JSON.stringify(gaps))
  })
}
