// Sentry's native watchdog: a beat, and a thread that asks for the stack when it is missing. The
// package is found in the folder that the environment names.
import { createRequire } from 'node:module'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { appendFileSync } from 'node:fs'

const require = createRequire(`${process.env.COMPARED_PACKAGES}/`)
const native = require('@sentry-internal/node-native-stacktrace')
const thresholdMs = 100

if (isMainThread) {
  native.registerThread('main')
  native.threadPoll()
  setInterval(() => native.threadPoll(), 20).unref()
  const { COMPARED_PACKAGES, COMPARED_REPORTS } = process.env
  const watcher = new Worker(new URL(import.meta.url), {
    execArgv: [],
    env: { COMPARED_PACKAGES, COMPARED_REPORTS },
  })
  const ready = new Promise((resolve) => watcher.once('message', resolve))
  await ready
  watcher.unref()
  process.once('beforeExit', () => setTimeout(() => {}, 200))
} else {
  let isReported = false
  setInterval(() => {
    const { main: silentMs = 0 } = native.getThreadsLastSeen()
    if (silentMs <= thresholdMs) isReported = false
    if (silentMs <= thresholdMs || isReported) return
    isReported = true
    const { main } = native.captureStackTrace()
    const frames = (main?.frames ?? []).map(({ filename, lineno }) => {
      return { file: String(filename).replace('file://', ''), line: lineno }
    })
    appendFileSync(process.env.COMPARED_REPORTS, `${JSON.stringify({ durationMs: silentMs, frames })}\n`)
  }, 20)
  parentPort.postMessage('ready')
}
