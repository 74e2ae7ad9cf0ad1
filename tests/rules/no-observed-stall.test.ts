import { Linter } from 'eslint'
import { appendFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { locateStalls, type ObservedStall } from '../../src/findings/observed-stalls/locate-stalls.js'
import plugin from '../../src/index.js'
import type { StallReport } from '../../src/runtime/types.js'
import { appendStall, hashLine } from '../../src/stalls-file.js'
import { makeFolder } from '../cli/run-cli.js'
import { stallReport } from '../runtime/stall-report.js'

const source = `export function renderMenu(dishes) {
  const rows = dishes.map(toRow)
  return rows.join('')
}
`
const guilty = '  const rows = dishes.map(toRow)'

const setUp = (file = 'src/menu.js') => {
  const folder = makeFolder({ 'package.json': '{}', [file]: source })
  const path = join(folder, file)
  const stall = (parts: Partial<StallReport> = {}, place: Partial<StallReport['place'] & object> = {}) =>
    stallReport({
      place: { functionName: 'renderMenu', file: path, line: 2, column: 16, textHash: hashLine(guilty), ...place },
      ...parts,
    })
  const record = (...stalls: readonly StallReport[]): void => {
    for (const each of stalls) appendStall(join(folder, '.event-loop/stalls.jsonl'), each)
  }
  return { folder, path, stall, record }
}

const lint = (path: string, cwd: string, text = source, options: object = {}) =>
  new Linter({ configType: 'flat', cwd })
    .verify(
      text,
      [{ plugins: { 'event-loop': plugin }, rules: { 'event-loop/no-observed-stall': ['warn', options] } }],
      { filename: path },
    )
    .map(({ line, column, message }) => ({ line, column, message }))

describe('a recorded stall', () => {
  it('is shown at the line that blocked', () => {
    const { folder, path, stall, record } = setUp()
    record(stall({ durationMs: 340.4 }))
    expect(lint(path, folder)).toEqual([
      { line: 2, column: 16, message: 'This held the event loop for 340 ms, on 2026-01-01 10:00 UTC.' },
    ])
  })

  it('is one with the others of its line', () => {
    const { folder, path, stall, record } = setUp()
    const request = { method: 'GET', path: '/menu/7', route: '/menu/:id' }
    const api = { name: 'fs.readFileSync', argument: null, calls: 1, totalMs: 100 }
    record(
      stall({ pid: 1, durationMs: 100 }),
      stall({ pid: 2, durationMs: 2300, time: '2026-01-02T08:30:00.000Z', request, api }),
      stall({ pid: 3, durationMs: 200 }),
    )
    expect(lint(path, folder).map(({ message }) => message)).toEqual([
      'This held the event loop 3 times in `fs.readFileSync`, for 200 ms in the median and 2.3 s at worst; last on 2026-01-02 08:30 UTC while serving GET /menu/:id.',
    ])
  })

  it('is gone when its line has changed', () => {
    const { folder, path, stall, record } = setUp()
    record(stall())
    expect(lint(path, folder, source.replace('dishes.map', 'today.map'))).toEqual([])
  })

  it('moves with its line', () => {
    const { folder, path, stall, record } = setUp()
    record(stall())
    const moved = source.replace(guilty, `  // All of them.\n    ${guilty}`)
    expect(lint(path, folder, moved).map(({ line }) => line)).toEqual([3])
  })

  it('stays where it is when other lines read the same, and is nowhere when it was one of them', () => {
    const { folder, path, stall, record } = setUp()
    record(stall())
    expect(lint(path, folder, `${source}{\n${guilty}\n}`).map(({ line }) => line)).toEqual([2])
    expect(lint(path, folder, `//\n${source}{\n${guilty}\n}`)).toEqual([])
  })

  it('is found in the folder of a package, in the workspace, and in what was rotated', () => {
    const { folder, path, stall, record } = setUp('packages/api/src/menu.js')
    record(stall({ pid: 1 }))
    appendStall(join(folder, 'packages/api/.event-loop/stalls.jsonl'), stall({ pid: 2 }))
    appendStall(join(folder, 'packages/api/.event-loop/stalls.1.jsonl'), stall({ pid: 3 }))
    expect(lint(path, folder)[0]?.message).toMatch(/^This held the event loop 3 times/)
  })

  it('of a container is that of the same path below the project', () => {
    const { folder, path, stall, record } = setUp()
    record(stall({ pid: 1 }, { file: '/app/src/menu.js' }), stall({ pid: 2 }, { file: '/app/other/menu.js' }))
    expect(lint(path, folder).map(({ message }) => message)).toEqual([
      'This held the event loop for 120 ms, on 2026-01-01 10:00 UTC.',
    ])
  })

  it('is left out when its stack came late, or its line is not known', () => {
    const { folder, path, stall, record } = setUp()
    const { blockedAt } = stallReport()
    record(
      stall({ pid: 1, blockedAt: { ...blockedAt!, confidence: 'late' } }),
      stall({ pid: 2 }, { textHash: null }),
      stall({ pid: 3, place: null }),
    )
    expect(lint(path, folder)).toEqual([])
  })
})

describe('options', () => {
  it('name another file', () => {
    const { folder, path, stall, record } = setUp()
    record(stall())
    mkdirSync(join(folder, 'logs'))
    cpSync(join(folder, '.event-loop/stalls.jsonl'), join(folder, 'logs/held.jsonl'))
    expect(lint(path, folder, source, { file: 'logs/held.jsonl' })).toHaveLength(1)
    expect(lint(path, folder, source, { file: 'logs/none.jsonl' })).toEqual([])
  })

  it('leave out what took less', () => {
    const { folder, path, stall, record } = setUp()
    record(stall({ pid: 1, durationMs: 100 }), stall({ pid: 2, durationMs: 300 }))
    expect(lint(path, folder, source, { minimumMs: 300 })).toHaveLength(1)
    expect(lint(path, folder, source, { minimumMs: 301 })).toEqual([])
  })
})

describe('the stalls file', () => {
  it('may have lines that are no stalls', () => {
    const { folder, path, stall, record } = setUp()
    const file = join(folder, '.event-loop/stalls.jsonl')
    record(stall())
    appendFileSync(file, '{"type":"stall"\n[]\n\0\0\n{"type":"stall","place":{"file":1}}\n')
    expect(lint(path, folder)).toHaveLength(1)
  })

  it('may be something else, or missing', () => {
    const { folder, path } = setUp()
    expect(lint(path, folder)).toEqual([])
    mkdirSync(join(folder, '.event-loop/stalls.jsonl'), { recursive: true })
    expect(lint(path, folder)).toEqual([])
    const other = setUp()
    const file = join(other.folder, '.event-loop/stalls.jsonl')
    mkdirSync(dirname(file))
    writeFileSync(file, Buffer.alloc(3_000_000, 1))
    expect(lint(other.path, other.folder)).toEqual([])
  })

  it('is read again when it has changed', () => {
    const { folder, path, stall, record } = setUp()
    record(stall({ pid: 1 }))
    expect(lint(path, folder)[0]?.message).toMatch(/^This held the event loop for/)
    record(stall({ pid: 2 }))
    expect(lint(path, folder)[0]?.message).toMatch(/^This held the event loop 2 times/)
  })
})

it('paths of Windows are compared with slashes', () => {
  const stall: ObservedStall = {
    file: 'C:/shop/src/menu.js',
    line: 2,
    column: 1,
    textHash: hashLine(guilty),
    durationMs: 100,
    time: '2026-01-01T10:00:00.000Z',
    api: null,
    request: null,
  }
  const lines = source.split('\n')
  expect(locateStalls([stall], 'C:\\shop\\src\\menu.js', 'C:\\shop', lines)).toMatchObject([{ line: 2 }])
})
