import { expect, it } from 'vitest'

import type { Verdict } from '../../../src/runtime/watcher/classify.js'
import { isWaitingForTasks, isWorthReporting } from '../../../src/runtime/watcher/is-worth-reporting.js'

const frame = (url: string) => ({ functionName: 'bake', url, line: 3, column: 1, functionLine: 1 })
const own = frame('file:///app/src/oven.js')
const installed = frame('file:///app/node_modules/vite/dist/node.js')
const call = { argument: null, calls: 1, totalMs: 1, longestMs: 1, allMs: 1, allowedMs: 0, caller: null, request: null }
const verdict = (cause: Verdict['cause'], frames: readonly (typeof own)[], api?: string): Verdict => ({
  cause,
  blockedAt: frames.length > 0 ? { frames, confidence: 'certain' } : null,
  api: api === undefined ? null : { ...call, api },
  request: null,
})

it.each([
  ['a line of the user’s', verdict('javascript', [installed, own]), true, true],
  ['packages that set themselves up', verdict('microtasks', [installed]), false, true],
  ['a synchronous call', verdict('sync-api', [installed], 'fs.readFileSync'), true, true],
  ['modules that are loaded', verdict('module-loading', [own]), false, true],
  ['what was not seen', verdict(null, []), false, false],
])('%s', (_name, judged, whenStarting, whenEnding) => {
  expect(isWorthReporting(judged, 'starting')).toBe(whenStarting)
  expect(isWorthReporting(judged, 'running')).toBe(true)
  expect(isWorthReporting(judged, 'ending')).toBe(whenEnding)
})

it('a line that came too late is none at the start', () => {
  const late = { ...verdict('javascript', [own]), blockedAt: { frames: [own], confidence: 'late' as const } }
  expect(isWorthReporting(late, 'starting')).toBe(false)
})

it('a pool’s thread waits for tasks where no line of the user’s does', () => {
  expect(isWaitingForTasks(verdict('sync-api', [installed], 'Atomics.wait'))).toBe(true)
  expect(isWaitingForTasks(verdict('sync-api', [installed, own], 'Atomics.wait'))).toBe(false)
  expect(isWaitingForTasks(verdict('sync-api', [installed], 'fs.readSync'))).toBe(false)
})
