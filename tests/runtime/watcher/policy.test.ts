import { describe, expect, it } from 'vitest'

import type { AllowedPlaces } from '../../../src/runtime/options.js'
import type { StallReport } from '../../../src/runtime/types.js'
import { acceptsPlace, Quota } from '../../../src/runtime/watcher/policy.js'
import { stallReport } from '../stall-report.js'

const frames = [
  { functionName: 'resize', file: '/srv/node_modules/@acme/images/index.js', line: 4, column: 1 },
  { functionName: 'Gallery.add', file: '/srv/src/gallery.js', line: 9, column: 3 },
]
const gallery = stallReport({
  blockedAt: { frames, confidence: 'certain' },
  place: { ...frames[1]!, textHash: null },
  api: { name: 'fs.readFileSync', argument: null, calls: 1, totalMs: 150 },
})

describe('what the options accept', () => {
  it.each<[Partial<AllowedPlaces>, boolean]>([
    [{}, false],
    [{ apis: ['fs.readFileSync'] }, true],
    [{ apis: ['node:fs.*'] }, true],
    [{ apis: ['fs.readFile'] }, false],
    [{ apis: ['fs-readFileSync'] }, false],
    [{ functions: ['Gallery.*'] }, true],
    [{ functions: ['add'] }, false],
    // Not of the user's own code.
    [{ functions: ['resize'] }, false],
    [{ files: ['src/gallery.js'] }, true],
    [{ files: ['src/*'] }, true],
    [{ files: ['/srv/src/gallery.js'] }, true],
    [{ files: ['gallery.js'] }, false],
    [{ packages: ['@acme/images'] }, true],
    [{ packages: ['@acme/*'] }, true],
    [{ packages: ['images'] }, false],
  ])('%j: %s', (allow, expected) => {
    const places = { apis: [], functions: [], files: [], packages: [], ...allow }
    expect(acceptsPlace(places, '/srv')(gallery)).toBe(expected)
  })

  it('is not judged by a stack that was seen too late', () => {
    const places = { apis: [], functions: ['*'], files: ['*'], packages: ['*'] }
    const late: StallReport = { ...gallery, blockedAt: { frames, confidence: 'late' } }
    expect(acceptsPlace(places, '/srv')(late)).toBe(false)
    expect(acceptsPlace(places, '/srv')({ ...gallery, blockedAt: null, place: null })).toBe(false)
  })
})

describe('a quota', () => {
  it('is so many in any minute, and tells how many were left out', () => {
    const quota = new Quota({ sampleRate: 1, maxReportsPerMinute: 2 })
    expect([0, 10_000, 20_000, 59_999].map((time) => quota.take(time))).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(quota.take(60_000)).toBe(true)
    expect([quota.takeOmitted(), quota.takeOmitted()]).toEqual([2, 0])
    expect([quota.take(69_999), quota.take(70_000)]).toEqual([false, true])
  })

  it('is a share', () => {
    const randoms = [0.1, 0.3, 0.2]
    const quota = new Quota({ sampleRate: 0.25, maxReportsPerMinute: 60 }, () => randoms.shift()!)
    expect([1, 2, 3].map((time) => quota.take(time))).toEqual([true, false, true])
    expect(quota.takeOmitted()).toBe(1)
  })

  it('of none reports none', () => {
    expect(new Quota({ sampleRate: 0, maxReportsPerMinute: 60 }, () => 0).take(1)).toBe(false)
  })
})
