import { describe, expect, it } from 'vitest'
import plugin from '../../../src/index.js'
import type { StallHint, StallReport } from '../../../src/runtime/types.js'
import { hintFor, hintsFor } from '../../../src/runtime/watcher/hints.js'
import { stallReport } from '../stall-report.js'

const api = { name: 'fs.readFileSync', argument: null, calls: 1, totalMs: 100 }
const library = { functionName: 'hash', file: '/app/node_modules/bcryptjs/index.js', line: 1, column: 1 }
const { blockedAt } = stallReport()
const inLibrary = { frames: [library, ...blockedAt!.frames], confidence: 'certain' } as const
const hint = (parts: Partial<StallReport>, line = ''): StallHint | null =>
  hintFor(stallReport(parts), () => `\n\n${line}\n`, (name) => (name === api.name ? 'Await it.' : null))

describe('a hint', () => {
  it('names the rule that reports such a call, in code of one’s own', () => {
    expect(hint({ api })).toEqual({ rule: 'event-loop/no-blocking-call', remedy: 'Await it.' })
    expect(hint({ api, blockedAt: null })).toEqual({ rule: null, remedy: 'Await it.' })
    expect(hint({ api: { ...api, name: 'fs.unheardOf' } })).toBeNull()
  })

  it('names the package that takes the time', () => {
    const remedy = 'The time goes into `bcryptjs`: use its asynchronous form if it has one, or run it in a worker thread.'
    expect(hint({ blockedAt: inLibrary })).toEqual({ rule: null, remedy })
    expect(hint({ blockedAt: inLibrary, api })).toEqual({ rule: null, remedy })
  })

  it('knows a loop that only waits', () => {
    expect(hint({}, '  while (Date.now() < end) {}')).toEqual({
      rule: 'event-loop/no-busy-wait',
      remedy: 'Await a timer instead of waiting in a loop.',
    })
    expect(hint({}, '  for (const row of rows) {')?.remedy).toMatch(/^Do it in parts/)
    // Next.js replaces the clock.
    const patched = { functionName: 'now', file: '/app/node_modules/next/dist/date.js', line: 1, column: 1 }
    const inClock = { frames: [patched, ...blockedAt!.frames], confidence: 'certain' } as const
    expect(hint({ blockedAt: inClock }, '  while (Date.now() < end) {}')?.rule).toBe('event-loop/no-busy-wait')
  })

  it('is none where a framework works for itself', () => {
    const alone = { blockedAt: { frames: [library], confidence: 'certain' }, place: null } as const
    for (const cause of ['javascript', 'module-loading', 'microtasks'] as const) {
      expect(hint({ ...alone, cause })).toBeNull()
    }
    expect(hint({ ...alone, api })).toBeNull()
  })

  it('is none where nothing is known', () => {
    expect(hint({ cause: null, blockedAt: null, place: null })).toBeNull()
  })

  it('names rules that there are', () => {
    const rules = [hint({ api }), hint({}, 'while (Date.now() < end) {}')].flatMap((each) => each?.rule ?? [])
    expect(Object.keys(plugin.rules).map((name) => `event-loop/${name}`)).toEqual(expect.arrayContaining(rules))
  })
})

it('what is known of builtins comes from the catalogue', async () => {
  const { load, give } = hintsFor(() => null)
  expect(give(stallReport({ api }))).toBeNull()
  await load()
  expect(give(stallReport({ api }))?.remedy).toBe('Await `readFile` from `node:fs/promises` instead.')
  expect(give(stallReport({ api: { ...api, name: 'crypto.pbkdf2Sync' } }))?.remedy).toBe(
    'Use the asynchronous `pbkdf2` from `node:crypto` instead.',
  )
  expect(give(stallReport({ api: { ...api, name: 'JSON.parse' } }))?.remedy).toMatch(/worker/)
})
