import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { MessageChannel, Worker } from 'node:worker_threads'
import { expect, it, onTestFinished } from 'vitest'

import { now } from '../../../src/runtime/clock.js'
import type { StallNotice, TurnEnded, WatcherData } from '../../../src/runtime/messages.js'
import { resolveOptions } from '../../../src/runtime/options.js'
import { createSharedMemory, Time } from '../../../src/runtime/shared-memory.js'

const file = new URL('../../../dist/runtime/watcher/thread.cjs', import.meta.url)

/** The thread as the watchdog starts it, for a loop that always beats. */
const startThread = async () => {
  const memory = createSharedMemory()
  memory.times[Time.Beat] = now()
  const beats = setInterval(() => (memory.times[Time.Beat] = now()), 10)
  const { port1, port2 } = new MessageChannel()
  const settings: WatcherData['settings'] = {
    options: resolveOptions({ report: 'none', stallsFile: '' }),
    memory: memory.buffer,
    name: 'server.js',
    threadId: 0,
    task: null,
    canCapture: false,
    hasColors: false,
    workingDirectory: '/app',
    startedAt: Date.now(),
    stripsTypes: false,
    ownUrls: [],
    snapshotExpression: '',
  }
  const worker = new Worker(file, {
    workerData: { settings, notices: port2 } satisfies WatcherData,
    transferList: [port2],
    execArgv: [],
    env: {},
  })
  onTestFinished(async () => {
    clearInterval(beats)
    port1.close()
    await worker.terminate()
  })
  await once(worker, 'message')
  return { worker, notices: port1 }
}

const turnEnded = (): TurnEnded => {
  const endedAt = now()
  const caller = [{ functionName: 'serve', url: 'file:///app/server.js', line: 3, column: 5, functionLine: 1 }]
  const call = { api: 'fs.readFileSync', argument: null, calls: 1, totalMs: 150, allowedMs: 0, longestMs: 150, allMs: 150 }
  return {
    type: 'turn-ended',
    isComplete: true,
    beganAt: endedAt - 160,
    endedAt,
    idleMs: 0,
    processorWaitMs: 0,
    phase: 'running',
    journal: { ...call, caller, request: null },
    origin: null,
    allowed: null,
    collectionMs: 0,
    requestsWaiting: 0,
  }
}

it('knows a remedy for the first stall that it hears of, although it has not looked at any', async () => {
  const { worker, notices } = await startThread()
  worker.postMessage(turnEnded())
  const [{ report }] = (await once(notices, 'message')) as [StallNotice]
  expect(report.hint).toEqual({
    rule: 'event-loop/no-blocking-call',
    remedy: 'Await `readFile` from `node:fs/promises` instead.',
  })
})

it('loads no more of Node.js than it needs before the first stall, for each watched process has one', () => {
  const loaded = [...readFileSync(file, 'utf8').matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name)
  expect([...new Set(loaded)].sort()).toEqual([
    'node:fs',
    'node:path',
    'node:timers',
    'node:url',
    'node:vm',
    'node:worker_threads',
    'picocolors',
  ])
})
