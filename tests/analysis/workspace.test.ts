import { mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Linter } from 'eslint'
import { afterEach, expect, it } from 'vitest'
import plugin from '../../src/index.js'

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

type Texts = Readonly<Record<string, string>>

function projectOf(texts: Texts): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'event-loop-workspace-')))
  folders.push(folder)
  write(folder, { 'package.json': '{ "type": "module" }', ...texts })
  return folder
}

function write(folder: string, texts: Texts): void {
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

function lint(
  folder: string,
  path: string,
  text: string,
  settings: Record<string, unknown> = {},
): readonly string[] {
  const linter = new Linter({ configType: 'flat', cwd: folder })
  const config = [plugin.configs['flat/recommended'], { settings: { 'event-loop': settings } }]
  return linter.verify(text, config, { filename: join(folder, path) }).map(({ message }) => message)
}

const server = `
import { createServer } from 'node:http'
import { load } from './load.js'
createServer((request, response) => response.end(load()))`
const load = `
import { readFileSync } from 'node:fs'
export const load = () => readFileSync('page')`

const chained =
  '`fs.readFileSync` holds the event loop (I/O) in HTTP request: HTTP request (server.js:4) → load (server.js:4) → fs.readFileSync (line 3). Make `load` async, with `readFile` from `node:fs/promises`, and await it where it is called.'

it('follows calls from one file into another', () => {
  const folder = projectOf({ 'src/server.js': server, 'src/load.js': load })
  expect(lint(folder, 'src/load.js', load)).toEqual([chained])
  expect(lint(folder, 'src/server.js', server)).toEqual([])
})

it('is silent in what no person wrote', () => {
  const bundle = `require('express')().get('/',(q,r)=>r.end(require('fs').readFileSync('page')));`
  const minified = bundle.repeat(10)
  const folder = projectOf({ 'src/server.js': bundle, 'src/vendor.js': minified })
  expect(lint(folder, 'src/server.js', bundle)).toHaveLength(1)
  expect(lint(folder, 'src/vendor.js', minified)).toEqual([])
})

it('looks at a file alone when told to', () => {
  const folder = projectOf({ 'src/server.js': server, 'src/load.js': load })
  expect(lint(folder, 'src/load.js', load, { scope: 'file' })).toEqual([])
})

it('takes the text that is linted, not the one on disk', () => {
  const folder = projectOf({ 'src/server.js': server, 'src/load.js': load })
  const edited = load.replace('readFileSync(', 'void readFileSync(').replace('=> void', '=>\n void')
  expect(lint(folder, 'src/load.js', edited)).toEqual([chained.replace('line 3', 'line 4')])
  expect(lint(folder, 'src/load.js', load.replace(`readFileSync('page')`, `''`))).toEqual([])
  expect(lint(folder, 'src/load.js', load)).toEqual([chained])
})

it('reads a file alone that is not on disk yet', () => {
  const folder = projectOf({ 'src/server.js': server })
  expect(lint(folder, 'src/load.js', load)).toEqual([])
})

it('reads a file alone that git ignores', () => {
  const folder = projectOf({
    'src/server.js': server,
    'src/load.js': load,
    '.gitignore': 'load.js',
  })
  expect(lint(folder, 'src/load.js', load)).toEqual([])
})

it('sees that another file has changed or is gone', async () => {
  const folder = projectOf({ 'src/server.js': server, 'src/load.js': load })
  expect(lint(folder, 'src/load.js', load)).toEqual([chained])
  write(folder, { 'src/server.js': server.replace('load()', `''`) })
  utimesSync(join(folder, 'src/server.js'), 1, 1)
  await expect.poll(() => lint(folder, 'src/load.js', load), { timeout: 15_000 }).toEqual([])
  write(folder, { 'src/server.js': server })
  await expect.poll(() => lint(folder, 'src/load.js', load), { timeout: 15_000 }).toEqual([chained])
  rmSync(join(folder, 'src/server.js'))
  await expect.poll(() => lint(folder, 'src/load.js', load), { timeout: 15_000 }).toEqual([])
})

it('keeps what is declared in one configuration out of another', () => {
  const folder = projectOf({ 'src/server.js': server, 'src/load.js': load })
  const blocking = [{ name: './src/load.js#load', message: 'Ask the cache.' }]
  const declared = '`load` holds the event loop (I/O) in HTTP request. Ask the cache.'
  expect(lint(folder, 'src/server.js', server)).toEqual([])
  expect(lint(folder, 'src/server.js', server, { blocking })).toEqual([declared])
  expect(lint(folder, 'src/load.js', load, { blocking })).toEqual([])
  expect(lint(folder, 'src/load.js', load)).toEqual([chained])
  expect(lint(folder, 'src/server.js', `${server}\n`, { blocking })).toEqual([declared])
  expect(lint(folder, 'src/server.js', `${server}\n`)).toEqual([])
})

it('reads JSDoc tags of other files', () => {
  const tagged = load.replace('export const', '/** @blocking Ask the cache. */\nexport const')
  const folder = projectOf({ 'src/server.js': server, 'src/load.js': tagged })
  expect(lint(folder, 'src/server.js', server)).toEqual([
    '`load` holds the event loop (I/O) in HTTP request. Ask the cache.',
  ])
  expect(lint(folder, 'src/load.js', tagged)).toEqual([])
})

it('is not harmed by files that cannot be read', () => {
  const folder = projectOf({
    'src/server.js': server,
    'src/load.js': load,
    'src/broken.js': 'const = ;',
    'tsconfig.json': '{ nothing',
  })
  expect(lint(folder, 'src/load.js', load)).toEqual([chained])
})

it('takes its root from the settings', () => {
  const folder = projectOf({
    'a/server.js': server,
    'a/load.js': load,
    'a/package.json': '{}',
  })
  expect(lint(folder, 'a/load.js', load, { root: 'a' })).toEqual([chained])
  expect(lint(folder, 'a/load.js', load, { root: 'b' })).toEqual([])
})

it.each([
  [{ scope: 'files' }, `settings['event-loop'].scope is "files"; it takes "project" or "file".`],
  [{ root: 1 }, `settings['event-loop'].root is 1; it takes the path of a folder.`],
  [{ roots: [] }, `settings['event-loop'].roots is []; what it takes there is \`root\`, \`scope\`, \`handlers\`, \`blocking\` and \`offloaders\`.`],
])('refuses the settings %j', (settings, message) => {
  const folder = projectOf({})
  expect(() => lint(folder, 'a.js', '', settings)).toThrow(message)
})
