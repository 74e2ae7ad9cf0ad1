import { describe } from 'vitest'
import { testMarkedLines } from './marked-lines.js'

const imports = `import express from 'express'
import fs from 'node:fs'
const app = express()`

describe('what stands in maps, sets, lists and tables', () => {
  testMarkedLines('no-blocking-call', [
    {
      title: 'a map that begins with its handlers, by key or by none',
      code: `${imports}
const handlers = new Map([
  ['menu', () => fs.statSync('menu')], // !
  ['order', () => fs.statSync('order')],
])
const others = new Map([['price', () => fs.statSync('price')]]) // !
app.get('/', (req, res) => handlers.get('menu')())
app.get('/:name', (req, res) => others.get(req.params.name)())`,
    },
    {
      title: 'a map that is filled, in a field, through a parameter',
      code: `${imports}
class Router {
  handlers = new Map()
  add(path, handler) { this.handlers.set(path, handler) }
  handle(path) { return this.handlers.get(path)?.() }
}
const router = new Router()
router.add('menu', () => fs.statSync('menu')) // !
app.use((req, res) => router.handle(req.url))`,
    },
    {
      title: 'a map that nothing of a request reads',
      code: `${imports}
const handlers = new Map()
handlers.set('menu', () => fs.statSync('menu'))
handlers.get('menu')()
app.get('/', (req, res) => res.send(handlers.has('menu')))`,
    },
    {
      title: 'going through a map, a set, a list and entries',
      code: `${imports}
const byName = new Map()
byName.set(name, () => fs.statSync('a')) // !
const listeners = new Set()
listeners.add(() => fs.statSync('b')) // !
const steps = []
steps.push(() => fs.statSync('c'), () => fs.statSync('d')) // !
const table = { menu: () => fs.statSync('e') } // !
const jobs = [() => fs.statSync('f')] // !
app.get('/', (req, res) => {
  for (const [name, handler] of byName) handler(name)
  for (const listener of listeners.values()) listener()
  steps.forEach((step) => step())
  for (const [, handler] of Object.entries(table)) handler()
  jobs.shift()()
})`.replace("steps.push(() => fs.statSync('c'), () => fs.statSync('d')) // !", "steps.push(() => fs.statSync('c')) // !\nsteps.unshift(() => fs.statSync('d')) // !"),
    },
    {
      title: 'a table that is filled by keys',
      code: `${imports}
const handlers = {}
function on(event, handler) { handlers[event] = handler }
on('menu', () => fs.statSync('menu')) // !
const named = {}
named.order = () => fs.statSync('order') // !
app.get('/:name', (req, res) => {
  handlers[req.params.name]()
  named[req.params.name]()
})`,
    },
    {
      title: 'one of many listeners that starts a server, which makes no restart of calling them',
      code: `${imports}
import http from 'node:http'
const listeners = []
listeners.push(() => console.log('stopped'))
listeners.push(() => http.createServer().listen(81))
function stop(folder) {
  for (const listener of listeners) listener()
  fs.mkdirSync(folder) // !
}
process.on('SIGINT', () => stop('stopped'))
app.post('/stop', (req, res) => stop(req.body.folder))`,
    },
    {
      title: 'private fields as compilers write them, which are no tables',
      code: `${imports}
const keep = (fields, owner, value) => fields.set(owner, value)
const read = (fields, owner) => fields.get(owner)
const steps = new WeakMap()
const pages = new WeakMap()
class Kitchen {
  constructor() {
    keep(steps, this, () => fs.statSync('oven'))
    keep(pages, this, () => 'menu')
  }
  show() { return read(pages, this)() }
}
const kitchen = new Kitchen()
app.get('/', (req, res) => res.send(kitchen.show()))`,
    },
    {
      title: 'methods of other things that have such names',
      code: `${imports}
import { store } from './store.js'
const settings = { set(key, value) {}, get(key) { return () => {} } }
settings.set('menu', () => fs.statSync('menu'))
class Map {
  set(key, value) {}
  get(key) { return () => {} }
}
const own = new Map()
own.set('menu', () => fs.statSync('menu'))
app.get('/', (req, res) => {
  settings.get('menu')()
  own.get('menu')()
})`,
    },
    {
      title: 'a list that is spread into a call, from a variable or a field',
      code: `${imports}
class Oven { heat() { fs.writeFileSync('oven', 'on') } } // !
class Cellar { look() { return fs.readdirSync('cellar') } } // !
class Waiter {
  constructor(table, oven) { this.oven = oven }
  serve() { this.oven.heat() }
}
class Restaurant {
  constructor() { this.parts = ['window', new Oven()] }
  open() { return new Waiter(...this.parts) }
}
const waiter = new Restaurant().open()
app.get('/', (req, res) => waiter.serve())
const look = (room, cellar) => cellar.look()
const rooms = [new Cellar()]
app.get('/cellar', (req, res) => look.call(null, 'red', ...rooms))
const checks = [() => fs.statSync('guests'), ...rooms] // !
app.get('/guests', ...checks, () => fs.readFileSync('guests')) // !`,
    },
    {
      title: 'a list whose places are not known',
      code: `${imports}
import { encapsulate } from 'node:crypto'
const oven = { heat: () => fs.writeFileSync('oven', 'on') }
const heat = (table, first) => first.heat()
const holes = [, oven]
const some = [oven]
const more = [...some, oven]
const given = [oven]
given.push(() => {})
app.get('/', (req, res) => {
  heat(...some)
  heat(...some, 'table')
  heat('table', ...holes)
  heat(...more)
  encapsulate(...given)
})`,
    },
  ])
})
