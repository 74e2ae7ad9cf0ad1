import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { appendStall } from '../../src/stalls-file.js'
import { stallReport } from '../runtime/stall-report.js'
import { makeFolder, runCli } from './run-cli.js'

const api = { name: 'fs.readFileSync', argument: null, calls: 1, totalMs: 100 }

const setUp = (): string => {
  const folder = makeFolder({})
  const file = join(folder, '.event-loop/stalls.jsonl')
  const record = (name: string, pid: number, durationMs: number, path: string, time: string): void => {
    const place = { functionName: name, file: join(folder, 'src/menu.js'), line: 4, column: 9, textHash: null }
    appendStall(file, stallReport({
      ...{ pid, durationMs, time, place, group: name },
      request: { method: 'GET', path, route: null },
      api: name === 'loadMenu' ? api : null,
      hint: name === 'loadMenu' ? { rule: 'event-loop/no-blocking-call', remedy: 'Await it.' } : null,
    }))
  }
  record('loadMenu', 1, 200, '/menu', '2026-01-01T10:00:00.000Z')
  record('bake', 2, 250, '/bake\u001B[31m', '2026-01-01T10:00:01.000Z')
  record('loadMenu', 3, 1000, '/menu', '2026-01-01T10:00:02.000Z')
  record('loadMenu', 4, 300, '/special', '2026-01-01T10:00:03.000Z')
  return folder
}

test('the places that held the loop longest come first', async () => {
  const { code, stdout, stderr } = await runCli(['report'], setUp())
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toBe(`4 stalls at 2 places, 1.8 s in all

1.5 s  3 stalls, median 300 ms, worst 1.0 s  fs.readFileSync
  loadMenu src/menu.js:4:9
  while serving GET /menu (2), GET /special (1)
  Await it. (event-loop/no-blocking-call)
  last 2026-01-01 10:00:03 UTC

250 ms  1 stall, median 250 ms, worst 250 ms  javascript
  bake src/menu.js:4:9
  while serving GET /bake\\x1b[31m (1)
  last 2026-01-01 10:00:01 UTC
`)
})

test('a limit is heeded, and said', async () => {
  const { stdout } = await runCli(['report', '--limit', '1'], setUp())
  expect(stdout).toMatch(/\n\n1 place more, see --limit\n$/)
  expect(stdout).not.toContain('bake')
  expect(await runCli(['report', '--limit', '0'], setUp())).toMatchObject({ code: 2 })
})

test('JSON has the groups and how many lines were no stalls', async () => {
  const folder = setUp()
  writeFileSync(join(folder, '.event-loop/stalls.1.jsonl'), 'cut off')
  const { code, stdout } = await runCli(['report', '--format', 'json'], folder)
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    version: 1,
    corruptLines: 1,
    groups: [{ count: 3, totalMs: 1500, medianMs: 300, worstMs: 1000, api: 'fs.readFileSync' }, { count: 1 }],
  })
})

test('lines that are no stalls are told', async () => {
  const folder = makeFolder({ 'held.jsonl': 'no\nstall\n' })
  expect(await runCli(['report', 'held.jsonl'], folder)).toMatchObject({
    code: 0,
    stdout: 'No stalls.\n',
    stderr: '2 lines passed over: no stalls.\n',
  })
})

test('a file that is missing or a folder is an error', async () => {
  const folder = makeFolder({ 'held/keep': '' })
  expect(await runCli(['report'], folder)).toMatchObject({
    code: 2,
    stderr: 'No stalls file: .event-loop/stalls.jsonl\n',
  })
  const { code, stderr } = await runCli(['report', 'held'], folder)
  expect(code).toBe(2)
  expect(stderr).toMatch(/^Cannot read held: EISDIR/)
})
