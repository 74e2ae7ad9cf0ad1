import { once } from 'node:events'
import { createServer, get, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import fastify from 'fastify'
import Koa from 'koa'
import { describe, expect, test } from 'vitest'
import { isPlainRequestMember, shapeOfName } from '../../src/catalogue/index.js'

type Role = 'request' | 'response' | 'context'
type Look = (role: Role, object: object, paths: readonly string[]) => void

/** Whether a message to a worker could carry a member: it is cloned the same way. */
function isCloneable(object: object, path: string): boolean {
  const value = path
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], object)
  // What is not there would clone as well, and show nothing.
  if (value === undefined) throw new Error(`There is no ${path}.`)
  try {
    structuredClone(value)
    return true
  } catch {
    return false
  }
}

/**
 * Serves one request; `look` notes what can be cloned while it is being served, for later its
 * socket is gone.
 */
async function serveOnce(make: (look: Look) => Server | Promise<Server>) {
  const seen: { member: string; isData: boolean; isTakenForData: boolean }[] = []
  const server = await make((role, object, paths) => {
    expect(() => structuredClone(object)).toThrow()
    for (const path of paths) {
      const isTakenForData = isPlainRequestMember({ role, path })
      seen.push({ member: `${role}.${path}`, isData: isCloneable(object, path), isTakenForData })
    }
  })
  if (!server.listening) {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
  }
  const { port } = server.address() as AddressInfo
  const [response] = (await once(get({ port, path: '/loaves?kind=rye' }), 'response')) as [
    IncomingMessage,
  ]
  response.resume()
  await once(response, 'end')
  server.close()
  return seen
}

describe('members of a request object are data if and only if they can be cloned', () => {
  test('node:http', async () => {
    const seen = await serveOnce((look) =>
      createServer((request, response) => {
        look('request', request, ['headers', 'rawHeaders', 'method', 'url', 'socket', 'connection'])
        look('request', request, ['socket.remoteAddress', 'httpVersion', 'client'])
        look('response', response, ['statusCode', 'headersSent', 'socket', 'req'])
        response.end()
      }),
    )
    expect(seen).toHaveLength(13)
    expect(seen.filter(({ isData, isTakenForData }) => isData !== isTakenForData)).toEqual([])
  })

  test('Express', async () => {
    const seen = await serveOnce((look) => {
      const app = express()
      app.use(express.json({ type: '*/*' }))
      app.get('/:kind', (request, response) => {
        request.body = { flour: 'rye' }
        look('request', request, ['body', 'body.flour', 'query', 'params', 'headers', 'ip', 'url'])
        look('request', request, ['originalUrl', 'hostname', 'app', 'res', 'res.req', 'next'])
        look('response', response, ['locals', 'app', 'req', 'req.body'])
        response.end()
      })
      return createServer(app)
    })
    expect(seen).toHaveLength(17)
    expect(seen.filter(({ isData, isTakenForData }) => isData !== isTakenForData)).toEqual([])
  })

  test('Koa', async () => {
    const seen = await serveOnce((look) => {
      const app = new Koa()
      app.use((ctx) => {
        ctx.body = 'a loaf'
        look('context', ctx, [
          'query',
          'headers',
          'method',
          'path',
          'state',
          'body',
          'status',
          'url',
        ])
        look('context', ctx, ['request', 'response', 'req', 'res', 'app', 'cookies', 'socket'])
        look('context', ctx, ['request.query', 'request.req', 'request.ctx', 'response.status'])
        look('request', ctx.request, ['query', 'app', 'response', 'req', 'ctx'])
        look('response', ctx.response, ['body', 'status', 'request', 'res', 'app', 'ctx'])
      })
      const handle = app.callback()
      return createServer((request, response) => void handle(request, response))
    })
    expect(seen).toHaveLength(30)
    expect(seen.filter(({ isData, isTakenForData }) => isData !== isTakenForData)).toEqual([])
  })

  test('Fastify', async () => {
    const seen = await serveOnce(async (look) => {
      const app = fastify()
      app.get('/loaves', (request, reply) => {
        look('request', request, ['query', 'params', 'headers', 'id', 'ip', 'method', 'url'])
        look('request', request, ['raw', 'raw.headers', 'socket', 'server'])
        look('response', reply, ['raw', 'request', 'request.query', 'server', 'statusCode'])
        return 'a loaf'
      })
      await app.listen({ port: 0, host: '127.0.0.1' })
      return app.server
    })
    expect(seen).toHaveLength(16)
    expect(seen.filter(({ isData, isTakenForData }) => isData !== isTakenForData)).toEqual([])
  })
})

test('a socket is alive, what it says of itself is data', () => {
  expect(isPlainRequestMember({ role: 'socket', path: '' })).toBe(false)
  expect(isPlainRequestMember({ role: 'socket', path: 'remoteAddress' })).toBe(true)
})

test('other parameters of handlers are no request objects', () => {
  for (const role of ['next', 'error', 'data', 'other'] as const) {
    expect(isPlainRequestMember({ role, path: '' })).toBe(true)
  }
})

test('nothing is found on prototypes', () => {
  expect(isPlainRequestMember({ role: 'request', path: 'constructor' })).toBe(true)
  expect(isPlainRequestMember({ role: 'request', path: '__proto__' })).toBe(true)
  expect(shapeOfName('req')?.members.has('constructor')).toBe(false)
  expect(shapeOfName('constructor')).toBeUndefined()
})

describe('a parameter looks like', () => {
  test.each([
    ['request', 'req', ['body', 'query', 'params', 'headers', 'url', 'method']],
    ['response', 'res', ['send', 'json', 'status', 'end', 'writeHead', 'setHeader']],
    ['response', 'reply', ['send', 'code']],
    ['response', 'h', ['response', 'redirect', 'continue', 'view']],
    ['context', 'ctx', ['body', 'request', 'response', 'throw']],
    ['context', 'c', ['req']],
  ] as const)('a %s when it is called %s and has such members', (role, name, members) => {
    const shape = shapeOfName(name)
    expect(shape?.role).toBe(role)
    expect(members.filter((member) => !shape?.members.has(member))).toEqual([])
  })

  test.each(['options', 'result', 'event'])('nothing when it is called %s', (name) => {
    expect(shapeOfName(name)).toBeUndefined()
  })

  test.each([
    // A canvas has them, and so have a fetched response, an outgoing request and a comment.
    ['ctx', ['fillRect', 'state', 'status', 'data', 'log']],
    ['res', ['statusCode', 'headers', 'text', 'ok', 'on', 'data']],
    ['req', ['on', 'write', 'end', 'abort', 'setHeader']],
    ['c', ['body', 'status', 'request', 'text', 'json']],
    ['h', ['end', 'send', 'status', 'write']],
  ] as const)('nothing when it is called %s and has what others of that name have', (name, members) => {
    expect(members.filter((member) => shapeOfName(name)?.members.has(member))).toEqual([])
  })
})
