import { describe, expect, test } from 'vitest'
import {
  allBlockingApis,
  lookupApi,
  lookupHandlerType,
  lookupMethodRunner,
  lookupModule,
  lookupPluginType,
  lookupRequestType,
} from '../../src/catalogue/index.js'

const readFile = { kind: 'io', cost: 'high', instead: 'node:fs/promises#readFile' }

describe('an export is found', () => {
  test.each([
    ['node:fs', 'readFileSync'],
    ['fs', 'readFileSync'],
    ['fs', 'default.readFileSync'],
  ])('%s %s', (specifier, path) => {
    expect(lookupApi(specifier, path)?.blocking).toEqual(readFile)
  })

  test('as the module itself, by either name of it', () => {
    expect(lookupApi('express', 'default')).toMatchObject({ returns: 'Application', boots: true })
    expect(lookupApi('express', '')).toMatchObject({ returns: 'Application', boots: true })
    expect(lookupApi('fastify', 'fastify')).toMatchObject({ returns: 'FastifyInstance' })
  })

  test('as a method of a class that its module calls otherwise', () => {
    const use = { label: { type: 'text', text: 'middleware' } }
    expect(lookupApi('koa', 'default.prototype.use')?.registration).toMatchObject(use)
    expect(lookupApi('express', 'Express.prototype.use')?.registration).toMatchObject(use)
  })

  test('as a method of a class that another module describes', () => {
    expect(
      lookupApi('express-serve-static-core', 'Application.prototype.get')?.registration,
    ).toMatchObject({ label: { type: 'route', path: 0 } })
  })

  test.each([
    ['process.loadEnvFile', 'io'],
    ['process.report.getReport', 'cpu'],
    ['Buffer.concat', 'cpu'],
    ['MessagePort.prototype.postMessage', 'cpu'],
  ])('as the global %s', (path, kind) => {
    expect(lookupApi('global', path)?.blocking?.kind).toBe(kind)
  })

  test('with everything that files of the catalogue say about it', () => {
    expect(lookupApi('child_process', 'fork')).toMatchObject({
      returns: 'ChildProcess',
      executor: { type: 'worker' },
    })
    expect(lookupApi('node:child_process', 'spawnSync')?.blocking?.kind).toBe('io')
    expect(lookupApi('node:child_process', 'ChildProcess.prototype.send')?.offload?.copies).toBe(
      'json',
    )
    const post = lookupApi('worker_threads', 'Worker.prototype.postMessage')
    expect(post?.blocking?.when).toEqual({ type: 'large-input' })
    expect(post?.offload?.data).toEqual([{ position: 0 }])
  })

  test('by any name where a class answers to all', () => {
    expect(lookupApi('workerpool', 'Proxy.prototype.render')?.offload?.allArguments).toBe(true)
    expect(lookupApi('workerpool', 'Proxy.prototype.then')).toBeUndefined()
    expect(lookupApi('workerpool', 'Proxy.prototype.constructor')).toBeUndefined()
  })
})

describe('nothing is found', () => {
  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'])(
    'under %s',
    (name) => {
      expect(lookupModule(name)).toBeUndefined()
      expect(lookupApi(name, 'readFileSync')).toBeUndefined()
      expect(lookupApi('node:fs', name)).toBeUndefined()
      expect(lookupApi('global', name)).toBeUndefined()
      expect(lookupApi('global', `process.${name}`)).toBeUndefined()
      expect(lookupApi('koa', `default.prototype.${name}`)).toBeUndefined()
      expect(lookupRequestType('express', name)).toBeUndefined()
      expect(lookupHandlerType('express', name)).toBeUndefined()
      expect(lookupPluginType('fastify', name)).toBeUndefined()
      expect(lookupMethodRunner(name)).toBeUndefined()
    },
  )

  test.each([
    ['sqlite', 'DatabaseSync'],
    ['node:express', 'default'],
    ['node:fs', 'readFile'],
    ['node:fs', 'default'],
    ['node:fs/promises', 'readFile'],
    ['global', 'process'],
    ['lodash', 'map'],
  ])('for %s %s, which is something else', (specifier, path) => {
    expect(lookupApi(specifier, path)).toBeUndefined()
  })
})

describe('types', () => {
  test.each([
    ['express', 'Request', 'request'],
    ['express-serve-static-core', 'Response', 'response'],
    ['koa', 'Context', 'context'],
    ['@koa/router', 'RouterContext', 'context'],
    ['fastify', 'FastifyReply', 'response'],
    ['node:http', 'IncomingMessage', 'request'],
    ['http', 'ServerResponse', 'response'],
    ['node:http2', 'ServerHttp2Stream', 'socket'],
  ])('%s %s', (specifier, name, role) => {
    expect(lookupRequestType(specifier, name)).toBe(role)
  })

  test.each([
    ['express', 'ErrorRequestHandler', ['error', 'request', 'response', 'next']],
    ['koa', 'Middleware', ['context', 'next']],
    ['fastify', 'RouteHandlerMethod', ['request', 'response']],
    ['fastify', 'preHandlerHookHandler', ['request', 'response', 'next']],
    ['fastify', 'onRequestAbortAsyncHookHandler', ['request']],
    ['node:http', 'RequestListener', ['request', 'response']],
  ])('%s %s', (specifier, name, roles) => {
    expect(lookupHandlerType(specifier, name)).toEqual(roles)
  })

  test('a client’s socket and a plugin are no request objects and no handlers', () => {
    expect(lookupRequestType('node:net', 'Socket')).toBeUndefined()
    expect(lookupHandlerType('fastify', 'FastifyPluginAsync')).toBeUndefined()
    expect(lookupPluginType('fastify', 'FastifyPluginAsync')).toEqual(['FastifyInstance'])
  })
})

describe('functions that run functions', () => {
  test.each([
    ['forEach', [0], 'in-place'],
    ['sort', [0], 'in-place'],
    ['replace', [1], 'in-place'],
    ['then', [0, 1], 'later'],
  ])('.%s()', (method, positions, runs) => {
    expect(lookupMethodRunner(method)).toEqual({ positions, runs })
  })

  test.each([
    ['global', 'Promise', [0], 'in-place'],
    ['global', 'Array.from', [1], 'in-place'],
    ['global', 'JSON.parse', [1], 'in-place'],
    ['global', 'process.nextTick', [0], 'later'],
    ['node:timers', 'setTimeout', [0], 'later'],
    ['global', 'queueMicrotask', [0], 'later'],
    ['node:async_hooks', 'AsyncLocalStorage.prototype.run', [1], 'in-place'],
  ])('%s %s', (specifier, path, positions, runs) => {
    expect(lookupApi(specifier, path)?.runner).toEqual({ positions, runs })
  })

  test('promisify runs nothing', () => {
    expect(lookupApi('node:util', 'promisify')).toEqual({ promisifies: true })
  })
})

test('every blocking API is found under the module and path that it is listed by', () => {
  const apis = allBlockingApis()
  expect(apis.length).toBeGreaterThan(200)
  for (const { module, path, api } of apis) expect(lookupApi(module, path)?.blocking).toBe(api)
  expect(new Set(apis.map(({ module, path }) => `${module}#${path}`)).size).toBe(apis.length)
})
