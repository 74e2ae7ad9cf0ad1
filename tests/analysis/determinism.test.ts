// The same sources give the same reports, byte for byte, however a run comes about.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ESLint } from 'eslint'
import { expect, test } from 'vitest'
import { writeServer } from '../../bench/generated-server.js'
import { makeFolder } from '../cli/run-cli.js'

const BUILT = new URL('../../dist/index.js', import.meta.url)
const BAKERY = fileURLToPath(new URL('../fixtures/bakery', import.meta.url))
const PARSER = pathToFileURL(
  fileURLToPath(new URL('../../node_modules/@typescript-eslint/parser/dist/index.js', import.meta.url)),
).href

/** A server of some sixty files and one more package, as ESLint would find it. */
function makeServer(): string {
  const folder = makeFolder({})
  writeServer(folder, 60)
  cpSync(BAKERY, join(folder, 'bakery'), { recursive: true })
  writeFileSync(
    join(folder, 'eslint.config.mjs'),
    `import parser from ${JSON.stringify(PARSER)}
import plugin from ${JSON.stringify(BUILT.href)}
export default [
  { files: ['**/*.{js,ts,cjs,mjs}'], languageOptions: { parser } },
  plugin.configs['flat/strict'],
]
`,
  )
  return folder
}

interface Run {
  readonly workers?: number | 'off'
  readonly patterns?: readonly string[]
}

/** Every message of a run as JSON, by path. */
async function lint(folder: string, { workers = 'off', patterns = ['.'] }: Run = {}): Promise<string> {
  const eslint = new ESLint({ cwd: folder, concurrency: workers })
  const results = await eslint.lintFiles([...patterns])
  const messages = results
    .map(({ filePath, messages: found }) => [relative(folder, filePath), found] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify(messages)
}

const cacheOf = (folder: string): string => join(folder, 'node_modules/.cache')

test('cold and warm, with one worker and with four, and in one process twice', async () => {
  const folder = makeServer()
  const cold = await lint(folder)
  // Otherwise all would agree on nothing.
  expect(cold.match(/no-blocking-call/g)?.length).toBeGreaterThan(20)
  expect(cold).toContain('→')
  expect(await lint(folder)).toBe(cold)
  expect(await lint(folder, { workers: 4 })).toBe(cold)
  rmSync(cacheOf(folder), { recursive: true })
  expect(await lint(folder, { workers: 4 })).toBe(cold)
  expect(await lint(folder, { workers: 1 })).toBe(cold)
}, 120_000)

test('whatever order the files are linted in', async () => {
  const folder = makeServer()
  const forwards = await lint(folder, { patterns: ['bakery', 'src/area0', 'src'] })
  const elsewhere = makeServer()
  const backwards = await lint(elsewhere, { patterns: ['src/server.ts', 'src', 'bakery'] })
  expect(backwards).toBe(forwards)
}, 120_000)

test('a file on its own says what it says among the others', async () => {
  const folder = makeServer()
  const all = new Map(JSON.parse(await lint(folder)) as [string, unknown][])
  const path = join('src', 'area3', 'store.ts')
  const [[, alone] = []] = JSON.parse(await lint(makeServer(), { patterns: [path] })) as [string, unknown][]
  expect(alone).toEqual(all.get(path))
  expect(alone).not.toEqual([])
}, 120_000)

test('in whatever order the files came to be', async () => {
  const texts = Object.entries({
    'a.js': `import { b } from './b.js'; import { createServer } from 'node:http'; createServer((req, res) => b(res))`,
    'b.js': `import { c } from './c.js'; export const b = (res) => c(() => res.end())`,
    'c.js': `import { readFileSync } from 'node:fs'; export const c = (then) => { readFileSync('page'); then() }`,
  })
  const make = (files: [string, string][]): string => {
    const folder = makeServer()
    rmSync(join(folder, 'src'), { recursive: true })
    mkdirSync(join(folder, 'lib'))
    for (const [name, text] of files) writeFileSync(join(folder, 'lib', name), text)
    return folder
  }
  const forwards = await lint(make(texts))
  expect(forwards).toContain('readFileSync')
  expect(await lint(make([...texts].reverse()))).toBe(forwards)
}, 120_000)

test('an unsaved text says what it says once it is saved, and the other way round', async () => {
  const folder = makeServer()
  const path = join('src', 'area1', 'service.ts')
  const text = readFileSync(join(folder, path), 'utf8')
  const edited = text
    .replace('export class', `import fs from 'node:fs'\nconst first = () => fs.statSync('first')\nexport class`)
    .replace('const names', 'first()\n    const names')
  const lintText = async (cwd: string, content: string): Promise<string> => {
    const [result] = await new ESLint({ cwd }).lintText(content, { filePath: join(cwd, path) })
    return JSON.stringify(result?.messages)
  }
  const before = await lintText(folder, text)
  const unsaved = await lintText(folder, edited)
  const elsewhere = makeServer()
  writeFileSync(join(elsewhere, path), edited)
  expect(unsaved).toBe(await lintText(elsewhere, edited))
  expect(unsaved).toContain('fs.statSync')
  expect(await lintText(elsewhere, text)).toBe(before)
  expect(await lintText(folder, text)).toBe(before)
}, 120_000)
