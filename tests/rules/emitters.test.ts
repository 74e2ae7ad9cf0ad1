import { describe } from 'vitest'
import { testMarkedLines } from './marked-lines.js'

const imports = `import { EventEmitter } from 'node:events'
import express from 'express'
import fs from 'node:fs'
const app = express()`

describe("the project's own emitters", () => {
  testMarkedLines('no-blocking-call', [
    {
      title: 'an event that start-up alone sends',
      code: `${imports}
class Kitchen extends EventEmitter {
  open() { this.emit('opened') }
  cook(order) { this.emit('cooked', order) }
}
const kitchen = new Kitchen()
kitchen.on('opened', () => fs.readFileSync('menu'))
kitchen.on('cooked', () => fs.appendFileSync('log', 'cooked')) // !
kitchen.open()
app.post('/orders', (req, res) => kitchen.cook(req.body))`,
    },
    {
      title: 'an event by the name of set-up that a request sends',
      code: `${imports}
class Kitchen extends EventEmitter {}
class Bar extends EventEmitter {}
const kitchen = new Kitchen()
const bar = new Bar()
kitchen.on('ready', () => fs.readFileSync('menu')) // !
bar.on('ready', () => fs.readFileSync('drinks'))
bar.emit('ready')
app.post('/orders', (req, res) => kitchen.emit('ready'))`,
    },
    {
      title: 'plain emitters, and classes that extend one another',
      code: `${imports}
const bus = new EventEmitter()
bus.on('warmed', () => fs.readFileSync('oven'))
bus.emit('warmed')
bus.on('ordered', () => fs.appendFileSync('log', 'ordered')) // !
app.post('/orders', (req, res) => bus.emit('ordered'))
class Room extends EventEmitter { enter() { this.emit('entered') } }
class Kitchen extends Room {}
const kitchen = new Kitchen()
kitchen.on('entered', () => fs.readFileSync('lights'))
kitchen.enter()`,
    },
    {
      title: 'what nobody is seen to send, or what is sent by a name that is not known',
      code: `${imports}
const bus = new EventEmitter()
bus.on('delivered', () => fs.appendFileSync('log', 'delivered')) // !
const other = new EventEmitter()
other.on('opened', () => fs.readFileSync('menu')) // !
other.emit('opened')
other.emit(process.env.EVENT)`,
    },
    {
      title: 'one listener for several events',
      code: `${imports}
import { createServer } from 'node:http'
const server = createServer()
for (const event of ['listening', 'close']) server.on(event, () => fs.readFileSync('menu'))
for (const event of ['close', 'connection']) server.on(event, () => fs.readFileSync('price')) // !`,
    },
  ])
})
