import { describe, expect, it } from 'vitest'
import { expectMarked, type Files, reportedIn } from './marked-files.js'

const server = (imports: string, statements: string): string => `
import express from 'express'
${imports}
express().get('/menus', async (req, res) => {
${statements}
})`

describe('an object of a package is known by where it came from', () => {
  it.each<[string, Files]>([
    [
      'across functions',
      {
        'server.ts': server(
          `import Database from 'better-sqlite3'
const open = (file) => new Database(file)
function menusOf(db) {
  const query = db.prepare('SELECT 1') // !
  return rowsOf(query)
}
const rowsOf = (query) => query.all() // !
const db = open('menus.db')`,
          'res.send(menusOf(db))',
        ),
      },
    ],
    [
      'across files: exported, re-exported, as default and as a member',
      {
        'db.ts': `
import Database from 'better-sqlite3'
import { DatabaseSync } from 'node:sqlite'
export const db = new Database('menus.db')
export default new DatabaseSync('orders.db')
export const stores = { bills: new Database('bills.db') }`,
        'stores.ts': `export { db as menus, default as orders, stores } from './db.js'`,
        'server.ts': server(
          `import { menus, orders, stores } from './stores.js'`,
          `
  menus.exec('VACUUM') // !
  orders
    .prepare('SELECT 1')
    .all() // !
  stores.bills.pragma('journal_mode') // !`,
        ),
      },
    ],
    [
      'in CommonJS',
      {
        'db.js': `
const Database = require('better-sqlite3')
const db = new Database('menus.db')
module.exports = { db, find }
function find(name) {
  return db
    .prepare('SELECT 1')
    .get(name) // !
}`,
        'server.js': `
const { db, find } = require('./db')
require('http').createServer((req, res) => {
  find(req.url)
  db.exec('VACUUM') // !
})`,
      },
    ],
    [
      'in fields: assigned, initialised, private, static and inherited',
      {
        'store.ts': `
import Conf from 'conf'
import Database from 'better-sqlite3'
export class Store {
  static settings = new Conf()
  #log = new Database('log.db')
  bills = new Database('bills.db')
  constructor() {
    this.db = new Database('menus.db')
    this.all = this.db.prepare('SELECT 1')
  }
  list() {
    this.#log.exec('INSERT') // !
    this.bills.exec('INSERT') // !
    Store.settings.set('last', 1) // !
    return this.all.all() // !
  }
}
export class Kitchen extends Store {
  cook() { this.db.exec('DELETE') } // !
}`,
        'server.ts': server(
          `import { Kitchen } from './store.js'\nconst kitchen = new Kitchen()`,
          'kitchen.list(); kitchen.cook()',
        ),
      },
    ],
    [
      'kept for later: memoised, awaited, in a table',
      {
        'server.ts': server(
          `import Database from 'better-sqlite3'
import initSqlJs from 'sql.js'
let db
const menus = () => (db ??= new Database('menus.db')) // !
const opening = initSqlJs()
const dbs = { orders: new Database('orders.db') }`,
          `
  menus().exec('VACUUM') // !
  const { Database: MemoryDatabase } = await opening
  const memory = new MemoryDatabase()
  memory.exec('VACUUM') // !
  dbs.orders.exec('VACUUM') // !`,
        ),
      },
    ],
    [
      'transactions, which wrap a function',
      {
        'server.ts': server(
          `import Database from 'better-sqlite3'
const db = new Database('menus.db')
const save = db.transaction((menus) => { for (const menu of menus) insert.run(menu) })
const insert = db.prepare('INSERT')`,
          `
  save(req.body) // !
  const put = db.transaction(() => {
    insert.run(req.body) // !
  })
  put() // !`,
        ),
      },
    ],
  ])('%s', (_, files) => expectMarked(files))
})

describe('an object of a package is known by its annotated type', () => {
  it.each<[string, Files]>([
    [
      'a namespace, a named type, the class itself, a statement',
      {
        'menus.ts': `
import Database from 'better-sqlite3'
import type { Database as Connection, Statement } from 'better-sqlite3'
import type { DatabaseSync } from 'node:sqlite'
import type Conf from 'conf'
export const first = (db: Database.Database) => db.exec('VACUUM') // !
export const second = (db: Connection) => db.prepare('SELECT 1') // !
export const third = (query: Database.Statement<[string]>) => query.get('soup') // !
export const fourth = (query: Statement) => query.pluck().all() // !
export const fifth = (db: DatabaseSync) => db.exec('VACUUM') // !
export const sixth = (settings: Conf<{ menu: string }>) => settings.get('menu') // !`,
        'server.ts': server(
          `import * as menus from './menus.js'`,
          'menus.first(x); menus.second(x); menus.third(x); menus.fourth(x); menus.fifth(x); menus.sixth(x)',
        ),
      },
    ],
    [
      'fields and constructor parameters',
      {
        'menus.ts': `
import type { Database } from 'better-sqlite3'
export class Menus {
  orders: Database
  constructor(private readonly db: Database, orders: Database) { this.orders = orders }
  list() {
    this.orders.exec('SELECT') // !
    return this.db
      .prepare('SELECT 1')
      .all() // !
  }
}`,
        'server.ts': server(`import { Menus } from './menus.js'\nconst menus = new Menus(open(), open())`, 'menus.list()'),
      },
    ],
  ])('%s', (_, files) => expectMarked(files))
})

it('objects of other packages, and of the project, are not known by the names of their methods', () => {
  const files: Files = {
    'database.ts': `export default class Database { prepare() { return { all: () => [] } } exec() {} }`,
    'server.ts': server(
      `import Database from './database.js'
import pg from 'pg'
import { open } from 'sqlite'
const own = new Database()
const pool = new pg.Pool()`,
      `
  own.exec(); own.prepare('SELECT 1').all()
  await pool.query('SELECT 1')
  const db = await open({ filename: 'menus.db' })
  await db.exec('VACUUM')
  await db.prepare('SELECT 1')
  unknown.prepare('SELECT 1').all()`,
    ),
  }
  expect(reportedIn(files)).toEqual([])
})
