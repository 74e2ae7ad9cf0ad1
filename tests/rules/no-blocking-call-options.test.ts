import { describe, expect, it } from 'vitest'
import { lint, type MarkedCase, testMarkedLines } from './marked-lines.js'

const rule = 'no-blocking-call'

/** Statements inside of a handler of Express. */
const handler = (statements: string, before = ''): string => `
import fs from 'node:fs'
import express from 'express'
${before}
express().get('/menu', async (req, res) => {
${statements}
})
`

const messageOf = (input: Omit<MarkedCase, 'title'>): string | undefined =>
  lint(rule, input)[0]?.message

describe('what may be called', () => {
  testMarkedLines(rule, [
    {
      title: 'an export, of either name of its module',
      code: handler(`fs.existsSync('a')\n fs.statSync('a')\n fs.readFileSync('a') // !`),
      options: { allow: ['fs.existsSync', 'node:fs.statSync'] },
    },
    {
      title: 'exports by a wildcard',
      code: handler(`fs.lstatSync('a')\n fs.statSync('a')\n fs.readFileSync('a') // !`),
      options: { allow: ['fs.*statSync'] },
    },
    {
      title: 'a whole module',
      code: handler(
        `fs.existsSync('a') // !\n crypto.scryptSync('a', 'b', 64)\n zlib.gzipSync('a')`,
        `import * as crypto from 'crypto'\nimport * as zlib from 'node:zlib'`,
      ),
      options: { allow: ['crypto.*', 'zlib'] },
    },
    {
      title: 'a method, as messages name it',
      code: handler(
        `db.pragma('a')\n db.exec('b') // !`,
        `import Database from 'better-sqlite3'\nconst db = new Database('menu.db')`,
      ),
      options: { allow: ['better-sqlite3.Database#pragma'] },
    },
    {
      title: 'a function of the project that is declared to block',
      code: `
import express from 'express'
function query() {}
function load() {}
express().get('/menu', () => {
  query()
  load() // !
})`,
      settings: { blocking: [{ name: './src/server.js#*' }] },
      options: { allow: ['./src/server#query'] },
    },
  ])
})

describe('functions that block beyond the catalogue', () => {
  const blocking = (...names: readonly string[]): Readonly<Record<string, unknown>> => ({
    blocking: names.map((name) => ({ name })),
  })
  const cases: readonly MarkedCase[] = [
    {
      title: 'of a package, however it is imported',
      code: handler(
        `queryAll('orders') // !
  db.queryAll('orders') // !
  db.default.queryAll('orders') // !
  const { queryAll: all } = await import('legacy-db')
  all('orders') // !
  db.query('orders')
  orders.queryAll('orders')`,
        `import db, { queryAll } from 'legacy-db'`,
      ),
      options: blocking('legacy-db.queryAll'),
    },
    {
      title: 'by require',
      code: `
const db = require('legacy-db')
require('express')().get('/', () => { db.queryAll() // !
})`,
      options: blocking('legacy-db.queryAll'),
    },
    {
      title: 'by wildcards in package and export',
      code: handler(
        `loadSync() // !
  load()
  otherSync()
  new Store().readSync() // !`,
        `import { load, loadSync, Store } from '@acme/orders'\nimport { otherSync } from '@other/orders'`,
      ),
      options: blocking('@acme/*.*Sync'),
    },
    {
      title: 'methods of what a class makes',
      code: handler(
        `pool.query('a') // !
  pool.connect()
  new Pool().query('b') // !`,
        `import { Pool } from 'legacy-db'\nconst pool = new Pool()`,
      ),
      options: blocking('legacy-db.Pool#query'),
    },
    {
      title: 'a package that is a function itself',
      code: handler(`sleep(100) // !`, `import sleep from 'busy-sleep'`),
      options: blocking('busy-sleep'),
    },
    {
      title: 'functions of the project, by their file',
      code: handler(
        `renderAll() // !
  new Report().renderPage() // !
  total()`,
        `function renderAll() { fs.readFileSync('a') }
class Report { renderPage() { fs.readFileSync('a') } }
function total() { return 1 }`,
      ),
      options: blocking('./src/server#render*', './src/server.js#Report#render*'),
    },
    {
      title: 'handed to something that runs them',
      code: handler(
        `req.body.ids.map(queryAll) // !
  req.body.ids.map(render) // !`,
        `import { queryAll } from 'legacy-db'\nconst render = () => 1`,
      ),
      options: blocking('legacy-db.queryAll', './src/server.js#render'),
    },
    {
      title: 'only while requests are served',
      code: `import { queryAll } from 'legacy-db'\nqueryAll('orders')`,
      options: blocking('legacy-db.queryAll'),
    },
    {
      title: 'no name of a package that is not declared',
      code: handler(`queryAll()`, `import { queryAll } from 'modern-db'`),
      options: blocking('legacy-db.queryAll'),
    },
    {
      title: 'kind and cost count as they do elsewhere',
      code: handler(`low()\n high() // !`, `import { high, low } from 'legacy-db'`),
      options: {
        blocking: [
          { name: 'legacy-db.low', cost: 'low', kind: 'cpu' },
          { name: 'legacy-db.high', cost: 'high', kind: 'cpu' },
        ],
        minimumCost: 'medium',
        kinds: ['cpu'],
      },
    },
    {
      title: 'settings, too',
      code: handler(`queryAll() // !`, `import { queryAll } from 'legacy-db'`),
      settings: blocking('legacy-db.queryAll'),
    },
  ]
  testMarkedLines(rule, cases)

  it('are reported with their own words', () => {
    const code = handler(`queryAll()`, `import { queryAll } from 'legacy-db'`)
    const said = (blockingFunction: object): string | undefined =>
      messageOf({ code, options: { blocking: [{ name: 'legacy-db.*', ...blockingFunction }] } })
    expect(said({ message: 'Ask the replica.' })).toBe(
      '`legacy-db.queryAll` holds the event loop (I/O) in GET /menu. Ask the replica.',
    )
    expect(said({ instead: 'queryRows', kind: 'wait' })).toBe(
      '`legacy-db.queryAll` holds the event loop (waiting) in GET /menu. Use `queryRows` instead.',
    )
  })

  it('keep what the catalogue knows of them', () => {
    const code = handler(`fs.readFileSync('a')`)
    const options = { blocking: [{ name: 'fs.readFileSync', kind: 'wait' }] }
    expect(messageOf({ code, options })).toBe(
      '`fs.readFileSync` holds the event loop (waiting) in GET /menu. Await `readFile` from `node:fs/promises` instead.',
    )
  })

  it('are reported at the call of them, by their own name, and not inside', () => {
    const code = handler(`query()`, `function query() { return fs.readFileSync('a') }`)
    expect(
      lint(rule, { code, options: { blocking: [{ name: './src/server.js#query' }] } }).map(
        ({ message }) => message,
      ),
    ).toEqual([
      '`query` holds the event loop (I/O) in GET /menu. It has no asynchronous form: run it in a worker thread.',
    ])
  })
})

describe('the longest chain', () => {
  const code = (marks: readonly [string, string, string]): string => `
import fs from 'node:fs'
import express from 'express'
express().get('/menu', () => {
  fs.statSync('a')${marks[0]}
  one()
})
const one = () => { fs.statSync('b')${marks[1]}
  two() }
const two = () => { fs.statSync('c')${marks[2]}
}`
  testMarkedLines(rule, [
    { title: 'none', code: code([' // !', '', '']), options: { maximumDepth: 0 } },
    { title: 'one call', code: code([' // !', ' // !', '']), options: { maximumDepth: 1 } },
    { title: 'any', code: code([' // !', ' // !', ' // !']) },
  ])
})

describe('a wrong option is named', () => {
  it.each([
    [{ minimalCost: 'low' }, /minimalCost/],
    [{ minimumCost: 'cheap' }, /cheap/],
    [{ kinds: ['disk'] }, /disk/],
    [{ maximumDepth: -1 }, /maximumDepth|-1/],
    [{ maximumDepth: 1.5 }, /maximumDepth|1\.5/],
    [{ blocking: ['legacy-db'] }, /legacy-db/],
    [{ blocking: [{ kind: 'io' }] }, /name/],
    [{ blocking: [{ name: 'legacy-db', costs: 'low' }] }, /costs/],
    [{ blocking: [{ name: '../legacy' }] }, /`blocking` .* "\.\.\/legacy": a path begins with/],
    [{ allow: ['fs.existSync'] }, /`allow` .* "fs\.existSync": it names nothing that blocks\./],
    [{ allow: ['*'] }, /`allow` .* "\*": it names no module/],
  ])('%j', (options, message) => {
    expect(() => lint(rule, { code: handler(`fs.statSync('a')`), options })).toThrow(message)
  })
})
