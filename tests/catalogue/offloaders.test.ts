import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  BroadcastChannel,
  MessageChannel,
  postMessageToThread,
  setEnvironmentData,
  Worker,
} from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookupApi } from '../../src/catalogue/index.js'

const idle = 'setInterval(() => {}, 1000)'
const worker = new Worker(idle, { eval: true })
let request: IncomingMessage
let response: ServerResponse

const server = createServer((incoming, outgoing) => {
  request = incoming
  response = outgoing
  server.emit('asked')
})

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  get({ port: (server.address() as AddressInfo).port })
  await once(server, 'asked')
})

afterAll(async () => {
  response.end()
  server.close()
  await worker.terminate()
})

const outcomeOf = (module: string, path: string) => lookupApi(module, path)?.offload?.outcome

/** The name of the error that a call throws or rejects with. */
async function errorOf(call: () => unknown): Promise<string> {
  try {
    await call()
    return 'none'
  } catch (error) {
    return (error as Error).name
  }
}

describe('handing over a request goes as the catalogue says', () => {
  test('worker.postMessage', async () => {
    expect(await errorOf(() => worker.postMessage(request))).toBe('DataCloneError')
    expect(await errorOf(() => worker.postMessage({ response }))).toBe('DataCloneError')
    expect(await errorOf(() => worker.postMessage(request.headers))).toBe('none')
    expect(outcomeOf('node:worker_threads', 'Worker.prototype.postMessage')).toMatch(
      /^postMessage throws a DataCloneError/,
    )
  })

  test('port.postMessage and broadcast.postMessage', async () => {
    const channel = new MessageChannel()
    const broadcast = new BroadcastChannel('offloaders')
    expect(await errorOf(() => channel.port1.postMessage(request))).toBe('DataCloneError')
    expect(await errorOf(() => broadcast.postMessage(request))).toBe('DataCloneError')
    channel.port1.close()
    broadcast.close()
  })

  test('workerData', async () => {
    const start = () => new Worker('', { eval: true, workerData: { request } })
    expect(await errorOf(start)).toBe('DataCloneError')
    expect(outcomeOf('node:worker_threads', 'Worker')).toMatch(
      /^new Worker throws a DataCloneError/,
    )
  })

  test('setEnvironmentData', async () => {
    setEnvironmentData('request', request)
    expect(await errorOf(() => new Worker('', { eval: true }))).toBe('DataCloneError')
    setEnvironmentData('request', undefined)
    expect(outcomeOf('node:worker_threads', 'setEnvironmentData')).toMatch(
      /^every later new Worker throws a DataCloneError/,
    )
  })

  test('postMessageToThread', async () => {
    const send = () => postMessageToThread(worker.threadId, request)
    expect(await errorOf(send)).toBe('DataCloneError')
    expect(outcomeOf('node:worker_threads', 'postMessageToThread')).toBe(
      'its promise rejects with a DataCloneError',
    )
  })

  test.each(['json', 'advanced'] as const)('child.send with %s', async (serialization) => {
    const child = fork('--', { execArgv: ['--eval', idle], serialization })
    expect(await errorOf(() => child.send(request as never))).toMatch(/^(Type)?Error$/)
    expect(await errorOf(() => child.send({ url: request.url }, request.socket))).toBe('none')
    child.kill()
    expect(outcomeOf('node:child_process', 'ChildProcess.prototype.send')).toMatch(
      /^send\(\) throws/,
    )
    expect(
      lookupApi('node:child_process', 'ChildProcess.prototype.send')?.offload?.handles,
    ).toEqual([1])
  })
})

describe('what is handed over is found in', () => {
  test.each([
    ['node:worker_threads', 'Worker', [{ position: 1, property: 'workerData' }]],
    ['node:worker_threads', 'postMessageToThread', [{ position: 1 }]],
    ['piscina', 'default', [{ position: 0, property: 'workerData' }]],
    ['piscina', 'Piscina.prototype.run', [{ position: 0 }]],
    ['tinypool', 'default.prototype.run', [{ position: 0 }]],
    ['workerpool', 'Pool.prototype.exec', [{ position: 1 }]],
  ])('%s %s', (module, path, data) => {
    expect(lookupApi(module, path)?.offload?.data).toEqual(data)
  })

  test('workerpool: the function as well as its arguments', () => {
    expect(lookupApi('workerpool', 'default.pool')?.returns).toBe('Pool')
    expect(lookupApi('workerpool', 'Pool.prototype.exec')?.offload?.functions).toEqual([0])
  })
})

test('an outcome continues a sentence', () => {
  for (const [module, path] of [
    ['piscina', 'Piscina.prototype.run'],
    ['piscina', 'move'],
    ['tinypool', 'Tinypool'],
    ['workerpool', 'Pool.prototype.exec'],
  ] as const) {
    expect(outcomeOf(module, path)).toMatch(/^\S.*[^.]$/)
  }
})
