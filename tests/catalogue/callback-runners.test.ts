import { testMarkedLines } from '../rules/marked-lines.js'

const imports = `import express from 'express'
import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks'
import fs from 'node:fs'
import process from 'node:process'
import { DatabaseSync } from 'node:sqlite'
import * as timers from 'node:timers'
const storage = new AsyncLocalStorage()
const resource = new AsyncResource('menus')
`

const typedArrays = [
  'BigInt64Array',
  'BigUint64Array',
  'Float32Array',
  'Float64Array',
  'Int16Array',
  'Int32Array',
  'Int8Array',
  'Uint16Array',
  'Uint32Array',
  'Uint8Array',
  'Uint8ClampedArray',
]

const methods = [
  ...['catch', 'every', 'filter', 'finally', 'find', 'findIndex', 'findLast', 'findLastIndex', 'flatMap', 'forEach'],
  ...['map', 'reduce', 'reduceRight', 'some', 'sort', 'then', 'toSorted'],
]

testMarkedLines('no-fake-async', [
  {
    title: 'what runs in place is the work of the function that has it run',
    code: `${imports}
const look = async (names) => { names.forEach(fs.statSync) } // !
const fill = async (text) => JSON.parse(text, fs.statSync) // !
express().get('/', async (req) => [await look(req.body), await fill(req.url)])`,
  },
])

// An API that is handed to something is reported where that is known to run it.
testMarkedLines('no-blocking-call', [
  {
    title: 'functions of the language and of Node.js that run what they are given',
    code: `${imports}
express().get('/', (req, res) => {
  Array.from(req.body, fs.statSync) // !
  Array.fromAsync(req.body, fs.statSync) // !
  JSON.parse(req.body, fs.statSync) // !
  JSON.stringify(req.body, fs.statSync) // !
  Map.groupBy(req.body, fs.statSync) // !
  Object.groupBy(req.body, fs.statSync) // !
  new Promise(fs.statSync) // !
  Promise.try(fs.statSync) // !
  Reflect.apply(fs.statSync, null, ['menu']) // !
  Reflect.construct(fs.Stats, [])
  Reflect.construct(DatabaseSync, ['menus.db']) // !
  setImmediate(fs.statSync) // !
  setInterval(fs.statSync) // !
  setTimeout(fs.statSync) // !
  queueMicrotask(fs.statSync) // !
  process.nextTick(fs.statSync) // !
  timers.setImmediate(fs.statSync) // !
  timers.setInterval(fs.statSync) // !
  timers.setTimeout(fs.statSync) // !
  storage.exit(fs.statSync) // !
  storage.run(req, fs.statSync) // !
  resource.runInAsyncScope(fs.statSync) // !
${typedArrays.map((name) => `  ${name}.from(req.body, fs.statSync) // !`).join('\n')}
})`,
  },
  {
    title: 'methods of lists, texts and promises that run what they are given',
    code: `${imports}
express().get('/', (req, res) => {
${methods.map((name) => `  req.body.${name}(fs.statSync) // !`).join('\n')}
  req.url.replace('menu', fs.statSync) // !
  req.url.replaceAll('menu', fs.statSync) // !
  req.body.then(show, fs.statSync) // !
})`,
  },
])
