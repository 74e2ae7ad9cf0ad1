import { describe, expect, it } from 'vitest'
import { asyncIoRule } from '../../src/findings/offloading/async-io-rule.js'
import { findingsIn, markedIn } from '../analysis/marked-files.js'
import { lint, testMarkedLines } from './marked-lines.js'

const rule = 'prefer-async-io'

const before = `import fs, { existsSync, readFileSync, statSync } from 'node:fs'
import { execSync } from 'node:child_process'
import { join } from 'node:path'
import workerpool from 'workerpool'
const pool = workerpool.pool()
`

describe('functions that only wait', () => {
  testMarkedLines(rule, [
    {
      title: 'inline, named, asynchronous, bound and as methods',
      code: `${before}
const readTerms = (language) => readFileSync(\`terms/\${language}.txt\`, 'utf8')
async function readAll(path) { return fs.readdirSync(path) }
class Archive {
  read(year) { return fs.readFileSync(join('archive', String(year))) }
  open(year) { return pool.exec(this.read, [year]) } // !
}
export const open = (language) => [
  pool.exec(readTerms, [language]), // !
  pool.exec(readAll, ['terms']), // !
  pool.exec(() => readFileSync('terms.txt')), // !
  pool.exec(function () { return existsSync('terms.txt') }), // !
  pool.exec(readTerms.bind(null, language)), // !
  new Archive().open(2020),
]`,
    },
    {
      title: 'through helpers, callbacks and several calls',
      code: `${before}
const isThere = (name) => existsSync(name)
const copy = (name) => {
  if (!isThere(name)) return null
  fs.mkdirSync('copies')
  fs.copyFileSync(name, join('copies', name))
  console.log(name)
  return statSync(name)
}
const sizes = (names) => names.map((name) => statSync(name))
const run = (command) => execSync(command)
export const all = (names) => [
  pool.exec(copy, [names[0]]), // !
  pool.exec(sizes, [names]), // !
  pool.exec(run, ['ls']), // !
]`,
    },
    {
      title: 'what is loaded once beside it',
      code: `${before}
import { createJiti } from 'jiti'
const load = createJiti(import.meta.url)
export const all = (name) => pool.exec(() => [load('./settings.ts'), readFileSync(name)]) // !`,
    },
    {
      title: 'whatever the library',
      code: `
import { readFileSync } from 'node:fs'
import { DynamicPool, StaticPool } from 'node-worker-threads-pool'
import { job } from 'microjob'
import { FixedThreadPool } from 'poolifier'
import { spawn } from 'multithreading'
import { InlineThread } from 'nanothreads'
import Parallel from 'paralleljs'
const read = (path) => readFileSync(path)
new StaticPool({ size: 2, task: read }) // !
new DynamicPool(2).exec({ task: read, param: 'a' }) // !
job(read, { data: 'a' }) // !
new FixedThreadPool(2, './worker.js').addTaskFunction('read', { taskFunction: read }) // !
spawn(() => read('a')) // !
new InlineThread(read) // !
new Parallel('a').spawn(read) // !`,
    },
  ])

  it.each([
    [
      'the file of a pool, by its URL',
      {
        'src/server.js': `import Piscina from 'piscina'
export const pool = new Piscina({ filename: new URL('./read.js', import.meta.url).href }) // !`,
        'src/read.js': `import { readFileSync } from 'node:fs'
export default ({ path }) => readFileSync(path, 'utf8')`,
      },
    ],
    [
      'the file of a worker, beside this one, with what it calls',
      {
        'src/server.js': `const { Worker } = require('worker_threads')
const path = require('path')
exports.start = () => new Worker(path.join(__dirname, 'workers', 'read.js')) // !`,
        'src/workers/read.js': `const { parentPort } = require('worker_threads')
const { read } = require('../read')
parentPort.on('message', (name) => parentPort.postMessage(read(name)))`,
        'src/read.js': `const fs = require('fs')
exports.read = (name) => fs.readFileSync(name)`,
      },
    ],
    [
      'the script of workerpool, by a constant',
      {
        'src/server.js': `import { fileURLToPath } from 'node:url'
import workerpool from 'workerpool'
const script = fileURLToPath(new URL('./read.js', import.meta.url))
export const pool = workerpool.pool(script) // !
export const other = workerpool.pool(require.resolve('./read.js')) // !`,
        'src/read.js': `import workerpool from 'workerpool'
import { statSync } from 'node:fs'
workerpool.worker({ size: (path) => statSync(path).size })`,
      },
    ],
    [
      'a function of another file',
      {
        'src/server.js': `import workerpool from 'workerpool'
import { read } from './read.js'
const pool = workerpool.pool()
export const open = (path) => pool.exec(read, [path]) // !`,
        'src/read.js': `import { readFileSync } from 'node:fs'
export const read = (path) => readFileSync(path)`,
      },
    ],
    [
      'files that compute, are not there, or are named from elsewhere',
      {
        'src/server.js': `import Piscina from 'piscina'
import { Worker } from 'node:worker_threads'
const name = process.env.WORKER
export const pools = [
  new Piscina({ filename: new URL('./count.js', import.meta.url).href }),
  new Piscina({ filename: new URL('./gone.js', import.meta.url).href }),
  new Piscina({ filename: './read.js' }),
  new Piscina({ filename: new URL('./read.js', 'file:///srv/') }),
  new Worker(new URL(\`./\${name}.js\`, import.meta.url)),
  new Worker("require('fs').readFileSync('a')", { eval: true }),
  new Worker(__filename),
]`,
        'src/count.js': `import { readFileSync } from 'node:fs'
export default (path) => readFileSync(path, 'utf8').split('\\n').length`,
        'src/read.js': `import { readFileSync } from 'node:fs'
export default (path) => readFileSync(path)`,
      },
    ],
  ])('%s', (_, files) => {
    expect(findingsIn(asyncIoRule, files).map(({ place }) => place)).toEqual(markedIn(files))
  })
})

describe('silent', () => {
  testMarkedLines(rule, [
    {
      title: 'computation beside the I/O, or what may be some',
      code: `${before}
import { parse } from 'csv-parse/sync'
import { createHash, pbkdf2Sync } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
const sum = (text) => {
  let total = 0
  for (const row of text) total += row
  return total
}
export const all = (path, work) => [
  pool.exec(() => JSON.parse(readFileSync(path))),
  pool.exec(() => parse(readFileSync(path))),
  pool.exec(() => sum(readFileSync(path))),
  pool.exec(() => readFileSync(path, 'utf8').split(',').length),
  pool.exec(() => work(readFileSync(path))),
  pool.exec(() => pbkdf2Sync(readFileSync(path), 'salt', 1, 1, 'sha1')),
  pool.exec(() => gunzipSync(readFileSync(path))),
  pool.exec(() => createHash('sha1').update(readFileSync(path)).digest()),
  pool.exec(() => { while (existsSync(path)) statSync(path) }),
  pool.exec(() => { for (let n = 0; n < 9; n += 1) readFileSync(path) }),
]`,
    },
    {
      title: 'I/O without an asynchronous twin, and functions without any',
      code: `${before}
import Database from 'better-sqlite3'
const db = new Database('terms.db')
export const all = (rows) => [
  pool.exec(() => db.prepare('SELECT 1').all()),
  pool.exec(() => 1),
  pool.exec((list) => list.length, [rows]),
  pool.exec('read', [rows]),
  pool.exec(rows),
]`,
    },
    {
      title: 'asynchronous I/O, and functions that run here',
      code: `${before}
import { readFile } from 'node:fs/promises'
import InlineWorker from 'inline-worker'
import { Pool, spawn, Worker } from 'threads'
const threads = Pool(() => spawn(new Worker('./read.js')))
export const all = (path) => [
  pool.exec(async () => readFile(path)),
  threads.queue(() => readFileSync(path)),
  new InlineWorker(() => readFileSync(path), {}),
]`,
    },
    {
      title: 'names alone, tests and pools of the project’s own',
      code: `
import { readFileSync } from 'node:fs'
import { pool } from './pool.js'
pool.exec(() => readFileSync('a'))
const own = { exec: (task) => task() }
own.exec(() => readFileSync('a'))`,
    },
  ])
})

it('names the call and the twin', () => {
  const code = `${before}
export const read = (path) => pool.exec(() => readFileSync(path))`
  expect(lint(rule, { code }).map(({ message }) => message)).toEqual([
    'This function only waits for I/O (`fs.readFileSync`), and takes a worker of workerpool for that. Await `readFile` from `node:fs/promises` instead. No worker is needed then.',
  ])
  const [file] = findingsIn(asyncIoRule, {
    'src/server.js': `import Piscina from 'piscina'
new Piscina({ filename: new URL('./read.js', import.meta.url).href })`,
    'src/read.js': `import { statSync } from 'node:fs'
export default (path) => statSync(path)`,
  })
  expect(file?.data).toMatchObject({ api: 'fs.statSync', library: 'Piscina' })
})
