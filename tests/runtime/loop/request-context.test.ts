import { channel } from 'node:diagnostics_channel'
import { setImmediate } from 'node:timers/promises'
import { inspect } from 'node:util'
import { expect, it } from 'vitest'

import { RequestContext, trackRequests } from '../../../src/runtime/loop/request-context.js'
import { FrameworkRoutes } from '../../../src/runtime/loop/routes/framework-routes.js'
import { createSharedMemory, readText, Text } from '../../../src/runtime/shared-memory.js'

it('a request is written with no search for its route, if that is wanted', () => {
  let timesAsked = 0
  const request = {
    method: 'GET',
    url: '/menu/7?token=1',
    get route(): undefined {
      timesAsked += 1
      return undefined
    },
  }
  const context = new RequestContext(request as never, new FrameworkRoutes(() => {}))
  const memory = createSharedMemory()
  context.write(memory, false)
  expect(readText(memory, Text.request)).toBe('GET\n\n/menu/7')
  expect(timesAsked).toBe(0)
  context.write(memory, true)
  expect(timesAsked).toBe(1)
  context.setRoute('/menu/:id')
  context.write(memory, false)
  expect(readText(memory, Text.request)).toBe('GET\n/menu/:id\n/menu/7')
})

it('who prints what a request has created sees nothing of the request', () => {
  const request = { method: 'GET', url: '/menu?token=1', headers: { cookie: 'session=1' } }
  const context = new RequestContext(request as never, new FrameworkRoutes(() => {}))
  const timer = { [Symbol('kResourceStore')]: context }
  expect(inspect(timer, { depth: null })).not.toMatch(/menu|token|session/)
})

it('what others publish on the same channels is no request', async () => {
  const thrown: unknown[] = []
  const listeners = process.listeners('uncaughtException')
  process.removeAllListeners('uncaughtException').on('uncaughtException', (error) => thrown.push(error))
  const requests = trackRequests()
  try {
    const names = ['http.server.request.start', 'http.server.response.finish', 'tracing:fastify.request.handler:start']
    for (const message of [undefined, null, 'order', {}, { request: {} }, { request: null, socket: null }]) {
      for (const name of names) channel(name).publish(message)
    }
    // A listener's error is thrown in a later tick.
    await setImmediate()
    expect([requests.count(), thrown]).toEqual([0, []])
  } finally {
    requests.stop()
    process.removeAllListeners('uncaughtException')
    for (const listener of listeners) process.on('uncaughtException', listener)
  }
})
