import { expect, it } from 'vitest'
import { lint, type MarkedCase } from './marked-lines.js'

const messagesOf = (rule: string, input: Omit<MarkedCase, 'title'>): readonly string[] =>
  lint(rule, input).map(({ message }) => message)

it('names the API, the entry point and the asynchronous twin', () => {
  const code = `
import { existsSync, readSync } from 'node:fs'
import { pbkdf2Sync, randomBytes } from 'node:crypto'
import express from 'express'
const app = express()
app.route('/menu').get((req, res) => existsSync('a'))
app.use((req, res) => pbkdf2Sync('a', 'b', 1, 1, 'sha1'))
app.put('/menu/:id', (req, res) => randomBytes(16000000))
app.listen(80).on('connection', () => Atomics.wait(flags, 0, 0))
setInterval(() => readSync(0), 10)`
  expect(messagesOf('no-blocking-call', { code })).toEqual([
    '`fs.existsSync` holds the event loop (I/O) in GET /menu. Await `access` from `node:fs/promises`, which throws when nothing is there, or open the file at once and handle the error.',
    '`crypto.pbkdf2Sync` holds the event loop (computation) in middleware. Use the asynchronous `pbkdf2` from `node:crypto` instead.',
    '`crypto.randomBytes` holds the event loop (computation) in PUT /menu/:id. Give `randomBytes` a callback, or wrap it with `util.promisify`.',
    '`Atomics.wait` holds the event loop (waiting) in server event "connection". Use `Atomics.waitAsync` instead.',
    '`fs.readSync` holds the event loop (I/O) in interval. Await `read` of a `FileHandle` from `node:fs/promises` instead.',
  ])
})

it('does not repeat the text of a function that is called where it stands', () => {
  const code = `
import { readFileSync } from 'node:fs'
import express from 'express'
express().get('/menu', async (req, res) => {
  await (async () => {
    res.send(readFileSync('menu'))
  })()
})`
  expect(messagesOf('no-blocking-call', { code })).toEqual([
    expect.stringContaining(': GET /menu → inner function (line 5) → fs.readFileSync (line 6). '),
  ])
})

it('asks start-up to do what is done once, but not what is done once a key or an object', () => {
  const code = `
import { readFileSync } from 'node:fs'
import express from 'express'
let menu
const dishes = new Map()
const readMenu = () => menu ??= readFileSync('menu')
const readDish = (name) => {
  if (!dishes.has(name)) dishes.set(name, readFileSync(name))
  return dishes.get(name)
}
class Order {
  get bill() { return this.text ??= readFileSync(this.file) }
}
express().get('/menu', (req, res) => res.send(readMenu() + readDish(req.query.name) + new Order().bill))`
  expect(messagesOf('no-blocking-call', { code })).toEqual([
    expect.stringMatching(/\. It runs once, and its result is kept: let start-up do that, so that no request waits for it\.$/),
    expect.stringMatching(/\. Make `readDish` async, with `readFile` from `node:fs\/promises`, and await it where it is called\.$/),
    expect.stringMatching(/\. Await `readFile` from `node:fs\/promises` instead\.$/),
  ])
})

it('gives no name to what may have several', () => {
  const code = `
import { readFileSync } from 'node:fs'
import express from 'express'
const app = express()
const server = app.listen(80)
for (const event of ['connection', 'upgrade']) server.on(event, () => readFileSync('menu'))
app.get(process.env.OLD ? '/dishes' : '/menu', () => readFileSync('price'))`
  expect(messagesOf('no-blocking-call', { code })).toEqual([
    expect.stringMatching(/ holds the event loop \(I\/O\) in server event\. /),
    expect.stringMatching(/ holds the event loop \(I\/O\) in GET handler\. /),
  ])
})

it('has a remedy where there is no asynchronous twin', () => {
  const code = `
import { createPublicKey, privateDecrypt } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import express from 'express'
const db = new DatabaseSync('menu.db')
express().get('/menu', (req, res) => {
  db.exec('VACUUM')
  privateDecrypt('key', req.body)
  createPublicKey('key')
})`
  expect(messagesOf('no-blocking-call', { code })).toEqual([
    '`sqlite.DatabaseSync#exec` holds the event loop (I/O) in GET /menu. It has no asynchronous form: run it in a worker thread.',
    '`crypto.privateDecrypt` holds the event loop (computation) in GET /menu. Move the work to a pool of worker threads.',
    '`crypto.createPublicKey` holds the event loop (computation) in GET /menu. Do it once, at start-up, and keep the result.',
  ])
})

it('tells what looks asynchronous and does its work on the event loop all the same', () => {
  const code = `
import express from 'express'
import { transform } from '@babel/core'
import { compileStringAsync } from 'sass'
import { minify } from 'terser'
const app = express()
app.post('/menu', async (req, res) => res.send(await squeeze(req.body)))
app.put('/style', async (req, res) => res.send(await compileStringAsync(req.body)))
app.put('/script', (req, res) => transform(req.body, {}, (error, { code }) => res.send(code)))
const squeeze = (code) => minify(code)
export async function theme() { return minify('menu') }`
  expect(messagesOf('no-blocking-call', { code, options: { confidence: 'likely' } })).toEqual([
    '`sass.compileStringAsync` returns a promise, but does its work (computation) on the event loop: PUT /style → sass.compileStringAsync (line 8). Use the asynchronous `compileStringAsync` from `sass-embedded` instead.',
    '`@babel/core.transform` takes a callback, but does its work (computation) on the event loop: PUT /script → @babel/core.transform (line 9). Move the work to a pool of worker threads, or to a job queue if nobody waits for it.',
    '`terser.minify` returns a promise, but does its work (computation) on the event loop: POST /menu → squeeze (line 7) → terser.minify (line 10). Move the work to a pool of worker threads, or to a job queue if nobody waits for it.',
    '`terser.minify` returns a promise, but does its work (computation) on the event loop, perhaps while requests are served: theme → terser.minify (line 11). Move the work to a pool of worker threads, or to a job queue if nobody waits for it.',
  ])
})

it('has a remedy for each kind of package', () => {
  const code = `
import express from 'express'
import { loadOptionsSync } from '@babel/core'
import { transformSync } from 'esbuild'
import CleanCSS from 'clean-css'
import Conf from 'conf'
import ejs from 'ejs'
import fetch from 'sync-fetch'
import { createSyncFn } from 'synckit'
import * as tar from 'tar'
import which from 'which'
const cleaner = new CleanCSS()
const settings = new Conf()
const wait = createSyncFn('worker.js')
express().get('/menu', (req, res) => {
  settings.get('title')
  ejs.renderFile('menu.ejs')
  fetch('https://example.org')
  wait()
  tar.create({ sync: true })
  which.sync('cook')
  loadOptionsSync()
  transformSync(req.body)
  cleaner.minify(req.body)
})`
  expect(messagesOf('no-blocking-call', { code })).toEqual([
    '`conf.Conf#get` holds the event loop (I/O) in GET /menu. It has no asynchronous form: run it in a worker thread.',
    '`ejs.renderFile` returns a promise, but does its work (I/O) on the event loop: GET /menu → ejs.renderFile (line 17). Turn on its option `cache`.',
    '`sync-fetch` holds the event loop (waiting) in GET /menu. Use `fetch` instead.',
    '`synckit.createSyncFn()` holds the event loop (waiting) in GET /menu. Await what it waits for instead.',
    '`tar.create` holds the event loop (I/O) in GET /menu. Leave out the option `sync`, and await it.',
    '`which.sync` holds the event loop (I/O) in GET /menu. Use the asynchronous `which` instead.',
    '`@babel/core.loadOptionsSync` holds the event loop (I/O) in GET /menu. Do it once, at start-up, and keep the result.',
    '`esbuild.transformSync` holds the event loop (computation) in GET /menu. Use the asynchronous `transform` from `esbuild` instead.',
    '`clean-css.CleanCSS#minify` holds the event loop (computation) in GET /menu. Move the work to a pool of worker threads.',
  ])
})

it('tells the shortest chain, and how many other entry points there are', () => {
  const code = `
const express = require('express')
const { readFileSync } = require('fs')
const app = express()
app.get('/long', (req, res) => one())
app.get('/short', (req, res) => three())
app.get('/also', (req, res) => three())
const one = () => two()
const two = () => three()
function three() { return ['a'].map((name) => readFileSync(name)) }`
  expect(messagesOf('no-blocking-call', { code })).toEqual([
    '`fs.readFileSync` holds the event loop (I/O) in GET /short: GET /short → three (line 6) → map callback (line 10) → fs.readFileSync (line 10). 2 more entry points reach it. Await `readFile` from `node:fs/promises` instead.',
  ])
})

it('tells what has to become async, and with it its callers', () => {
  const code = `
import fs from 'node:fs'
import express from 'express'
class Menu {
  constructor() { fs.statSync('a') }
  load() { fs.statSync('b') }
  get dishes() { return fs.statSync('c') }
}
const list = () => { fs.statSync('d') }
const later = async () => { fs.statSync('e') }
const dates = () => { ['f'].map((name) => fs.statSync(name)) }
const menu = new Menu()
express().get('/menu', (req, res) => {
  new Menu()
  menu.load()
  menu.dishes
  list()
  later()
  dates()
})`
  const remedies = messagesOf('no-blocking-call', { code }).map(
    (message) => /(?:Await|Make) .*$/.exec(message)?.[0],
  )
  expect(remedies).toEqual([
    'Await `stat` from `node:fs/promises` instead.',
    'Make `Menu.load` async, with `stat` from `node:fs/promises`, and await it where it is called.',
    'Await `stat` from `node:fs/promises` instead.',
    'Make `list` async, with `stat` from `node:fs/promises`, and await it where it is called.',
    'Await `stat` from `node:fs/promises` instead.',
    'Await `stat` from `node:fs/promises` instead.',
  ])
})

it('counts a wrapper and the handler inside of it as one', () => {
  const code = `
const express = require('express')
const { rmSync } = require('fs')
const wrap = (handle) => (req, res, next) => handle(req, res).catch(next)
express().delete('/menu', wrap(async function remove(req, res) { rmSync('menu') }))`
  expect(messagesOf('no-blocking-call', { code })).toEqual([
    '`fs.rmSync` holds the event loop (I/O) in DELETE /menu. Await `rm` from `node:fs/promises` instead.',
  ])
})

it('says what it does not know', () => {
  const code = `
import { DatabaseSync } from 'node:sqlite'
const db = new DatabaseSync('menu.db')
export async function list() { return db.prepare('SELECT 1').all() }`
  expect(messagesOf('no-blocking-call', { code, options: { confidence: 'likely' } })).toEqual([
    '`sqlite.StatementSync#all` may hold the event loop (I/O) while requests are served: list → sqlite.StatementSync#all (line 4). It has no asynchronous form: run it in a worker thread.',
  ])
})

it('tells what becomes of a request that is handed over', () => {
  const code = `
import express from 'express'
import Piscina from 'piscina'
import workerpool from 'workerpool'
const piscina = new Piscina({ filename: './resize.js' })
const pool = workerpool.pool()
express().post('/resize', (req, res) => {
  piscina.run({ request: req })
  pool.exec(() => res.locals.size)
})`
  expect(messagesOf('no-request-in-worker', { code })).toEqual([
    '`req` is the request and cannot be handed to Piscina: the promise rejects with a DataCloneError, because a request cannot be cloned. Pass the fields that are needed there, such as `req.body`.',
    '`res` is the response, and this function cannot answer where workerpool runs it, because only its source text gets there: the promise rejects with a ReferenceError. Return what it finds, and answer here.',
  ])
})

it('places the report on the call and nothing else', () => {
  const code = `
const fs = require('fs')
require('http').createServer((req, res) => {
  res.end(
    fs
      .readFileSync('a').toString())
  ;[1].map(fs.statSync)
})`
  const places = lint('no-blocking-call', { code }).map(
    ({ line, column, endLine, endColumn }) => [line, column, endLine, endColumn],
  )
  expect(places).toEqual([
    [6, 8, 6, 20],
    [7, 12, 7, 23],
  ])
})

it('names an unknown option', () => {
  const misspelt = { code: 'void 0', options: { minimalCost: 'low' } }
  expect(() => lint('no-blocking-call', misspelt)).toThrow(/"minimalCost"/)
  const wrong = { code: 'void 0', options: { minimumCost: 'cheap' } }
  expect(() => lint('no-blocking-call', wrong)).toThrow(/minimumCost|cheap/)
})
