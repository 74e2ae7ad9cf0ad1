import { describe, expect, it } from 'vitest'
import { fakeAsyncRule } from '../../src/findings/fake-async/fake-async-rule.js'
import { expectMarked } from '../analysis/marked-files.js'
import { lint, testMarkedLines } from './marked-lines.js'

const rule = 'no-fake-async'

/** Statements of an async handler. */
const handler = (statements: string, before = ''): string => `import express from 'express'
import fs from 'node:fs'
${before}
const app = express()
app.get('/menu', async (req, res) => {
${statements}
})`

type Row = readonly [title: string, statements: string, before?: string]

const inHandler = (rows: readonly Row[]) =>
  rows.map(([title, statements, before]) => ({ title, code: handler(statements, before) }))

describe('promises that are made of what blocks', () => {
  testMarkedLines(
    rule,
    inHandler([
      ['an executor', `await new Promise((resolve) => resolve(fs.readFileSync('menu'))) // !`],
      ['an executor with a body', `await new Promise((resolve, reject) => { // !\ntry { resolve(fs.readFileSync('menu')) } catch (error) { reject(error) }\n})`],
      ['an executor that calls a helper', `await new Promise((resolve) => resolve(load())) // !`, `const load = () => fs.readFileSync('menu')`],
      ['an executor that calls a helper of a helper', `await new Promise((resolve) => resolve(load())) // !`, `const read = () => fs.readFileSync('menu')\nconst load = () => JSON.parse(read())`],
      ['Promise.try', `await Promise.try(() => fs.readFileSync('menu')) // !`],
      ['Promise.resolve of the result', `await Promise.resolve(fs.readFileSync('menu')) // !`],
      ['then of a settled promise', `await Promise.resolve().then(() => fs.readFileSync('menu')) // !\nawait Promise.resolve('menu').then(fs.statSync) // !`],
      ['a helper that wraps', `await load() // one report, at the wrapper`, `const load = () => new Promise((resolve) => resolve(fs.readFileSync('menu'))) // !`],
    ]),
  )
})

describe('work that is only put off', () => {
  testMarkedLines(
    rule,
    inHandler([
      ['setImmediate', `setImmediate(() => fs.rmSync('menu')) // !`],
      ['setImmediate with the API itself', `setImmediate(fs.rmSync, 'menu') // !`],
      ['nextTick', `process.nextTick(() => { fs.rmSync('menu'); res.end() }) // !`],
      ['queueMicrotask', `queueMicrotask(() => fs.rmSync('menu')) // !`],
      ['setTimeout of no time', `setTimeout(() => fs.rmSync('menu'), 0) // !\nsetTimeout(() => fs.rmSync('menu')) // !`],
      ['a named function', `setImmediate(clean) // !`, `function clean() { for (const file of ['menu']) fs.rmSync(file) }`],
      ['a helper', `setImmediate(() => clean()) // !`, `function clean() { ['menu'].forEach((file) => fs.rmSync(file)) }`],
      ['a callback of the project', `read('menu', (text) => res.end(text))`, `function read(path, done) { process.nextTick(() => done(fs.readFileSync(path))) } // !`],
    ]),
  )
})

describe('async functions that await nothing', () => {
  testMarkedLines(
    rule,
    inHandler([
      ['a function', `await load()`, `async function load() { return fs.readFileSync('menu') } // !`],
      ['an arrow function', `await load()`, `const load = async () => fs.readFileSync('menu') // !`],
      ['a method', `await new Menus().load('menu')`, `class Menus {\nasync load(path) { // !\nconst text = fs.readFileSync(path, 'utf8')\nreturn JSON.parse(text)\n}\n}`],
      ['a chained call', `load().then((text) => res.end(text))`, `const load = async () => fs.readFileSync('menu').toString().trim() // !`],
      ['a helper that blocks', `await load()`, `const read = () => fs.readFileSync('menu')\nconst load = async () => read() // !`],
      ['one that gives nothing', `await store()`, `async function store() { fs.writeFileSync('menu', '') } // !`],
      ['one in another', `await outer()`, `async function outer() { return await load() }\nasync function load() { return fs.readFileSync('menu') } // !`],
    ]),
  )
})

describe('promisified functions', () => {
  testMarkedLines(
    rule,
    inHandler([
      ['of Node.js', `await read('menu')`, `import { promisify } from 'node:util'\nconst read = promisify(fs.readFileSync) // !`],
      ['by util', `await read('menu')`, `import util from 'util'\nconst read = util.promisify(fs.readFileSync) // !`],
      ['in a handler', `await promisify(fs.readFileSync)('menu') // !`, `import { promisify } from 'node:util'`],
      ['of the project', `await read('menu')`, `import { promisify } from 'node:util'\nfunction readMenu(path, done) { done(null, fs.readFileSync(path)) }\nconst read = promisify(readMenu) // !`],
      ['by packages', `await a('menu'); await b('menu'); await c('menu'); await d('menu')`, `import pify from 'pify'\nimport { promisify } from 'es6-promisify'\nimport bluebird from 'bluebird'\nimport polyfill from 'util.promisify'\nconst a = pify(fs.readFileSync) // !\nconst b = promisify(fs.readFileSync) // !\nconst c = bluebird.promisify(fs.readFileSync) // !\nconst d = polyfill(fs.readFileSync) // !`],
    ]),
  )
})

describe('what is silent', () => {
  testMarkedLines(
    rule,
    inHandler([
      ['the handler itself', `res.end(fs.readFileSync('menu'))`],
      ['a handler that awaits nothing', `const { id } = req.params\nres.json(JSON.parse(fs.readFileSync(id)))`],
      ['a real promise', `await new Promise((resolve) => fs.readFile('menu', resolve))`],
      ['an executor that waits for events as well', `await new Promise((resolve) => { fs.mkdirSync('out'); stream(req).on('finish', resolve) })`, `import { stream } from './stream.js'`],
      ['an executor that waits for a timer', `await new Promise((resolve) => { fs.mkdirSync('out'); setTimeout(() => resolve(), 10) })`],
      ['an executor that hands over what settles', `await new Promise((resolve) => { fs.mkdirSync('out'); waiting.push(resolve) })`, `const waiting = []`],
      ['an executor that does not block', `await new Promise((resolve) => resolve(req.params.id))`],
      ['then of a promise that has to be waited for', `await fetchMenu().then(() => fs.readFileSync('menu'))`, `import { fetchMenu } from './menus.js'`],
      ['then of what may be a promise', `await Promise.resolve(req.menu).then(() => fs.readFileSync('menu'))`],
      ['a timer of some length', `setTimeout(() => fs.rmSync('menu'), 1000)\nsetTimeout(() => fs.rmSync('menu'), req.delay)`],
      ['what is put off and asynchronous', `setImmediate(async () => { await fs.promises.rm('menu') })\nsetImmediate(async () => { await wait(); fs.rmSync('menu') })`, `import { wait } from './wait.js'`],
      ['what is put off and far away', `setImmediate(() => publish())`, `const publish = () => notify()\nconst notify = () => clean()\nconst clean = () => fs.rmSync('menu')`],
      ['an async function that awaits', `await load()`, `async function load() { const path = await find(); return fs.readFileSync(path) }\nconst find = () => fs.promises.realpath('menu')`],
      ['an async function that gives a promise', `await load()`, `async function load() { fs.mkdirSync('out'); return fs.promises.readFile('menu') }`],
      ['an async function that may give a promise', `await load()`, `import { upload } from './upload.js'\nasync function load() { return upload(fs.readFileSync('menu')) }`],
      ['an async function that nobody awaits', `load()`, `async function load() { fs.writeFileSync('menu', '') }`],
      ['an async function that does not block', `await load()`, `async function load() { return { menu: [] } }`],
      ['what is kept', `await load()\nawait later()`, `let menu\nasync function load() { menu ??= fs.readFileSync('menu'); return menu }\nlet made\nconst later = () => (made ??= new Promise((resolve) => resolve(fs.readFileSync('menu'))))`],
      ['a large input', `await parse(req.body)`, `async function parse(text) { return JSON.parse(text) }`],
      ['what is asynchronous in name only by itself', `await format(req.body)`, `import prettier from 'prettier'\nconst format = async (text) => prettier.format(text)`],
      ['promisified functions that take a callback', `await read('menu')\nawait random(8)`, `import { promisify } from 'node:util'\nimport { randomBytes } from 'node:crypto'\nconst read = promisify(fs.readFile)\nconst random = promisify(randomBytes)`],
      ['promisified functions that hand on their callback', `await read('menu')`, `import { promisify } from 'node:util'\nconst read = promisify(function (path, done) { fs.mkdirSync('out'); fs.readFile(path, done) })`],
      ['promisified functions that only start-up calls', `res.end(menu)`, `import { promisify } from 'node:util'\nconst read = promisify(fs.readFileSync)\nconst menu = await read('menu')`],
      ['a promise of another kind', `await new Promise((resolve) => resolve(fs.readFileSync('menu')))`, `import { Promise } from './promise.js'`],
      ['before the process ends', `if (req.fatal) { setImmediate(() => fs.rmSync('menu')); process.exit(1) }`],
    ]),
  )

  testMarkedLines(rule, [
    { title: 'start-up', code: `import fs from 'node:fs'\nconst load = async () => fs.readFileSync('menu')\nawait load()\nsetImmediate(() => fs.rmSync('menu'))` },
    { title: 'a test', file: 'tests/menu.test.js', code: `import { test } from 'node:test'\nimport fs from 'node:fs'\nconst load = async () => fs.readFileSync('menu')\ntest('loads', async () => { await load() })` },
    { title: "a worker's file", file: 'src/worker.js', code: `import { parentPort } from 'node:worker_threads'\nimport fs from 'node:fs'\nconst load = async () => fs.readFileSync('menu')\nparentPort.on('message', async () => parentPort.postMessage(await load()))` },
  ])
})

it('is narrowed by options as no-blocking-call is', () => {
  const code = handler(`await load()`, `const load = async () => fs.existsSync('menu')`)
  expect(lint(rule, { code })).toHaveLength(1)
  expect(lint(rule, { code, options: { minimumCost: 'medium' } })).toEqual([])
  expect(lint(rule, { code, options: { allow: ['fs.exists*'] } })).toEqual([])
  expect(lint(rule, { code, options: { kinds: ['cpu'] } })).toEqual([])
})

it('follows calls across files', () => {
  expectMarked(
    {
      'server.ts': `import express from 'express'
import { Menus } from './menus'
const menus = new Menus()
express().get('/', async (req, res) => {
  res.json(await menus.load(req.params.id))
})`,
      'menus.ts': `import { readMenu } from './files'
import { exists } from './promisified'
export class Menus {
  async load(id: string) { // !
    return JSON.parse(readMenu(id))
  }
  async has(id: string) {
    return await exists(id)
  }
}`,
      'files.ts': `import { readFileSync } from 'fs'
export const readMenu = (id: string) => readFileSync(id, 'utf8')`,
      'promisified.ts': `import { existsSync } from 'fs'
import { promisify } from 'util'
export const exists = promisify(existsSync)`,
      'other.ts': `import express from 'express'
import { exists as isThere } from './again'
express().get('/other', async (req, res) => { res.json(await isThere(req.params.id)) })`,
      'again.ts': `export { exists } from './more'`,
      'more.ts': `import { existsSync } from 'fs'
import { promisify } from 'util'
export const exists = promisify(existsSync) // !`,
    },
    fakeAsyncRule,
  )
})

describe('messages', () => {
  it.each([
    [
      `await new Promise((resolve) => resolve(fs.readFileSync('menu')))`,
      '',
      '`new Promise` runs its function at once, so `fs.readFileSync` (line 6) holds the event loop (I/O) before there is a promise: GET /menu → new Promise (line 6). Await `readFile` from `node:fs/promises` instead.',
    ],
    [
      'setImmediate(clean)',
      `const clean = () => fs.rmSync('menu')`,
      '`setImmediate` only puts `fs.rmSync` (line 3) off, and it holds the event loop (I/O) all the same once its turn comes: GET /menu → setImmediate (line 6). Await `rm` from `node:fs/promises` instead.',
    ],
    [
      'await load()',
      `const load = async () => fs.readFileSync('menu')`,
      '`load` is async, is awaited in one place, and awaits nothing itself: `fs.readFileSync` (line 3) holds the event loop (I/O) before there is a promise: GET /menu → load (line 3). Await `readFile` from `node:fs/promises` instead.',
    ],
  ])('%s', (statements, before, message) => {
    expect(lint(rule, { code: handler(statements, before) }).map((report) => report.message)).toEqual([message])
  })
})

describe('suggestions', () => {
  const suggested = (code: string): string | null => {
    const [message] = lint(rule, { code })
    const [suggestion] = message?.suggestions ?? []
    if (suggestion === undefined) return null
    const { range, text } = suggestion.fix
    return code.slice(0, range[0]) + text + code.slice(range[1])
  }
  const using = (argument: string, imports = ''): string =>
    handler(`await read('menu')`, `import { promisify } from 'node:util'\n${imports}\nconst read = promisify(${argument})`)

  it('promisify the function that takes a callback', () => {
    expect(suggested(using('fs.readFileSync'))).toBe(using('fs.readFile'))
  })

  it.each([
    ['a name that an import would have to change', 'readFileSync', `import { readFileSync } from 'node:fs'`],
    ['a function whose twin gives something else', 'fs.existsSync', ''],
  ])('none for %s', (_, argument, imports) => {
    expect(lint(rule, { code: using(argument, imports) })).toHaveLength(1)
    expect(suggested(using(argument, imports))).toBeNull()
  })
})
