import type { CallTable } from '../reports-of.js'

export const databases: CallTable = {
  'better-sqlite3': `
import Database from 'better-sqlite3'
const db = new Database('menus.db')
const all = db.prepare('SELECT * FROM menus')
const save = db.transaction((menus) => menus.length)

new Database('menus.db') // io better-sqlite3
db.exec('VACUUM') // io better-sqlite3.Database#exec
db.serialize() // io better-sqlite3.Database#serialize
db.pragma('journal_mode = WAL') // io better-sqlite3.Database#pragma
db.loadExtension('menus.so') // io better-sqlite3.Database#loadExtension
all.all() // io better-sqlite3.Statement#all
all.pluck().raw().get(1) // io better-sqlite3.Statement#get
for (const menu of all.iterate()) res.write(menu) // io better-sqlite3.Statement#iterate
db.prepare('DELETE FROM menus').bind(1).run() // io better-sqlite3.Statement#run
all.expand().safeIntegers().all() // io better-sqlite3.Statement#all
db.exec('VACUUM').pragma('journal_mode') // io better-sqlite3.Database#exec, io better-sqlite3.Database#pragma
db.prepare('DELETE FROM menus') // io better-sqlite3.Database#prepare
save([]) // io better-sqlite3.transaction()
save.deferred([]) // io better-sqlite3.transaction()#deferred
save.exclusive([]) // io better-sqlite3.transaction()#exclusive
save.immediate([]) // io better-sqlite3.transaction()#immediate
db.close() // io better-sqlite3.Database#close
await db.backup('copy.db')
db.function('price', () => 1)`,
  'better-sqlite3-multiple-ciphers': `
const Database = require('better-sqlite3-multiple-ciphers')
const db = new Database('menus.db')
const all = db.prepare('SELECT * FROM menus')
const save = db.transaction((menus) => menus.length)

new Database('menus.db') // io better-sqlite3-multiple-ciphers
db.exec('VACUUM') // io better-sqlite3-multiple-ciphers.Database#exec
db.serialize() // io better-sqlite3-multiple-ciphers.Database#serialize
db.pragma('journal_mode = WAL') // io better-sqlite3-multiple-ciphers.Database#pragma
db.loadExtension('menus.so') // io better-sqlite3-multiple-ciphers.Database#loadExtension
all.all() // io better-sqlite3-multiple-ciphers.Statement#all
all.pluck().raw().get(1) // io better-sqlite3-multiple-ciphers.Statement#get
for (const menu of all.iterate()) res.write(menu) // io better-sqlite3-multiple-ciphers.Statement#iterate
db.prepare('DELETE FROM menus').bind(1).run() // io better-sqlite3-multiple-ciphers.Statement#run
all.expand().safeIntegers().all() // io better-sqlite3-multiple-ciphers.Statement#all
db.exec('VACUUM').pragma('journal_mode') // io better-sqlite3-multiple-ciphers.Database#exec, io better-sqlite3-multiple-ciphers.Database#pragma
db.prepare('DELETE FROM menus') // io better-sqlite3-multiple-ciphers.Database#prepare
save([]) // io better-sqlite3-multiple-ciphers.transaction()
save.deferred([]) // io better-sqlite3-multiple-ciphers.transaction()#deferred
save.exclusive([]) // io better-sqlite3-multiple-ciphers.transaction()#exclusive
save.immediate([]) // io better-sqlite3-multiple-ciphers.transaction()#immediate
db.close() // io better-sqlite3-multiple-ciphers.Database#close
db.key(secret) // io better-sqlite3-multiple-ciphers.Database#key
db.rekey(secret) // io better-sqlite3-multiple-ciphers.Database#rekey
await db.backup('copy.db')
db.function('price', () => 1)`,
  'classic-level': `
import { ClassicLevel } from 'classic-level'
const store = new ClassicLevel('menus')

store.getSync('soup') // io classic-level.ClassicLevel#getSync
await store.get('soup')`,
  lmdb: `
import { open } from 'lmdb'
const store = open({ path: 'menus' })
const orders = store.openDB({ name: 'orders' })

open({ path: 'menus' }) // io lmdb.open
store.clearSync() // io lmdb.Database#clearSync
store.dropSync() // io lmdb.Database#dropSync
orders.putSync('soup', 1) // io lmdb.Database#putSync
orders.removeSync('soup') // io lmdb.Database#removeSync
store.transactionSync(() => {}) // io lmdb.Database#transactionSync
orders.get('soup')
await orders.put('soup', 1)`,
  lowdb: `
import { Low, LowSync } from 'lowdb'
const menus = new LowSync(adapter, {})

menus.read() // io lowdb.LowSync#read
menus.write() // io lowdb.LowSync#write
menus.update((data) => data) // io lowdb.LowSync#update
await new Low(adapter).read()`,
  'lowdb/node': `
import { DataFileSync, JSONFileSync, JSONFileSyncPreset, TextFileSync } from 'lowdb/node'
const menus = JSONFileSyncPreset('menus.json', {})

JSONFileSyncPreset('menus.json', {}).read() // io lowdb/node.JSONFileSyncPreset, io lowdb.LowSync#read
menus.write() // io lowdb.LowSync#write
new DataFileSync('menus').read() // io lowdb/node.DataFileSync#read
new DataFileSync('menus').write({}) // io lowdb/node.DataFileSync#write
new JSONFileSync('menus').read() // io lowdb/node.JSONFileSync#read
new JSONFileSync('menus').write({}) // io lowdb/node.JSONFileSync#write
new TextFileSync('menus').read() // io lowdb/node.TextFileSync#read
new TextFileSync('menus').write('') // io lowdb/node.TextFileSync#write`,
  'node-localstorage': `
import { LocalStorage } from 'node-localstorage'
const kept = new LocalStorage('./menus')

kept.getItem('soup') // io node-localstorage.LocalStorage#getItem
kept.setItem('soup', '1') // io node-localstorage.LocalStorage#setItem`,
  'node-persist': `
const nodePersist = require('node-persist')

nodePersist.initSync('menu') // io node-persist.initSync`,
  'sql.js': `
import initSqlJs from 'sql.js'
const SQL = await initSqlJs()
const db = new SQL.Database()

db.exec('SELECT 1') // cpu sql.js.Database#exec
db.run('DELETE FROM menus').exec('VACUUM') // cpu sql.js.Database#run, cpu sql.js.Database#exec
db.each('SELECT 1', (row) => row) // cpu sql.js.Database#each
db.export() // cpu sql.js.Database#export
const menus = db.prepare('SELECT 1') // cpu sql.js.Database#prepare
menus.step() // cpu sql.js.Statement#step
menus.get() // cpu sql.js.Statement#get
menus.getAsObject() // cpu sql.js.Statement#getAsObject
menus.run() // cpu sql.js.Statement#run
await initSqlJs()`,
}
