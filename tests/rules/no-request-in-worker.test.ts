import { describe } from 'vitest'
import { testMarkedLines } from './marked-lines.js'

const rule = 'no-request-in-worker'

const express = (statements: string, before: string): string => `
import express from 'express'
${before}
const app = express()
app.post('/resize', async (req, res) => {
${statements}
})`

describe('libraries', () => {
  testMarkedLines(rule, [
    {
      title: 'worker_threads: messages, worker data and ports',
      code: express(
        `worker.postMessage(req) // !
  worker.postMessage({ id: 1, req }) // !
  worker.postMessage([res]) // !
  new Worker('./resize.js', { workerData: { request: req } }) // !
  port1.postMessage({ ...req }) // !
  worker.postMessage(req.body)
  new Worker('./resize.js', { workerData: req.params })`,
        `import { MessageChannel, Worker } from 'node:worker_threads'
const worker = new Worker('./resize.js')
const { port1 } = new MessageChannel()`,
      ),
    },
    {
      title: 'child_process.fork, where a socket may go along as handle',
      code: express(
        `child.send(req) // !
  child.send({ res }) // !
  child.send('socket', req.socket)
  child.send({ id: req.params.id })`,
        `import { fork } from 'node:child_process'\nconst child = fork('./resize.js')`,
      ),
    },
    {
      title: 'Piscina',
      code: express(
        `await pool.run(req) // !
  await pool.run({ req }, { name: 'resize' }) // !
  await pool.run(req.body)
  await pool.run({ url: req.url, headers: req.headers })`,
        `import Piscina from 'piscina'\nconst pool = new Piscina({ filename: './resize.js' })`,
      ),
    },
    {
      title: 'Piscina by name and Tinypool',
      code: `
const { Piscina } = require('piscina')
const { Tinypool } = require('tinypool')
const pool = new Piscina({ filename: './resize.js' })
const tiny = new Tinypool({ filename: './resize.js' })
require('http').createServer(async (request, response) => {
  await pool.run(request) // !
  response.end(await tiny.run({ response })) // !
})`,
    },
    {
      title: 'workerpool: arguments, and functions that use the request',
      code: express(
        `await pool.exec(resize, [req.body, res]) // !
  await pool.exec('resize', [req]) // !
  await pool.exec(() => crunch(req.body.rows)) // !
  await pool.exec((rows) => rows.length, [req.body.rows])
  await pool.exec(function () {
    const inner = () => res.send('done') // !
    return inner()
  })`,
        `import workerpool from 'workerpool'\nimport { crunch, resize } from './resize.js'\nconst pool = workerpool.pool()`,
      ),
    },
  ])
})

describe('request objects', () => {
  const before = `import Piscina from 'piscina'\nconst pool = new Piscina({ filename: './resize.js' })`
  testMarkedLines(rule, [
    {
      title: 'through aliases, helpers and wrapper objects',
      code: `
import Piscina from 'piscina'
import express from 'express'
const pool = new Piscina({ filename: './resize.js' })
const offload = (task) => pool.run(task) // !
express().post('/', (req, res) => {
  const request = req
  const job = { request }
  pool.run(request) // !
  pool.run(job)
  offload(req)
})`.replace('const job = { request }', 'const job = { request } // !'),
    },
    {
      title: 'members: plain data goes over, sockets and back references do not',
      code: express(
        `const { body, socket } = req
  pool.run(body)
  pool.run(socket) // !
  pool.run(req.query)
  pool.run(req.res) // !
  pool.run(req.user)`,
        before,
      ),
    },
    {
      title: 'Koa contexts',
      code: `
import Koa from 'koa'
${before}
new Koa().use(async (ctx) => {
  await pool.run(ctx) // !
  await pool.run({ id: ctx.query.id, body: ctx.request.body })
  await pool.run(ctx.req) // !
})`,
    },
    {
      title: 'Fastify requests and replies',
      code: `
import Fastify from 'fastify'
${before}
const app = Fastify()
app.get('/', async (request, reply) => pool.run({ request })) // !
app.get('/b', async (request, reply) => pool.run(request.body))
app.addHook('onSend', async (request, reply, payload) => pool.run(payload))
app.addHook('preHandler', async (request, reply) => { await pool.run(reply) }) // !`,
    },
    {
      title: 'by type',
      typescript: true,
      file: 'src/resize.ts',
      code: `
import type { Request, Response } from 'express'
import type { IncomingMessage } from 'node:http'
import Piscina from 'piscina'
class Resizer {
  constructor(private readonly pool: Piscina) {}
  resize(incoming: Request, _answer: Response) { return this.pool.run(incoming) } // !
  raw(message: IncomingMessage) { return this.pool.run({ message }) } // !
  size(incoming: Request) { return this.pool.run(incoming.body) }
}
export { Resizer }`,
    },
    {
      title: 'by shape, where both parameters are used as what they are called',
      code: `
${before}
export async function resize(req, res) {
  res.json(await pool.run({ id: req.params.id, req })) // !
}
export const estimate = (req) => pool.run(req)`,
    },
  ])
})

describe('what is none of its business', () => {
  testMarkedLines(rule, [
    {
      title: 'names alone, other pools and the worker’s own side',
      code: `
import { parentPort } from 'node:worker_threads'
import { pool } from './pool.js'
import express from 'express'
parentPort.on('message', (req) => parentPort.postMessage(req))
const req = { id: 1 }
parentPort.postMessage(req)
express().get('/', (req, res) => {
  pool.run(req)
  res.run(req)
  cache.set(req.url, req)
})`,
    },
    {
      title: 'listeners on the main side',
      code: express(
        `worker.once('message', (result) => res.send(result))
  worker.postMessage(req.body)`,
        `import { Worker } from 'node:worker_threads'\nconst worker = new Worker('./resize.js')`,
      ),
    },
  ])
})
