import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { FileInProject } from '../../src/analysis/asked-file.js'
import { parseSource } from '../../src/analysis/parse.js'
import { WorkspaceFiles } from '../../src/analysis/workspace-files.js'
import { makeFolder } from '../cli/run-cli.js'

const oven = `import { readFileSync } from 'node:fs'
export const bake = () => readFileSync('dough')
`
const shop = `import { createServer } from 'node:http'
import { bake } from './oven.js'
createServer((request, response) => response.end(bake()))
`

const makeBakery = (more: Readonly<Record<string, string>> = {}): string =>
  makeFolder({
    'package.json': '{ "name": "bakery", "type": "module" }',
    'node_modules/.keep': '',
    'src/oven.js': oven,
    'src/shop.js': shop,
    ...more,
  })

const answersIn = (folder: string): string =>
  join(folder, 'node_modules/.cache/eslint-plugin-event-loop/answers.json')

/** How many functions serve requests: it takes the whole project to tell. */
const countServing = ({ project }: FileInProject): number => project.phases.serving.size

/** Asks as a run of its own does; says how often it had to be found out. */
function ask(
  folder: string,
  { path = 'src/oven.js', text, question = 'serving', workspace = new WorkspaceFiles(folder), saves = true }: {
    readonly path?: string
    readonly text?: string
    readonly question?: string
    readonly workspace?: WorkspaceFiles
    readonly saves?: boolean
  } = {},
): { readonly answer: number | undefined; readonly found: number } {
  const file = join(folder, path)
  const source = text ?? readFileSync(file, 'utf8')
  const find = vi.fn(countServing)
  const hash = createHash('sha1').update(source).digest('hex')
  const asked = workspace.locate(parseSource(file, source), hash, [])
  const answer = asked?.answer(question, find)
  if (saves) workspace.save()
  return { answer, found: find.mock.calls.length }
}

function change(folder: string, path: string, text: string): void {
  writeFileSync(join(folder, path), text)
}

test('what one run found, the next one knows', () => {
  const folder = makeBakery()
  expect(ask(folder)).toEqual({ answer: 2, found: 1 })
  expect(ask(folder)).toEqual({ answer: 2, found: 0 })
})

test('each question and each file has an answer of its own, and none is lost', () => {
  const folder = makeBakery()
  ask(folder)
  expect(ask(folder, { question: 'others' }).found).toBe(1)
  expect(ask(folder, { path: 'src/shop.js' }).found).toBe(1)
  expect(ask(folder).found).toBe(0)
  expect(ask(folder, { question: 'others' }).found).toBe(0)
  expect(ask(folder, { path: 'src/shop.js' }).found).toBe(0)
})

test('in a test nothing is found, and nothing is read for it', () => {
  const folder = makeBakery({ 'test/shop.js': shop })
  expect(ask(folder, { path: 'test/shop.js' }).answer).toBe(0)
  // A file that is not there yet is a test, too.
  expect(ask(folder, { path: 'src/till.test.js', text: shop }).answer).toBe(0)
  expect(existsSync(join(folder, 'node_modules/.cache'))).toBe(false)
  expect(ask(folder).answer).toBe(2)
})

test('the folders that lead to a project make no tests of its files', () => {
  const above = makeFolder({})
  const link = join(above, 'test')
  const folder = makeBakery()
  symlinkSync(folder, link)
  const workspace = new WorkspaceFiles(folder)
  expect(ask(link, { workspace }).answer).toBe(2)
})

const silentShop = shop.replace('bake()', `''`)

const changes: readonly [string, (folder: string) => void, number][] = [
  ['another file has changed', (folder) => change(folder, 'src/shop.js', silentShop), 1],
  ['another file is gone', (folder) => rmSync(join(folder, 'src/shop.js')), 0],
  ['a file has come', (folder) => change(folder, 'src/till.js', `import { bake } from './oven.js'\nbake()\n`), 2],
  ['the file itself has changed', (folder) => change(folder, 'src/oven.js', `${oven}\n`), 2],
  ['git ignores a file', (folder) => change(folder, '.gitignore', 'shop.js'), 0],
]

test.each(changes)('nothing is known any more when %s', (_, make, answer) => {
  const folder = makeBakery()
  ask(folder)
  make(folder)
  expect(ask(folder)).toEqual({ answer, found: 1 })
  expect(ask(folder)).toEqual({ answer, found: 0 })
})

const aliased = {
  'src/shop.js': shop.replace('./oven.js', '@/oven.js'),
  'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
}

test('nothing is known any more when a configuration says that imports mean something else', () => {
  const folder = makeBakery(aliased)
  expect(ask(folder)).toEqual({ answer: 2, found: 1 })
  change(folder, 'tsconfig.json', '{}')
  expect(ask(folder)).toEqual({ answer: 1, found: 1 })
  change(folder, 'tsconfig.json', aliased['tsconfig.json'])
  expect(ask(folder)).toEqual({ answer: 2, found: 1 })
})

test('a process that lives on notices such a configuration as well', async () => {
  const folder = makeBakery(aliased)
  ask(folder)
  const workspace = new WorkspaceFiles(folder)
  expect(ask(folder, { workspace })).toEqual({ answer: 2, found: 0 })
  change(folder, 'tsconfig.json', '{}')
  utimesSync(join(folder, 'tsconfig.json'), 1, 1)
  await expect.poll(() => ask(folder, { workspace }), { timeout: 15_000 }).toEqual({ answer: 1, found: 1 })
  expect(ask(folder, { workspace })).toEqual({ answer: 1, found: 0 })
  change(folder, 'tsconfig.json', aliased['tsconfig.json'])
  utimesSync(join(folder, 'tsconfig.json'), 2, 2)
  await expect.poll(() => ask(folder, { workspace }), { timeout: 15_000 }).toEqual({ answer: 2, found: 1 })
})

test('nothing is known any more when another package is installed under a name', () => {
  const folder = makeBakery({
    'package.json': '{ "name": "bakery", "type": "module", "workspaces": ["packages/*"] }',
    'src/shop.js': shop.replace('./oven.js', '@bakery/oven'),
    'src/oven.js': '',
    'packages/oven/package.json': '{ "name": "@bakery/oven", "exports": "./oven.js" }',
    'packages/oven/oven.js': oven,
    'packages/stove/package.json': '{ "name": "@bakery/stove", "exports": "./oven.js" }',
    'packages/stove/oven.js': 'export const bake = () => 1\n',
  })
  const path = 'packages/oven/oven.js'
  const link = join(folder, 'node_modules/@bakery/oven')
  mkdirSync(join(folder, 'node_modules/@bakery'))
  symlinkSync(join(folder, 'packages/oven'), link)
  const inOven = ({ project, file }: FileInProject): boolean => project.phases.serving.has(`${file}:1`)
  const isServing = (): boolean | undefined => {
    const workspace = new WorkspaceFiles(folder)
    const text = readFileSync(join(folder, path), 'utf8')
    const hash = createHash('sha1').update(text).digest('hex')
    const answer = workspace.locate(parseSource(join(folder, path), text), hash, [])?.answer('', inOven)
    workspace.save()
    return answer
  }
  expect(isServing()).toBe(true)
  rmSync(link)
  symlinkSync(join(folder, 'packages/stove'), link)
  expect(isServing()).toBe(false)
})

test('what is found in a text that was not saved stays out of it', () => {
  const folder = makeBakery()
  const text = oven.replace(`readFileSync('dough')`, `slice()\nconst slice = () => readFileSync('dough')`)
  expect(ask(folder, { text })).toEqual({ answer: 3, found: 1 })
  expect(ask(folder)).toEqual({ answer: 2, found: 1 })
  expect(ask(folder, { text })).toEqual({ answer: 3, found: 1 })
})

const damages: readonly [string, (content: string) => string][] = [
  ['is cut off', (content) => content.slice(0, -3)],
  ['has another digit in it', (content) => content.replace(':2}', ':3}')],
  ['is empty', () => ''],
  ['is something else', () => '{"answers":{}}\n'],
]

test.each(damages)('a file that %s answers nothing', (_, damage) => {
  const folder = makeBakery()
  ask(folder)
  const content = readFileSync(answersIn(folder), 'utf8')
  expect(damage(content)).not.toBe(content)
  writeFileSync(answersIn(folder), damage(content))
  expect(ask(folder)).toEqual({ answer: 2, found: 1 })
})

test('nothing is kept of a project that has no place for it', () => {
  const folder = makeBakery()
  rmSync(join(folder, 'node_modules'), { recursive: true })
  expect(ask(folder)).toEqual({ answer: 2, found: 1 })
  expect(ask(folder)).toEqual({ answer: 2, found: 1 })
  expect(existsSync(join(folder, 'node_modules'))).toBe(false)
})

test('two runs at once lose nothing of what either found', () => {
  const folder = makeBakery()
  const [one, other] = [new WorkspaceFiles(folder), new WorkspaceFiles(folder)]
  ask(folder, { workspace: one, saves: false })
  ask(folder, { workspace: other, path: 'src/shop.js' })
  one.save()
  expect(ask(folder).found + ask(folder, { path: 'src/shop.js' }).found).toBe(0)
})
