// Many files are judged on several threads, from the build: what each gives is what it gives alone.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { judgeFile, type JudgedFile } from '../../src/analysis/index-files/judged-file.js'
import type * as JudgeFiles from '../../src/analysis/index-files/judge-files.js'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'event-loop-judge-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const { judgeFiles } = (await import(
  new URL('../../dist/analysis/index-files/judge-files.js', import.meta.url).href
)) as typeof JudgeFiles

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

/** Enough of it that threads have started before it is done. */
const dishes = (count: number): string =>
  Array.from({ length: count }, (_, i) => `export function cook${i}(dish) { return [dish, cook${i + 1}(${i})] }`).join('\n')

function judge(files: readonly string[], threads = 0): ReadonlyMap<string, JudgedFile> {
  const judged = new Map<string, JudgedFile>()
  judgeFiles(files, (file, given) => {
    expect(judged.has(file)).toBe(false)
    judged.set(file, given)
  }, threads)
  return judged
}

test('every file once, whatever it holds', () => {
  const files = [
    ...Array.from({ length: 40 }, (_, i) => write(`menu${i}.ts`, dishes(60 + i))),
    write('broken.js', 'cook('),
    write('deep.js', `cook(${'['.repeat(900)}${']'.repeat(900)})`),
    write('bundle.js', `${'a(b);'.repeat(200)}`),
    join(folder, 'gone.js'),
  ]
  const judged = judge(files, 2)
  expect([...judged.keys()].toSorted()).toEqual(files.toSorted())
  for (const file of files) expect(judged.get(file)).toEqual(judgeFile(file))
}, 60_000)

test('few files and none', () => {
  const file = write('soup.js', 'cook()')
  expect(judge([file]).get(file)).toEqual(judgeFile(file))
  expect(judge([], 2).size).toBe(0)
})
