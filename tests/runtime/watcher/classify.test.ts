import { describe, expect, it } from 'vitest'

import type { JournalSummary, RawFrame } from '../../../src/runtime/messages.js'
import { classify, type Evidence, type Sample } from '../../../src/runtime/watcher/classify.js'

const isOwn = (url: string): boolean => url.startsWith('/own/')

const frame = (url: string, line: number, functionLine = line): RawFrame => {
  return { functionName: 'work', url, line, column: 3, functionLine }
}
const sample = (frames: readonly RawFrame[], parts: Partial<Sample> = {}): Sample => {
  return { frames, latencyMs: 1, coversMs: 50, request: null, allowance: null, loading: null, ...parts }
}
const evidence = (parts: Partial<Evidence>): Evidence => ({
  durationMs: 200,
  samples: [],
  journal: null,
  queues: { microtaskShare: 0, tickShare: 0 },
  origin: null,
  collectionMs: null,
  processorWaitMs: null,
  thresholdMs: 100,
  ...parts,
})
const journal = (parts: Partial<JournalSummary> = {}): JournalSummary => ({
  api: 'fs.readFileSync',
  argument: '/data.csv',
  calls: 1,
  totalMs: 180,
  allowedMs: 0,
  longestMs: 180,
  allMs: 180,
  caller: null,
  request: null,
  ...parts,
})

const handler = frame('/app/handler.js', 12, 10)
const library = frame('/app/node_modules/csv/index.js', 4, 2)
const emit = frame('node:events', 500)
const loader = frame('node:internal/modules/cjs/loader', 900)
const inJournal = frame('/own/loop/journal.js', 50)

describe('a sample in JavaScript', () => {
  it('is the place that blocked, from the first frame that is not internal', () => {
    const verdict = classify(evidence({ samples: [sample([emit, library, handler, emit])] }), isOwn)
    expect(verdict).toEqual({
      cause: 'javascript',
      blockedAt: { frames: [library, handler, emit], confidence: 'certain' },
      api: null,
      request: null,
    })
  })

  it('comes with the request that was being served', () => {
    const request = { method: 'GET', path: '/', route: null }
    const verdict = classify(evidence({ samples: [sample([handler], { request })] }), isOwn)
    expect(verdict.request).toEqual(request)
  })

  it('counts for the time it stands for, by function and not by line', () => {
    const samples = [
      sample([frame('/app/other.js', 70)], { coversMs: 60 }),
      sample([frame('/app/handler.js', 12, 10)], { coversMs: 40 }),
      sample([frame('/app/handler.js', 14, 10)], { coversMs: 40 }),
    ]
    const verdict = classify(evidence({ samples }), isOwn)
    expect(verdict.blockedAt?.frames[0]).toEqual(frame('/app/handler.js', 12, 10))
  })

  it('leads to the line of the function that most of the time was spent on', () => {
    const samples = [
      sample([frame('/app/handler.js', 11, 10)], { coversMs: 40 }),
      sample([frame('/app/handler.js', 14, 10)], { coversMs: 30 }),
      sample([frame('/app/handler.js', 14, 10)], { coversMs: 30 }),
    ]
    expect(classify(evidence({ samples }), isOwn).blockedAt?.frames[0]?.line).toBe(14)
  })

  it('leads to the line whose calls take most of the time, when that function takes little itself', () => {
    const callback = frame('/app/handler.js', 30, 29)
    const samples = [
      sample([frame('/app/handler.js', 11, 10)], { coversMs: 70 }),
      sample([frame('/app/handler.js', 14, 10)], { coversMs: 30 }),
      sample([callback, frame('/app/handler.js', 14, 10)], { coversMs: 60 }),
    ]
    expect(classify(evidence({ samples }), isOwn).blockedAt?.frames[0]).toEqual(frame('/app/handler.js', 14, 10))
  })

  it('does not lead to a line that only waits for another function', () => {
    const samples = [
      sample([frame('/app/handler.js', 11, 10)], { coversMs: 70 }),
      sample([frame('/app/rows.js', 30, 29), frame('/app/handler.js', 14, 10)], { coversMs: 60 }),
      sample([frame('/app/cells.js', 50, 49), frame('/app/handler.js', 14, 10)], { coversMs: 60 }),
    ]
    expect(classify(evidence({ samples }), isOwn).blockedAt?.frames[0]?.line).toBe(11)
  })

  it.each([
    ['that was answered at once', { latencyMs: 3 }, []],
    ['that did not meet the thread on entering what is called next', {}, [frame('node:process', 385)]],
  ])('leads rather to the line of a look %s', (_, parts, entered) => {
    const samples = [
      sample([...entered, frame('/app/handler.js', 11, 10)], { coversMs: 90, ...parts }),
      sample([frame('/app/handler.js', 14, 10)], { coversMs: 50 }),
    ]
    expect(classify(evidence({ samples }), isOwn).blockedAt?.frames[0]?.line).toBe(14)
  })

  it('on entering a function gives way to one inside of it', () => {
    const samples = [
      sample([frame('/app/handler.js', 10, 10)], { coversMs: 90 }),
      sample([frame('/app/handler.js', 14, 10)], { coversMs: 10 }),
    ]
    expect(classify(evidence({ samples }), isOwn).blockedAt?.frames[0]?.line).toBe(14)
  })

  it('on entering a function that calls itself is on the line that calls', () => {
    const samples = [sample([frame('/app/tree.js', 10), frame('/app/tree.js', 12, 10), handler])]
    expect(classify(evidence({ samples }), isOwn).blockedAt?.frames[0]?.line).toBe(12)
  })

  it('that was taken in the watchdog itself says nothing', () => {
    const samples = [sample([frame('/own/watcher-link.js', 3), handler])]
    const verdict = classify(evidence({ samples }), isOwn)
    expect(verdict).toEqual({ cause: null, blockedAt: null, api: null, request: null })
  })

  it('with nothing but internals names no place', () => {
    expect(classify(evidence({ samples: [sample([emit])] }), isOwn).blockedAt).toBeNull()
  })
})

describe('a sample that arrives late', () => {
  it('is no cause, and lends no request', () => {
    const request = { method: 'GET', path: '/', route: null }
    const late = sample([handler], { latencyMs: 90, request })
    expect(classify(evidence({ samples: [late] }), isOwn)).toEqual({
      cause: null,
      blockedAt: { frames: [handler], confidence: 'late' },
      api: null,
      request: null,
    })
  })

  it('weighs less than a prompt one that stands for less', () => {
    const late = sample([frame('/app/next.js', 1)], { latencyMs: 90, coversMs: 100 })
    const verdict = classify(evidence({ samples: [late, sample([handler])] }), isOwn)
    expect(verdict.blockedAt).toEqual({ frames: [handler], confidence: 'certain' })
  })
})

describe('a synchronous API', () => {
  it('that took most of the stall is its cause, with the caller met on its return', () => {
    const samples = [sample([inJournal, handler], { latencyMs: 120 })]
    expect(classify(evidence({ samples, journal: journal() }), isOwn)).toEqual({
      cause: 'sync-api',
      blockedAt: { frames: [handler], confidence: 'likely' },
      api: journal(),
      request: null,
    })
  })

  it('is certain of a caller that was recorded before', () => {
    const recorded = journal({ caller: [emit, handler] })
    const samples = [sample([frame('/app/next.js', 1)], { latencyMs: 120 })]
    const verdict = classify(evidence({ samples, journal: recorded }), isOwn)
    expect(verdict.blockedAt).toEqual({ frames: [handler], confidence: 'certain' })
  })

  it('that took less than half is not blamed', () => {
    const samples = [sample([handler])]
    const verdict = classify(evidence({ samples, journal: journal({ totalMs: 90, allMs: 90 }) }), isOwn)
    expect(verdict).toMatchObject({ cause: 'javascript', api: null })
  })

  it('that is called so often that noting it takes the time is blamed', () => {
    const often = journal({ totalMs: 70, allMs: 70, calls: 20_000 })
    expect(classify(evidence({ samples: [sample([handler])], journal: often }), isOwn).cause).toBe('sync-api')
  })

  it('that the loader calls is loading a module', () => {
    const byLoader = journal({ caller: [loader, library, handler] })
    const samples = [sample([inJournal, loader, library, handler])]
    expect(classify(evidence({ samples, journal: byLoader }), isOwn).cause).toBe('module-loading')
  })

  it('without any stack names no place', () => {
    const verdict = classify(evidence({ journal: journal() }), isOwn)
    expect(verdict).toMatchObject({ cause: 'sync-api', blockedAt: null })
  })
})

describe('loading modules', () => {
  it('is the cause where a user frame requires', () => {
    const samples = [sample([library, loader, handler])]
    expect(classify(evidence({ samples }), isOwn).cause).toBe('module-loading')
  })

  it('names the module that took most of the time', () => {
    const csv = { api: 'require', name: 'csv' } as const
    const samples = [
      sample([loader, handler], { loading: { api: 'require', name: 'yaml' }, coversMs: 30 }),
      sample([loader, handler], { loading: csv, coversMs: 40 }),
      sample([library, loader, handler], { loading: csv, coversMs: 20 }),
    ]
    const { api } = classify(evidence({ samples }), isOwn)
    expect(api).toMatchObject({ api: 'require', argument: 'csv', calls: 1, totalMs: 60 })
  })

  it('is the cause where a bundler’s own loader requires', () => {
    const chunk = frame('/app/.next/dev/server/vendor-chunks/next.js', 1004)
    const evaluated = frame('webpack-internal:///(rsc)/./node_modules/next/dist/get-page-files.js', 1)
    const require = frame('/app/.next/dev/server/webpack-runtime.js', 25)
    const page = frame('/app/.next/dev/server/app/page.js', 55)
    const samples = [sample([evaluated, chunk, require, page, loader])]
    expect(classify(evidence({ samples }), isOwn).cause).toBe('module-loading')
  })

  it('is not the cause where it was met less often than other work', () => {
    const samples = [sample([library, loader, handler]), sample([handler], { coversMs: 60 })]
    expect(classify(evidence({ samples }), isOwn).cause).toBe('javascript')
  })

  it('is not the cause of what a module does at its top level', () => {
    expect(classify(evidence({ samples: [sample([handler, loader])] }), isOwn).cause).toBe(
      'javascript',
    )
  })
})

describe('queues that run although the loop does not turn', () => {
  it.each([
    { microtaskShare: 0.9, tickShare: 0, cause: 'microtasks' },
    { microtaskShare: 0, tickShare: 0.9, cause: 'microtasks' },
    { microtaskShare: 0.9, tickShare: 0.9, cause: 'many-callbacks' },
    { microtaskShare: 0.1, tickShare: 0.1, cause: 'javascript' },
  ])('$microtaskShare of microtasks, $tickShare of ticks: $cause', ({ cause, ...queues }) => {
    expect(classify(evidence({ samples: [sample([handler])], queues }), isOwn).cause).toBe(cause)
  })
})

it('knows nothing without evidence', () => {
  expect(classify(evidence({}), isOwn)).toEqual({
    cause: null,
    blockedAt: null,
    api: null,
    request: null,
  })
})

describe('the collection of garbage', () => {
  it('is the cause from two thirds of the time on, and goes on where it interrupted', () => {
    const late = sample([handler], { latencyMs: 90 })
    const verdict = classify(evidence({ samples: [late], collectionMs: 134 }), isOwn)
    expect(verdict.cause).toBe('garbage-collection')
    expect(verdict.blockedAt).toEqual({ frames: [handler], confidence: 'likely' })
  })

  it('below that leaves the cause as it is', () => {
    const verdict = classify(evidence({ samples: [sample([handler])], collectionMs: 133 }), isOwn)
    expect(verdict.cause).toBe('javascript')
  })

  it('inside of a call is that call', () => {
    const verdict = classify(evidence({ journal: journal(), collectionMs: 150 }), isOwn)
    expect(verdict.cause).toBe('sync-api')
  })
})

describe('a thread without a processor', () => {
  it('blames nothing when what is left is below the threshold', () => {
    const starved = evidence({ samples: [sample([handler])], journal: journal(), processorWaitMs: 110 })
    expect(classify(starved, isOwn)).toEqual({ cause: 'starved', blockedAt: null, api: null, request: null })
  })

  it('that would have been too long with one, too, is blamed', () => {
    const parts = { samples: [sample([handler])], durationMs: 500, processorWaitMs: 390 }
    expect(classify(evidence(parts), isOwn).cause).toBe('javascript')
  })

  it('for a small part of the time is nothing to speak of', () => {
    const parts = { samples: [sample([handler])], durationMs: 120, processorWaitMs: 30 }
    expect(classify(evidence(parts), isOwn).cause).toBe('javascript')
  })
})
