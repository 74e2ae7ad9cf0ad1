import { describe, expect, it } from 'vitest'

import type { StallReport } from '../../../src/runtime/types.js'
import { formatReport } from '../../../src/runtime/watcher/sinks/terminal.js'
import { stallReport } from '../stall-report.js'

const source = ['function build() {', '\tconst rows = load()', '  return rows', '}'].join('\n')
const settings = {
  hasColors: false,
  workingDirectory: '/app',
  readSource: (file: string) => (file === '/app/src/build.js' ? source : null),
}
const report = (parts: Partial<StallReport> = {}): StallReport =>
  stallReport({
    durationMs: 123.4,
    cause: 'sync-api',
    blockedAt: {
      frames: [
        { functionName: 'run', file: '/app/node_modules/@scope/kit/run.js', line: 9, column: 1 },
        { functionName: 'build', file: '/app/src/build.js', line: 2, column: 15 },
        { functionName: 'emit', file: 'node:events', line: 500, column: 3 },
        { functionName: 'next', file: '/app/node_modules/router/index.js', line: 1, column: 1, package: 'router@2.2.0' },
        { functionName: '', file: '/elsewhere/start.js', line: 4, column: 2 },
      ],
      confidence: 'likely',
    },
    api: { name: 'fs.readFileSync', argument: '/data.csv', calls: 1, totalMs: 118 },
    request: { method: 'GET', path: '/orders/7', route: '/orders/:id' },
    count: 2,
    ...parts,
  })

describe('a report for a person', () => {
  it('has duration, API, request and the stack with the first user frame marked', () => {
    expect(formatReport(report(), settings)).toBe(`
Event loop blocked for 123 ms by fs.readFileSync /data.csv (2nd time, median 120 ms, worst 120 ms)
  while serving GET /orders/7 (route /orders/:id)
      (1 frame of @scope/kit)
    > build src/build.js:2:15
          1 | function build() {
        > 2 |  const rows = load()
            |               ^
          3 |   return rows
      (2 frames of Node.js, router@2.2.0)
      (anonymous) /elsewhere/start.js:4:2`)
  })

  it('of a place that was shown before is short', () => {
    const { frames } = report().blockedAt!
    const place = { ...frames[1]!, textHash: null }
    const repeated = report({ place, count: 12, medianMs: 110, worstMs: 2300, omitted: 3 })
    expect(formatReport(repeated, settings, true)).toBe(`
Event loop blocked for 123 ms by fs.readFileSync /data.csv (12th time, median 110 ms, worst 2.3 s)
  while serving GET /orders/7 (route /orders/:id)
    build src/build.js:2:15
  3 stalls before this one not shown`)
  })

  it('folds the calls of a function by itself', () => {
    const rank = { functionName: 'rank', file: '/app/src/rank.js', line: 8, column: 3 }
    const start = { functionName: 'start', file: '/app/src/rank.js', line: 20, column: 1 }
    const blockedAt = { frames: [rank, rank, rank, start], confidence: 'certain' as const }
    expect(formatReport(report({ blockedAt, count: 1 }), settings)).toContain(`
    > rank src/rank.js:8:3
      (2 frames of rank)
      start src/rank.js:20:1`)
  })

  it('says how many requests waited, and what the collection of garbage took', () => {
    const garbage = report({ cause: 'garbage-collection', api: null, garbageCollectionMs: 95, requestsWaiting: 3, count: 1 })
    const [, headline, , waiting] = formatReport(garbage, settings).split('\n')
    expect(headline).toBe('Event loop blocked for 123 ms by garbage collection, which took 95 ms of it')
    expect(waiting).toBe('  3 other requests waited meanwhile')
    const alone = formatReport(report({ request: null, requestsWaiting: 1 }), settings)
    expect(alone).toContain('\n  1 request waited meanwhile\n')
  })

  it('says whose budget was exceeded', () => {
    const allowance = { reason: 'once a\nyear', budgetMs: 200 }
    expect(formatReport(report({ allowance }), settings)).toContain(
      '\n  allowed for up to 200 ms: once a\\u000ayear\n',
    )
  })

  it('sums up what was called many times', () => {
    const api = { name: 'fs.readFileSync', argument: '/data.csv', calls: 412, totalMs: 380.4 }
    expect(formatReport(report({ api, count: 1 }), settings).split('\n')[1]).toBe(
      'Event loop blocked for 123 ms by fs.readFileSync /data.csv, 412 calls, 380 ms',
    )
  })

  it('of a hang says that it goes on', () => {
    const text = formatReport(report({ stillBlocked: true, durationMs: 5012, count: 1 }), settings)
    expect(text.split('\n')[1]).toBe(
      'Event loop still blocked after 5.0 s by fs.readFileSync /data.csv',
    )
  })

  it('says when a stack came too late, and nothing of what is unknown', () => {
    const late = report({
      cause: null,
      api: null,
      request: null,
      count: 1,
      blockedAt: {
        frames: [{ functionName: 'next', file: '/gone.js', line: 1, column: 1 }],
        confidence: 'late',
      },
    })
    expect(formatReport(late, settings)).toBe(`
Event loop blocked for 123 ms
  seen too late to be sure; right after it the thread was at
    > next /gone.js:1:1`)
    const unknown = formatReport({ ...late, blockedAt: null }, settings)
    expect(unknown).toBe('\nEvent loop blocked for 123 ms, by what was not seen')
  })

  it('shows what was scheduled where', () => {
    const frames = [{ functionName: 'plan', file: '/gone.js', line: 3, column: 1 }]
    const text = formatReport(report({ scheduledAt: { frames, type: 'Timeout' } }), settings)
    expect(text).toMatch(/\n {2}scheduled \(Timeout\) at\n {4}> plan \/gone\.js:3:1$/)
  })

  it('escapes what a terminal would obey', () => {
    const request = { method: 'GET', path: '/\u001B[2J\u009B31m\n\u202E', route: null }
    const text = formatReport(report({ request }), settings)
    expect(text).toContain('GET /\\u001b[2J\\u009b31m\\u000a\\u202e\n')
  })

  it('has colours when asked', () => {
    expect(formatReport(report(), { ...settings, hasColors: true })).toContain('\u001B[31m')
  })
})
