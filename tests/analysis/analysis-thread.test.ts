import { randomUUID } from 'node:crypto'
import { BroadcastChannel } from 'node:worker_threads'
import { expect, test } from 'vitest'
import type { AskedFile } from '../../src/analysis/asked-file.js'
import { parseSource } from '../../src/analysis/parse.js'
import { AnalysisThread } from '../../src/analysis/thread/analysis-thread.js'
import { LISTENS, STATE_LENGTH, type ThreadHandle } from '../../src/analysis/thread/messages.js'

const source = parseSource('/kitchen/src/oven.js', 'bake()')
const own: AskedFile = { answer: () => 'found here' as never }
const otherwise = { here: () => own, alone: () => own }

const handleOf = (): ThreadHandle => ({
  root: '/kitchen',
  channel: randomUUID(),
  state: new Int32Array(new SharedArrayBuffer(STATE_LENGTH * Int32Array.BYTES_PER_ELEMENT)),
})

test('a thread that never starts is not waited for twice', () => {
  const patienceMs = 200
  const thread = new AnalysisThread(handleOf(), patienceMs)
  const ask = (): unknown => thread.fileOf(source, 'hash', [], otherwise).answer('rule {}', () => 'asked')
  const began = performance.now()
  expect(ask()).toBe('found here')
  const first = performance.now() - began
  expect(first).toBeGreaterThanOrEqual(patienceMs - 1)
  expect(ask()).toBe('found here')
  expect(performance.now() - began - first).toBeLessThan(patienceMs)
})

test('nor one that no longer says anything', () => {
  const handle = handleOf()
  Atomics.store(handle.state, LISTENS, 1)
  // It hears, and is silent.
  const silent = new BroadcastChannel(handle.channel)
  const thread = new AnalysisThread(handle, 100)
  expect(thread.fileOf(source, 'hash', [], otherwise).answer('rule {}', () => 'asked')).toBe('found here')
  silent.close()
})
