import { describe } from 'vitest'
import { testMarkedLines } from './marked-lines.js'

const imports = `import express from 'express'
import fs from 'node:fs'
const app = express()
`

describe('values that are kept', () => {
  testMarkedLines('no-blocking-call', [
    {
      title: 'start-up fills what a request would find empty',
      code: `${imports}
let version
function readVersion() {
  if (version !== undefined) return version
  try {
    version = fs.readFileSync('VERSION', 'utf8')
  } catch {
    version = fs.readFileSync('.git/HEAD', 'utf8')
  }
  return version
}
console.log(readVersion())
app.get('/version', (req, res) => res.send(readVersion()))`,
    },
    {
      title: 'the first request fills it',
      code: `${imports}
let version
const readVersion = () => (version ??= fs.readFileSync('VERSION', 'utf8')) // !
app.get('/version', (req, res) => res.send(readVersion()))`,
    },
    {
      title: 'what is there until start-up has filled it',
      code: `${imports}
let settings
const defaults = () => fs.readFileSync('defaults')
const getSettings = () => {
  if (!settings) {
    return defaults()
  }
  return settings
}
const start = () => { settings = defaults() }
start()
app.get('/settings', (req, res) => res.send(getSettings()))`,
    },
    {
      title: 'start-up fills one of many',
      code: `${imports}
const menus = new Map()
const prices = {}
function readMenu(day) {
  if (!menus.has(day)) menus.set(day, fs.readFileSync(day)) // !
  prices[day] ??= fs.readFileSync(day + '.prices') // !
  return menus.get(day)
}
readMenu('monday')
app.get('/:day', (req, res) => res.send(readMenu(req.params.day)))`,
    },
  ])
})

describe('timers that set themselves again', () => {
  testMarkedLines('no-blocking-call', [
    {
      title: 'by name, by a closure, bound, and after a promise',
      code: `${imports}
async function refresh() {
  try {
    fs.readFileSync('menu') // !
    setTimeout(refresh, 1000)
  } catch (error) { console.error(error) }
}
function count() {
  fs.readdirSync('orders') // !
  setTimeout(() => count(), 1000)
}
class Archive {
  start() { this.sweep() }
  async sweep() {
    fs.rmSync('archive') // !
    setImmediate(this.sweep.bind(this))
  }
}
function publish() {
  fetch('https://menu.example').then(() => {
    fs.writeFileSync('published', '') // !
    setTimeout(publish, 1000)
  })
}
refresh()
count()
new Archive().start()
publish()
app.listen(80)`,
    },
    {
      title: 'one that runs once, one that tries again until it works, one that waits for something',
      code: `${imports}
function warm() { fs.readFileSync('menu') }
setTimeout(warm, 1000)
function connect() {
  fs.readFileSync('socket')
  fetch('https://menu.example').catch(() => setTimeout(connect, 1000))
}
function open() {
  try {
    fs.openSync('menu')
  } catch {
    setTimeout(open, 1000)
  }
}
function wait() {
  if (fs.existsSync('ready')) return app.listen(80)
  setTimeout(wait, 1000)
}
function retry() {
  if (!fs.existsSync('ready')) setTimeout(retry, 1000)
}
function reconnect(socket) {
  fs.readFileSync('socket')
  socket.on('close', () => setTimeout(reconnect, 1000, socket))
}
connect()
open()
wait()
retry()
reconnect(new WebSocket('wss://menu.example'))`,
    },
  ])
})

describe('what another thread or process runs', () => {
  testMarkedLines('no-blocking-call', [
    {
      title: 'functions that are shipped, by themselves and among options, and what they call',
      options: { confidence: 'likely' },
      code: `${imports}
import { StaticPool } from 'node-worker-threads-pool'
import workerpool from 'workerpool'
const pool = workerpool.pool()
const readRows = async () => fs.readFileSync('rows')
const sized = new StaticPool({ size: 2, task: async () => fs.readFileSync('rows') })
app.get('/rows', async (req, res) => {
  await pool.exec(readRows)
  res.send(await pool.exec(async () => fs.readFileSync('rows')))
})
export const handedOn = async () => fs.readFileSync('rows') // !`,
    },
    {
      title: 'threads.js runs the callback of a pool here, and only its calls go over',
      code: `${imports}
import { Pool, spawn, Worker } from 'threads'
const pool = Pool(() => spawn(new Worker('./print.js')))
app.get('/rows', (req, res) => pool.queue((printer) => printer.print(fs.readFileSync('rows')))) // !`,
    },
    {
      title: 'inline-worker and worker-thread, which run functions here whatever their names say',
      code: `${imports}
import InlineWorker from 'inline-worker'
import { createChannel } from 'worker-thread'
app.get('/rows', (req, res) => {
  new InlineWorker(fs.readdirSync, {}) // !
  createChannel(fs.statSync, 2) // !
})`,
    },
    ...(
      [
        ['workerpool', `import workerpool from 'workerpool'\nworkerpool.worker({ read, size })`],
        ['threads.js', `import { expose } from 'threads/worker'\nexpose({ read, size })`],
        ['poolifier', `import { ThreadWorker } from 'poolifier'\nexport default new ThreadWorker({ read, size })`],
        ['poolifier, in a process', `import { ClusterWorker } from 'poolifier'\nexport default new ClusterWorker({ read, size })`],
        ['synckit', `import { runAsWorker } from 'synckit'\nrunAsWorker(read)`],
        ['sync-threads', `import { runAsWorker } from 'sync-threads'\nrunAsWorker(read)`],
        ['bthreads', `import { parent } from 'bthreads'\nparent.hook('read', read)`],
      ] as const
    ).map(([library, exposing]) => ({
      title: `a worker’s own file: ${library}`,
      options: { confidence: 'likely' },
      file: 'src/reader.js',
      code: `import fs from 'node:fs'
const settings = fs.readFileSync('settings')
const read = async (path) => fs.readFileSync(path, settings)
const size = async (path) => fs.statSync(path).size
${exposing}`,
    })),
  ])
})
