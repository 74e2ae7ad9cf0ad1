import { describe, expect, it } from 'vitest'
import { expectMarked, type Files, reportedIn } from './marked-files.js'

const server = (imports: string, statements: string): string => `
import express from 'express'
${imports}
express().get('/', async (req, res) => { ${statements} })`

const fs = `import fs from 'node:fs'`

describe('ES modules', () => {
  it.each<[string, Files]>([
    [
      'named, renamed, default and namespace imports',
      {
        'server.ts': server(
          `import main, { a, b as c } from './helpers.js'\nimport * as all from './helpers'`,
          'a(); c(); main(); all.d()',
        ),
        'helpers.ts': `${fs}
export const a = () => fs.statSync('a') // !
export function b() { fs.statSync('b') } // !
export default function () { fs.statSync('main') } // !
const own = () => fs.statSync('d') // !
export { own as d }
export const unused = () => fs.statSync('e')`,
      },
    ],
    [
      'barrels, and barrels of barrels',
      {
        'server.ts': server(`import { a, b, lib, c } from './lib'`, 'a(); b(); lib.a(); c()'),
        'lib/index.ts': `export * from './inner'\nexport { default as b } from './b'\nexport * as lib from './inner'\nimport { d } from './inner'\nexport const c = d`,
        'lib/inner.ts': `export * from './a'\nexport * from './index'`,
        'lib/a.ts': `${fs}\nexport const a = () => fs.statSync('a') // !\nexport const d = () => fs.statSync('d') // !`,
        'lib/b.ts': `${fs}\nexport default () => fs.statSync('b') // !`,
      },
    ],
    [
      'dynamic imports, and re-exported APIs',
      {
        'server.ts': server('', `const { load } = await import('./lazy'); load()`),
        'api.ts': `export { readFileSync as read } from 'node:fs'`,
        'lazy.ts': `import { read } from './api'\nexport const load = () => read('a') // !`,
      },
    ],
    [
      'imports in a circle',
      {
        'server.ts': server(`import { a } from './a'`, 'a(3)'),
        'a.ts': `import { b } from './b'\nexport const a = (n) => n && b(n - 1)`,
        'b.ts': `${fs}\nimport { a } from './a'\nexport const b = (n) => a(n) || fs.statSync('b') // !`,
      },
    ],
  ])('%s', (_, files) => expectMarked(files))
})

describe('CommonJS', () => {
  it.each<[string, Files]>([
    [
      'module.exports and exports',
      {
        'server.js': `
const { a } = require('./object')
const b = require('./function')
const C = require('./class')
const names = require('./names')
require('http').createServer((req, res) => { a(); b(); new C().load(); names.d(); names.e() })`,
        'object.js': `const fs = require('fs')\nmodule.exports = { a, z: 1 }\nfunction a() { fs.statSync('a') } // !`,
        'function.js': `const fs = require('fs')\nmodule.exports = () => fs.statSync('b') // !`,
        'class.js': `const fs = require('fs')\nmodule.exports = class { load() { fs.statSync('c') } } // !`,
        'names.js': `const fs = require('fs')\nexports.d = () => fs.statSync('d') // !\nmodule.exports.e = () => fs.statSync('e') // !\nexports.f = () => fs.statSync('f')`,
      },
    ],
    [
      'what compilers make of ES modules',
      {
        'server.js': `
var http = require('http')
var barrel_1 = require('./barrel')
var _one = _interopRequireDefault(require('./one'))
http.createServer(function (req, res) { (0, barrel_1.two)(); (0, _one.default)(); barrel_1.three() })`,
        'barrel.js': `
__exportStar(require('./two'), exports)
Object.defineProperty(exports, 'three', { enumerable: true, get: function () { return two_1.three; } })
var two_1 = require('./two')`,
        'one.js': `var fs_1 = require('fs')\nexports.default = void 0\nvar one = () => fs_1.statSync('one') // !\nexports.default = one`,
        'two.js': `var fs_1 = require('fs')\nexports.two = exports.three = void 0\nfunction two() { fs_1.statSync('two') } // !\nexports.two = two\nexports.three = () => fs_1.statSync('three') // !`,
      },
    ],
    [
      'from ES modules',
      {
        'server.ts': server(`import lib, { named } from './lib'`, 'lib.whole(); named()'),
        'lib.js': `const fs = require('fs')\nmodule.exports = {\n  whole() { fs.statSync('a') }, // !\n  named: () => fs.statSync('b'), // !\n}`,
      },
    ],
  ])('%s', (_, files) => expectMarked(files))
})

it('finds what a table keeps under a constant of another file', () => {
  expectMarked({
    'names.ts': `export const PRINT = 'print'\nexport const FOLD = 'fold'`,
    'run.ts': `import { PRINT } from './names'\nexport const run = (jobs) => jobs[PRINT]()`,
    'server.ts': server(
      `import { PRINT, FOLD } from './names'\nimport { run } from './run'\nimport fs from 'node:fs'`,
      `run({
  [PRINT]: () => fs.statSync('print'), // !
  [FOLD]: () => fs.statSync('fold'),
})`,
    ),
  })
})

describe('handlers and what they use live in different files', () => {
  it.each<[string, Files]>([
    [
      'routes, controllers and services',
      {
        'server.ts': `import express from 'express'\nimport { routes } from './routes'\nconst app = express()\nroutes(app)\napp.listen(80)`,
        'routes.ts': `${fs}
import type { Express } from 'express'
import { UsersController } from './controller'
import { FileStore } from './store'
export function routes(app: Express) {
  const controller = new UsersController(new FileStore(fs.readFileSync('path')))
  app.get('/users', controller.list)
  app.get('/users/:id', (req, res) => controller.find(req, res))
}`,
        'controller.ts': `import type { Store } from './store'
export class UsersController {
  constructor(private readonly store: Store) {}
  list = async (req, res) => res.json(this.store.all())
  find(req, res) { res.json(this.store.one(req.params.id)) }
}`,
        'store.ts': `${fs}
export interface Store { all(): string[]; one(id: string): string }
export class FileStore implements Store {
  constructor(private readonly path: string) { fs.mkdirSync(path) }
  all() { return fs.readdirSync(this.path) } // !
  one(id) { return fs.readFileSync(id) } // !
  never() { fs.rmSync('a') }
}`,
      },
    ],
    [
      'services that are only known by an interface',
      {
        'server.ts': `
import express from 'express'
import type { Mailer } from './types'
export const routes = (mailer: Mailer) => express().post('/', (req, res) => mailer.send(req.body))`,
        'types.ts': `export type { Mailer } from './mailer'`,
        'mailer.ts': `export interface Mailer { send(text: string): void }`,
        'smtp.ts': `${fs}\nimport { Mailer } from './types'\nexport class Smtp implements Mailer {\n  send(text) { fs.appendFileSync('log', text) } // !\n  close() { fs.rmSync('log') }\n}`,
      },
    ],
    [
      'request types that the project extends',
      {
        'types.ts': `import type { Request } from 'express'\nexport interface Authenticated extends Request { user: string }`,
        'me.ts': `${fs}\nimport { Authenticated } from './types'\nexport const me = (r: Authenticated) => fs.readFileSync(r.user) // !`,
      },
    ],
    [
      'wrappers and callbacks',
      {
        'wrap.ts': `export const wrap = (handle) => (req, res, next) => handle(req, res).catch(next)\nexport const each = (items, visit) => { for (const item of items) visit(item) }`,
        'server.ts': server(
          `import { wrap, each } from './wrap'\nimport { show } from './show'\nimport fs from 'node:fs'\nexport const warm = () => each([], () => fs.statSync('start-up'))\nwarm()`,
          `each([], (x) => fs.statSync(x)) // !
}).get('/b', wrap(show)); void (() => {`,
        ),
        'show.ts': `${fs}\nexport const show = async () => fs.readFileSync('show') // !`,
      },
    ],
    [
      'callbacks among options belong to whoever passes them',
      {
        'fetch-all.ts': `export async function fetchAll({ onPage, onEnd = () => {} }, options) {
  for (let page = 0; page < 3; page += 1) await onPage(page)
  onEnd()
  options.onDone.call(null)
  finish(options)
}
const finish = (options) => [1].forEach(options.onFinish)`,
        'warm.ts': `${fs}
import { fetchAll } from './fetch-all'
export const warm = () => fetchAll(
  { onPage: () => fs.statSync('start-up'), onEnd() { fs.statSync('start-up') } },
  { onDone: () => fs.statSync('start-up'), onFinish: () => fs.statSync('start-up') },
)`,
        'server.ts': server(
          `import { fetchAll } from './fetch-all'\nimport { warm } from './warm'\nimport fs from 'node:fs'\nwarm()`,
          `
const options = { onDone: () => fs.statSync('done'), // !
  onFinish() { fs.statSync('finish') }, // !
  onOther() { fs.statSync('nobody runs it') } }
await fetchAll({ onPage: () => fs.statSync('page'), // !
  onEnd: () => {} }, options)`,
        ),
      },
    ],
    [
      'methods of an object that is passed',
      {
        'menu.ts': `${fs}\nexport class Menu { read() { return fs.statSync('menu') } } // !`,
        'show.ts': `export const show = (menu) => menu.read()`,
        'server.ts': server(`import { Menu } from './menu'\nimport { show } from './show'\nconst menu = new Menu()`, 'show(menu)'),
      },
    ],
    [
      'a cache that start-up fills',
      {
        'server.ts': server(`import { page, load } from './page'\nload()`, 'res.send(page())'),
        'page.ts': `${fs}\nlet kept\nexport const load = () => fs.readFileSync('page')\nexport const page = () => (kept ??= load())`,
      },
    ],
    [
      'files of tests call nobody',
      {
        'test/helpers.test.ts': server(`import { a } from '../helpers'`, 'a()'),
        'helpers.ts': `${fs}\nexport const a = () => fs.statSync('a')`,
      },
    ],
  ])('%s', (_, files) => expectMarked(files))
})

it('names the file of each hop that is elsewhere', () => {
  const files = {
    'src/server.ts': server(`import { a } from './lib/a'`, 'a()'),
    'src/lib/a.ts': `import { b } from './b'\nexport const a = () => b()`,
    'src/lib/b.ts': `${fs}\nexport const b = () => c()\nconst c = () => fs.statSync('b')`,
  }
  expect(reportedIn(files)).toEqual([
    'src/lib/b.ts:3 GET / (../server.ts:4) → a (../server.ts:4) → b (a.ts:2) → c (line 2) → fs.statSync (line 3)',
  ])
})

it('gives the same findings in any order of the files', () => {
  const files: Files = {
    'server.ts': server(`import { a } from './a'`, 'a()'),
    'other.ts': server(`import { b } from './b'`, 'b()'),
    'a.ts': `import { b } from './b'\nexport const a = () => b()`,
    'b.ts': `${fs}\nexport const b = () => fs.statSync('b')`,
  }
  const forwards = reportedIn(files)
  const backwards = reportedIn(Object.fromEntries(Object.entries(files).reverse()))
  expect(forwards).toEqual(['b.ts:2 GET / (other.ts:4) → b (other.ts:4) → fs.statSync (line 2)'])
  expect(backwards).toEqual(forwards)
})
