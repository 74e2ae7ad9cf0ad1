// Preloaded after the watchdog, so that a program does not block before the watcher's thread, which
// may take a while on a busy machine, has started.
import { writeFileSync } from 'node:fs'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
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

  // How long the longest turn took, according to libuv, and to a timer: on Node.js 24, libuv's
  // figure is now and then too small by a third. Neither sees the first turn.
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  let firedAt = null
  let longestMs = 0
  setInterval(() => {
    const time = performance.now()
    if (firedAt !== null) longestMs = Math.max(longestMs, time - firedAt)
    firedAt = time
  }, 10).unref()
  const folder = process.cwd()
  process.once('exit', () => writeFileSync(`${folder}/delay-${process.pid}`, String(Math.max(longestMs, delay.max / 1e6))))
}
