import { describe } from 'vitest'
import { type MarkedCase, testMarkedLines } from './marked-lines.js'

const rule = 'no-blocking-call'

/** Statements inside of a handler. */
const handler = (statements: string, before = ''): string => `
import fs from 'node:fs'
import express from 'express'
${before}
const app = express()
app.get('/menu', async (req, res) => {
${statements}
})
`

describe('the API is recognised by what its name is bound to', () => {
  const cases: readonly MarkedCase[] = [
    { title: 'default import', code: handler(`fs.readFileSync('menu') // !`) },
    {
      title: 'renamed import',
      code: handler(`slurp('menu') // !`, `import { readFileSync as slurp } from 'fs'`),
    },
    {
      title: 'namespace import',
      code: handler(`zlib.gzipSync('menu') // !`, `import * as zlib from 'node:zlib'`),
    },
    {
      title: 'default member of a namespace import',
      code: handler(`crypto.default.scryptSync('a', 'b', 64) // !`, `import * as crypto from 'crypto'`),
    },
    {
      title: 'require',
      code: `
const { pbkdf2Sync } = require('crypto')
const child = require('node:child_process')
require('http').createServer((req, res) => {
  pbkdf2Sync('a', 'b', 1, 1, 'sha1') // !
  child.execFileSync('ls') // !
  require('fs').statSync('.') // !
})`,
    },
    {
      title: 'renamed by destructuring, with a default and in a nested pattern',
      code: handler(
        `look('a') // !
  list('a') // !`,
        `const { existsSync: look = () => true } = fs
const { promises: { access }, readdirSync: list } = fs`,
      ),
    },
    {
      title: 'alias of an alias',
      code: handler(`again('a') // !`, `const once = fs.mkdirSync\nconst again = once`),
    },
    {
      title: 'assigned after the declaration',
      code: handler(`late('a') // !`, `let late\nlate = fs.rmSync`),
    },
    {
      title: 'what compilers make of an import',
      code: `
const node_fs_1 = __importDefault(require('node:fs'))
const _crypto = _interopRequireWildcard(require('crypto'))
const express = require('express')
express().get('/', (req, res) => {
  node_fs_1.default.readFileSync('a') // !
  ;(0, _crypto.scryptSync)('secret', 'salt', 64) // !
})`,
    },
    {
      title: 'process.getBuiltinModule',
      code: handler(
        `process.getBuiltinModule('node:fs').readlinkSync('a') // !
  held.unlinkSync('a') // !`,
        `const held = process.getBuiltinModule('fs')`,
      ),
    },
    {
      title: 'createRequire',
      code: handler(
        `load('node:zlib').inflateSync(req.body) // !`,
        `import { createRequire } from 'node:module'\nconst load = createRequire(import.meta.url)`,
      ),
    },
    {
      title: 'dynamic import',
      code: handler(`const { execSync } = await import('node:child_process')
  execSync('ls') // !
  ;(await import('fs')).readFileSync('a') // !
  import('node:fs').then(({ statSync }) => statSync('.')) // !`),
    },
    {
      title: 'computed members whose name is known',
      code: handler(
        `fs['readFileSync']('a') // !
  fs[\`statSync\`]('a') // !
  fs[name]('a') // !`,
        `const name = 'existsSync'`,
      ),
    },
    {
      title: 'computed members whose name is not known',
      code: handler(`fs[req.params.method]('a')\n  fs[\`\${req.params.x}Sync\`]('a')`),
    },
    {
      title: 'call, apply, bind, Reflect.apply and optional calls',
      code: handler(`fs.readFileSync.call(fs, 'a') // !
  fs.readFileSync.apply(fs, ['a']) // !
  Reflect.apply(fs.readFileSync, fs, ['a']) // !
  fs.readFileSync?.('a') // !
  fs?.readFileSync('a') // !
  const bound = fs.readFileSync.bind(fs)
  bound('a') // !`),
    },
    {
      title: 'handed to something that runs it',
      code: handler(`req.body.paths.map(fs.readFileSync) // !
  req.body.paths.forEach(fs.unlinkSync) // !
  setTimeout(fs.rmSync, 10, 'a') // !
  const load = (read) => read('a') // !
  load(fs.readFileSync)`),
    },
    {
      title: 'mentioned, stored, compared or returned without running',
      code: handler(`const kept = { read: fs.readFileSync }
  if (req.read === fs.readFileSync) return fs.readFileSync
  res.locals.read = fs.readFileSync
  console.log(fs.readFileSync.name, kept)`),
    },
    {
      title: 'names that only look like it',
      code: handler(
        `store.readFileSync('a')
  readFileSync('a')
  res.flushSync()
  css.replaceSync('a')
  req.fs.readFileSync('a')`,
        `import store from './store.js'\nimport { readFileSync } from 'memfs'\nconst css = new CSSStyleSheet()`,
      ),
    },
    {
      title: 'shadowed names',
      code: handler(`{
    const fs = { readFileSync: () => '' }
    fs.readFileSync('a')
  }
  const run = (fs) => fs.readFileSync('a')
  run({ readFileSync() {} })`),
    },
    {
      title: 'a binding that is written more than once',
      code: handler(`read('a')`, `let read = fs.readFileSync\nif (process.env.MOCK) read = () => ''`),
    },
    {
      title: 'globals',
      code: handler(`Atomics.wait(flags, 0, 0) // !
  Atomics.wait(flags, 0, 0, 100) // !
  Atomics.wait(flags, 0, 0, 0)
  globalThis.Atomics.wait(flags, 0, 0) // !
  new WebAssembly.Module(req.body) // !`, `const flags = new Int32Array(new SharedArrayBuffer(4))`),
    },
    {
      title: 'methods of instances',
      code: handler(
        `db.prepare('SELECT 1').all() // !
  db.exec('VACUUM') // !
  const dir = await fs.promises.opendir('.')
  dir.closeSync() // !`.replace('db.prepare', 'statement'),
        `import { DatabaseSync } from 'node:sqlite'
const db = new DatabaseSync(':memory:')
const statement = (sql) => db.prepare(sql) // !`,
      ),
    },
  ]
  testMarkedLines(rule, cases)
})

describe('calls without Sync in their name are judged by their arguments', () => {
  testMarkedLines(rule, [
    {
      title: 'encapsulate with and without a callback',
      code: handler(
        `crypto.encapsulate(key) // !
  crypto.encapsulate(key, (error, secret) => res.send(secret))
  crypto.encapsulate(key, done)
  crypto.encapsulate(req.body.key) // !
  crypto.encapsulate(key, undefined) // !
  crypto.encapsulate(...req.body.keys)`,
        `import crypto from 'node:crypto'\nfunction done() {}\nconst key = makeKey()`,
      ),
    },
    {
      title: 'random bytes are few, unless they are said to be many',
      code: handler(
        `crypto.randomBytes(32)
  crypto.randomBytes(req.body.size)
  crypto.randomBytes(64 * 1024)
  crypto.randomBytes(1048575)
  crypto.randomBytes(1048576) // !
  crypto.randomBytes(megabytes) // !
  crypto.randomBytes(many ? 16 : megabytes) // !
  crypto.randomBytes(megabytes, done)
  crypto.randomInt(6)
  crypto.randomFillSync(seed)`,
        `import crypto from 'node:crypto'\nfunction done() {}\nconst megabytes = 4000000`,
      ),
    },
    {
      title: 'sign and verify',
      code: handler(
        `sign('sha256', req.body, key) // !
  sign('sha256', req.body, key, (error, signature) => signature)
  sign('sha256', req.body, key, next)
  verify('sha256', req.body, key, req.query.signature) // !`,
        `import { sign, verify } from 'node:crypto'\nimport { key } from './key.js'\nimport next from './next.js'`,
      ),
    },
    {
      title: 'what only large inputs make slow is left alone',
      code: handler(
        `JSON.parse(req.body)
  structuredClone(req.body)
  createHash('md5').update(req.body).digest('hex')`,
        `import { createHash } from 'node:crypto'`,
      ),
    },
    {
      title: 'checkLargeInput reports it',
      options: { checkLargeInput: true },
      code: handler(`JSON.parse(req.body) // !`),
    },
  ])
})

describe('start-up, scripts and tests are silent', () => {
  testMarkedLines(rule, [
    {
      title: 'top level, and helpers that only it calls',
      code: `
import fs from 'node:fs'
import express from 'express'
const config = readConfig('config.json')
function readConfig(path) { return JSON.parse(fs.readFileSync(path, 'utf8')) }
const app = express()
app.get('/', (req, res) => res.json(config))
app.listen(readConfig('port').port, () => fs.writeFileSync('server.pid', String(process.pid)))`,
    },
    {
      title: 'arguments evaluated while registering, and factories of handlers',
      code: `
import fs from 'node:fs'
import express from 'express'
const app = express()
const page = (path) => {
  const html = fs.readFileSync(path)
  return (req, res) => {
    fs.statSync(path) // !
    res.send(html)
  }
}
app.get(fs.readFileSync('route', 'utf8'), page('index.html'))`,
    },
    {
      title: 'functions that start a server',
      options: { confidence: 'likely' },
      code: `
import fs from 'node:fs'
import http from 'node:http'
export async function start() {
  const cert = fs.readFileSync('cert.pem')
  http.createServer((req, res) => res.end(cert)).listen(80)
}
export async function main() { fs.mkdirSync('data'); await start() }`,
    },
    {
      title: 'exit handlers, and code that ends the process',
      code: handler(
        `if (req.query.die) {
    fs.writeSync(2, 'dying')
    process.exit(1)
  }`,
        `process.on('exit', () => fs.unlinkSync('server.pid'))
process.on('SIGTERM', () => fs.rmSync('tmp'))`,
      ),
    },
    {
      title: 'a closure that is only made runs nowhere',
      code: handler(`const later = () => fs.readFileSync('a')
  res.locals.later = later`),
    },
    {
      title: 'a cache that start-up fills',
      code: `
import fs from 'node:fs'
import express from 'express'
let template
const load = () => fs.readFileSync('template')
const getTemplate = () => (template ??= load())
load()
express().get('/', (req, res) => res.send(getTemplate()))`,
    },
    {
      title: 'a cache in a local variable keeps nothing',
      code: `
import fs from 'node:fs'
import express from 'express'
const load = () => fs.readFileSync('template') // !
load()
express().get('/', (req, res) => {
  let template
  if (!template) template = load()
  res.send(template)
})`,
    },
    { title: 'tests by path', file: 'src/menu.test.js', code: handler(`fs.readFileSync('a')`) },
    { title: 'tests by folder', file: 'test/menu.js', code: handler(`fs.readFileSync('a')`) },
    {
      title: 'tests by what they do',
      code: `
import fs from 'node:fs'
import express from 'express'
describe('menu', () => {
  express().get('/', (req, res) => res.send(fs.readFileSync('a')))
})`,
    },
    { title: 'scripts by folder', file: 'scripts/seed.js', code: handler(`fs.readFileSync('a')`) },
    {
      title: 'command line tools',
      code: `#!/usr/bin/env node
const fs = require('fs')
process.stdin.on('data', (text) => fs.appendFileSync('log', text))`,
    },
    {
      title: 'a migration that shows how far it is',
      file: 'tools/migrate-orders.js',
      code: `#!/usr/bin/env node
const fs = require('fs')
require('http').createServer((req, res) => res.end(fs.readFileSync('progress'))).listen(80)`,
    },
    {
      title: 'a server with a hashbang is a server all the same',
      code: `#!/usr/bin/env node
const fs = require('fs')
require('http').createServer((req, res) => res.end(fs.readFileSync('a'))) // !`,
    },
    {
      title: 'browser code',
      code: `
import fs from 'fs-in-browser'
document.addEventListener('click', () => Atomics.wait(window.flags, 0, 0))`,
    },
  ])
})
