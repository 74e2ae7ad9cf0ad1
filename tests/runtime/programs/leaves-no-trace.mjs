import fs from 'node:fs'
import { createRequire } from 'node:module'

// What the watchdog might touch, before any of it is loaded.
const require = createRequire(import.meta.url)
const modules = ['fs', 'child_process', 'crypto', 'zlib', 'inspector', 'async_hooks', 'timers']
modules.push('vm', 'v8', 'util', 'worker_threads', 'module')
const objects = { globalThis, process, Error, 'Error.prototype': Error.prototype, Promise, JSON }
Object.assign(objects, { Atomics, WebAssembly, Buffer, 'Buffer.prototype': Buffer.prototype })
for (const name of modules) objects[name] = require(`node:${name}`)

const { MessagePort: port } = require('node:worker_threads')

function look() {
  const seen = new Map()
  for (const [name, object] of Object.entries(objects)) {
    for (const key of Reflect.ownKeys(object)) {
      const { value, get } = Object.getOwnPropertyDescriptor(object, key)
      seen.set(`${name}.${String(key)}`, typeof value === 'number' ? String(value) : (value ?? get))
    }
  }
  for (const prototype of [require('node:crypto').Hash, require('node:fs').Dir, port]) {
    for (const [key, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype.prototype))) {
      seen.set(`${prototype.name}.prototype.${key}`, value)
    }
  }
  for (const event of ['exit', 'beforeExit', 'uncaughtException', 'warning', 'SIGINT']) {
    seen.set(`listeners of ${event}`, process.listenerCount(event))
  }
  seen.set('named import', fs.readFileSync)
  return seen
}

// These change by themselves.
const changing = /^(process\.(_|cpuUsage|domain|report|_events)|globalThis\.(Symbol|crypto|navigator|fetch))/

function differences(before, after) {
  const keys = new Set([...before.keys(), ...after.keys()])
  return [...keys].filter((key) => !changing.test(key) && before.get(key) !== after.get(key))
}

const before = look()
const { watchEventLoop } = await import(process.env.EVENT_LOOP_TEST_RUNTIME)
console.log('import', JSON.stringify(differences(before, look())))
const watchdog = watchEventLoop({
  report: 'none',
  stallsFile: process.env.EVENT_LOOP_STALLS_FILE,
  origins: process.argv[2],
})
const second = watchEventLoop()
const alive = setInterval(() => {}, 1000)
await watchdog.ready
clearInterval(alive)
console.log('limit', Error.stackTraceLimit)
const end = process.cpuUsage().user + 300_000
while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random()
second.stop()
watchdog.stop()
watchdog.stop()
console.log('stop', JSON.stringify(differences(before, look())))
