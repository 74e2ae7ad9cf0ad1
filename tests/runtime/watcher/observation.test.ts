import { expect, it } from 'vitest'

import type { JournalSummary, TurnSnapshot } from '../../../src/runtime/messages.js'
import { createSharedMemory } from '../../../src/runtime/shared-memory.js'
import { Observation } from '../../../src/runtime/watcher/observation.js'

const summary = (api: string, allMs: number): JournalSummary => ({
  api,
  argument: null,
  calls: 1,
  totalMs: allMs,
  allowedMs: 0,
  longestMs: allMs,
  allMs,
  caller: null,
  request: null,
})
const snapshot = (parts: Partial<TurnSnapshot>): TurnSnapshot => ({
  time: 1100,
  frames: [],
  request: null,
  allowance: null,
  journal: null,
  loading: null,
  microtaskRanAt: 0,
  tickRanAt: 0,
  ...parts,
})

it('does not take waiting for a processor for work in native code', () => {
  const observation = new Observation(1000, [])
  observation.add({ requestedAt: 1060, snapshot: snapshot({}) }, 35)
  const known = { durationMs: 200, journal: null, origin: null, collectionMs: null, processorWaitMs: null, thresholdMs: 100 }
  const { samples } = observation.evidence(createSharedMemory(), 1200, known)
  expect(samples.map(({ latencyMs }) => latencyMs)).toEqual([5])
})

it('tells of many short calls while they go on, unless the running one has taken longer', () => {
  const observation = new Observation(1000, [])
  observation.add({ requestedAt: 1090, snapshot: snapshot({ journal: summary('fs.existsSync', 80) }) }, 0)
  expect(observation.journalSoFar(null)?.api).toBe('fs.existsSync')
  const reading = { beganAt: 1100, summary: summary('fs.readFileSync', 1) }
  expect(observation.journalSoFar(reading)?.api).toBe('fs.existsSync')
  const running = { beganAt: 1100, summary: summary('child_process.execSync', 900) }
  expect(observation.journalSoFar(running)?.api).toBe('child_process.execSync')
})

it('has the request from a look into the call, unless the call itself tells it', () => {
  const met = { method: 'GET', path: '/met', route: null }
  const noted = { method: 'GET', path: '/noted', route: null }
  const observation = new Observation(1000, [])
  observation.add({ requestedAt: 1090, snapshot: snapshot({ time: 1100, request: met }) }, 0)
  const requestOf = (beganAt: number, request: JournalSummary['request']): string | undefined =>
    observation.journalSoFar({ beganAt, summary: { ...summary('JSON.stringify', 900), request } })?.request?.path
  expect(requestOf(1010, null)).toBe('/met')
  expect(requestOf(1010, noted)).toBe('/noted')
  expect(requestOf(1150, null)).toBeUndefined()
})
