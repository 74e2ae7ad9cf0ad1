import { spawn } from 'node:child_process'
import cluster from 'node:cluster'
import * as dgram from 'node:dgram'
import { EventEmitter } from 'node:events'
import * as http from 'node:http'
import * as http2 from 'node:http2'
import * as https from 'node:https'
import * as net from 'node:net'
import { Duplex } from 'node:stream'
import * as tls from 'node:tls'
import { BroadcastChannel, MessageChannel, Worker } from 'node:worker_threads'
import Router from '@koa/router'
import express from 'express'
import fastify from 'fastify'
import Koa from 'koa'
import { afterAll, describe, expect, test } from 'vitest'
import { lookupApi, lookupModule } from '../../src/catalogue/index.js'

const app = express()
const worker = new Worker('', { eval: true })
const channel = new MessageChannel()
const broadcast = new BroadcastChannel('catalogue')
const datagrams = dgram.createSocket('udp4')
// Only a process with a channel has `send`.
const child = spawn(process.execPath, ['--eval', ''], {
  stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
})

afterAll(async () => {
  channel.port1.close()
  broadcast.close()
  datagrams.close()
  child.kill()
  await worker.terminate()
})

const message = new http.IncomingMessage(new net.Socket())

const instances: readonly (readonly [string, string, object])[] = [
  ['node:http', 'Server', http.createServer()],
  ['node:http', 'IncomingMessage', message],
  ['node:http', 'ServerResponse', new http.ServerResponse(message)],
  ['node:https', 'Server', https.createServer()],
  ['node:http2', 'Http2Server', http2.createServer()],
  ['node:http2', 'Http2SecureServer', http2.createSecureServer()],
  ['node:net', 'Server', net.createServer()],
  ['node:net', 'Socket', new net.Socket()],
  ['node:tls', 'Server', tls.createServer()],
  ['node:tls', 'TLSSocket', new tls.TLSSocket(new Duplex())],
  ['node:dgram', 'Socket', datagrams],
  ['node:events', 'EventEmitter', new EventEmitter()],
  ['node:worker_threads', 'Worker', worker],
  ['node:worker_threads', 'MessagePort', channel.port1],
  ['node:worker_threads', 'MessageChannel', channel],
  ['node:worker_threads', 'BroadcastChannel', broadcast],
  ['node:child_process', 'ChildProcess', child],
  ['node:cluster', 'Worker', cluster.Worker.prototype],
  ['express', 'Application', app],
  ['express', 'Router', express.Router()],
  ['express', 'Route', app.route('/')],
  ['router', 'Router', express.Router()],
  ['koa', 'Application', new Koa()],
  ['@koa/router', 'Router', new Router()],
  ['fastify', 'FastifyInstance', fastify()],
]

// What only plugins add (express-ws), or other versions have: Express 4, and Node.js 22 and 24 with the routers
// that go by its methods.
const ofOtherVersions = new Set(['del', 'query', 'use', 'ws', 'bindSync', 'connectSync'])

describe('methods that the catalogue names exist', () => {
  test.each(instances)('%s %s', (specifier, className, instance) => {
    const prefix = `${className}.prototype.`
    const methods = [...(lookupModule(specifier)?.exports.keys() ?? [])]
      .filter((path) => path.startsWith(prefix))
      .map((path) => path.slice(prefix.length))
    expect(methods.length).toBeGreaterThan(0)
    const missing = methods.filter((name) => !(name in instance) && !ofOtherVersions.has(name))
    expect(missing).toEqual([])
  })
})

describe('what the catalogue says a call gives is described', () => {
  const specifiers = [
    'node:http',
    'node:http2',
    'node:net',
    'node:tls',
    'node:crypto',
    'node:sqlite',
    'node:zlib',
    'node:fs',
    'node:child_process',
    'node:worker_threads',
    'express',
    'express-serve-static-core',
    'router',
    'koa',
    '@koa/router',
    'fastify',
    'piscina',
    'tinypool',
    'workerpool',
  ]
  const results = specifiers.flatMap((specifier) =>
    Array.from(lookupModule(specifier)?.exports ?? [], ([path, { returns }]) => ({
      specifier,
      path,
      returns: returns ?? 'this',
    })).filter(({ returns }) => returns !== 'this'),
  )

  test.each(results)('$specifier $path gives $returns', ({ specifier, returns }) => {
    const [module = '', className = ''] = returns.includes('#')
      ? returns.split('#')
      : [specifier, returns]
    const methods = [...(lookupModule(module)?.exports.keys() ?? [])].filter((path) =>
      path.startsWith(`${className}.prototype.`),
    )
    expect(methods).not.toEqual([])
  })
})

describe('a handler is found', () => {
  test.each([
    ['node:http', 'createServer', [{ type: 'last' }], ['request', 'response']],
    ['node:https', 'createServer', [{ type: 'last' }], ['request', 'response']],
    ['node:http2', 'createSecureServer', [{ type: 'last' }], ['request', 'response']],
    ['node:net', 'createServer', [{ type: 'last' }], ['socket']],
    [
      'express',
      'Application.prototype.use',
      [{ type: 'every', from: 0 }],
      ['request', 'response', 'next'],
    ],
    [
      'express',
      'Router.prototype.get',
      [{ type: 'every', from: 1 }],
      ['request', 'response', 'next'],
    ],
    [
      'express',
      'Route.prototype.post',
      [{ type: 'every', from: 0 }],
      ['request', 'response', 'next'],
    ],
    ['koa', 'Application.prototype.use', [{ type: 'at', positions: [0] }], ['context', 'next']],
    ['@koa/router', 'Router.prototype.get', [{ type: 'every', from: 1 }], ['context', 'next']],
    [
      'koa-router',
      'Router.prototype.param',
      [{ type: 'at', positions: [1] }],
      ['data', 'context', 'next'],
    ],
    [
      'fastify',
      'FastifyInstance.prototype.setErrorHandler',
      [{ type: 'at', positions: [0] }],
      ['error', 'request', 'response'],
    ],
  ])('by %s %s', (specifier, path, handlers, parameters) => {
    const registration = lookupApi(specifier, path)?.registration
    expect(registration).toMatchObject({ handlers, parameters })
    expect(registration?.phase ?? 'serving').toBe('serving')
  })

  test('by Express, which knows an error handler by its four parameters', () => {
    const use = lookupApi('express', 'Application.prototype.use')?.registration
    expect(use?.parametersByArity?.[4]).toEqual(['error', 'request', 'response', 'next'])
  })

  test('by Fastify, in the options of a route too', () => {
    const get = lookupApi('fastify', 'FastifyInstance.prototype.get')?.registration
    expect(get?.handlers[0]).toEqual({ type: 'last' })
    expect(get?.handlers[1]).toMatchObject({ type: 'properties', position: 1 })
    const route = lookupApi('fastify', 'FastifyInstance.prototype.route')?.registration
    expect(route?.label).toEqual({ type: 'route-options', position: 0 })
    const [properties] = route?.handlers ?? []
    expect(properties).toMatchObject({
      properties: expect.arrayContaining(['handler', 'preHandler', 'onSend']) as string[],
    })
  })
})

describe('what runs at start-up', () => {
  test.each([
    ['node:http', 'Server.prototype.listen'],
    ['node:net', 'Server.prototype.listen'],
    ['express', 'Application.prototype.listen'],
    ['koa', 'Application.prototype.listen'],
    ['fastify', 'FastifyInstance.prototype.listen'],
    ['fastify', 'FastifyInstance.prototype.register'],
    ['fastify-plugin', 'default'],
  ])('%s %s', (specifier, path) => {
    expect(lookupApi(specifier, path)?.registration?.phase).toBe('startup')
  })

  test.each([
    ['node:http', 'Server.prototype.on', ['listening', 'close'], ['request', 'upgrade']],
    ['node:events', 'EventEmitter.prototype.on', ['ready', 'exit'], ['upload']],
  ])('%s %s', (specifier, path, startup, serving) => {
    const event = lookupApi(specifier, path)?.registration?.event
    expect(event?.startup).toEqual(expect.arrayContaining(startup))
    for (const name of serving) expect(event?.startup).not.toContain(name)
  })

  test('no event of the process is part of a request', () => {
    expect(lookupApi('global', 'process.on')?.registration?.event?.serving).toEqual([])
  })

  test('a plugin of Fastify is given an instance', () => {
    const register = lookupApi('fastify', 'FastifyInstance.prototype.register')
    expect(register?.registration?.passes).toEqual(['fastify#FastifyInstance'])
  })
})

test('what a worker hears from its parent is off the loop, what it answers is not', () => {
  expect(lookupApi('node:worker_threads', 'parentPort.on')?.registration?.phase).toBe('off-loop')
  const heard = lookupApi('node:worker_threads', 'Worker.prototype.on')?.registration
  expect(heard?.event?.serving).toEqual(['message'])
  expect(heard?.phase ?? 'serving').toBe('serving')
})
