import { describe, expect, it } from 'vitest'

import type { RawFrame } from '../../../src/runtime/messages.js'
import { buildReport } from '../../../src/runtime/watcher/build-report.js'
import type { Evidence, Verdict } from '../../../src/runtime/watcher/classify.js'
import { SourcePositions } from '../../../src/runtime/watcher/source-position.js'
import { StallCounts } from '../../../src/runtime/watcher/stall-counts.js'

const isOwn = (): boolean => false
const evidence: Evidence = {
  durationMs: 123.456,
  samples: [],
  journal: null,
  queues: { microtaskShare: 0, tickShare: 0 },
  origin: null,
  collectionMs: 12.345,
  processorWaitMs: null,
  thresholdMs: 100,
}
const frame: RawFrame = {
  functionName: 'work',
  url: 'file:///app/a%20b.js',
  line: 9,
  column: 3,
  functionLine: 5,
}
const verdict = (parts: Partial<Verdict> = {}): Verdict => ({
  cause: 'javascript',
  blockedAt: { frames: [frame], confidence: 'certain' },
  api: null,
  request: null,
  ...parts,
})
const api = {
  api: 'fs.readFileSync',
  argument: '/x',
  calls: 1,
  totalMs: 120,
  allowedMs: 0,
  longestMs: 120,
  allMs: 120,
  caller: null,
  request: null,
}
const build = (judged: Verdict, stillBlocked = false, counts = new StallCounts()) => {
  const facts = { startedAt: 0, pid: 7, name: 'server.js', threadId: 0, stillBlocked, requestsWaiting: 3, allowance: null }
  const positions = new SourcePositions({ workingDirectory: '/app', startedAt: 0, stripsTypes: false })
  return buildReport(facts, evidence, judged, counts, isOwn, positions)
}

describe('a report', () => {
  it('has paths for URLs and null for what is unknown', () => {
    expect(build(verdict())).toEqual({
      type: 'stall',
      time: '1970-01-01T00:00:00.000Z',
      pid: 7,
      name: 'server.js',
      threadId: 0,
      durationMs: 123.5,
      stillBlocked: false,
      cause: 'javascript',
      blockedAt: {
        frames: [{ functionName: 'work', file: '/app/a b.js', line: 9, column: 3 }],
        confidence: 'certain',
      },
      place: { functionName: 'work', file: '/app/a b.js', line: 9, column: 3, textHash: null },
      scheduledAt: null,
      api: null,
      request: null,
      requestsWaiting: 3,
      garbageCollectionMs: 12.3,
      processorWaitMs: null,
      allowance: null,
      hint: null,
      group: 'javascript /app/a b.js:5',
      count: 1,
      medianMs: 123.5,
      worstMs: 123.5,
      omitted: 0,
    })
  })

  it('blames nothing of what a development server has made, where no map leads further', () => {
    const chunk = { ...frame, url: '/app/.next/dev/server/app/page.js' }
    const library = { ...frame, url: '/app/node_modules/next/dist/server.js' }
    const blockedAt = { frames: [library, chunk], confidence: 'certain' } as const
    expect(build(verdict({ blockedAt })).place).toBeNull()
    expect(build(verdict({ blockedAt: { ...blockedAt, frames: [library, chunk, frame] } })).place?.file).toBe('/app/a b.js')
  })

  it('counts stalls, not the reports of one that goes on', () => {
    const counts = new StallCounts()
    const numbers = [true, true, false, true, false].map((stillBlocked) => {
      return build(verdict(), stillBlocked, counts).count
    })
    expect(numbers).toEqual([1, 1, 1, 2, 2])
  })
})

describe('the group', () => {
  const request = { method: 'GET', path: '/a/1', route: '/a/:id' }
  it.each<[string, Verdict, string]>([
    ['is the line of a call', verdict({ cause: 'sync-api', api }), 'sync-api fs.readFileSync /app/a b.js:9'],
    ['is the user\'s frame', verdict({ blockedAt: { frames: [{ ...frame, url: '/node_modules/a/b.js' }, frame], confidence: 'certain' } }), 'javascript /app/a b.js:5'],
    ['of a late stack is the route', verdict({ cause: null, request, blockedAt: { frames: [frame], confidence: 'late' } }), 'unknown GET /a/:id'],
    ['of nothing', verdict({ cause: null, blockedAt: null }), 'unknown'],
  ])('%s', (_, judged, group) => {
    expect(build(judged).group).toBe(group)
  })
})
