import { channel } from 'node:diagnostics_channel'
import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'

import { pathOf, RequestContext, trackRequests } from '../../../src/runtime/loop/request-context.js'
import { FrameworkRoutes } from '../../../src/runtime/loop/routes/framework-routes.js'

it.each([
  ['/a/b?c=d#e', '/a/b'],
  ['/a#b', '/a'],
  ['/a#b?c', '/a'],
  ['/?', '/'],
  ['*', '*'],
  ['http://user:password@host/a?b', '/a'],
  ['/a\n?b', '/a\n'],
  ['', ''],
])('the path of %j is %j', (url, expected) => {
  expect(pathOf(url)).toBe(expected)
})

it('a request is described at once with no search for its route', () => {
  const request = {
    method: 'GET',
    url: '/menu/7?token=1',
    get route(): never {
      throw new Error('The framework was asked.')
    },
  }
  const context = new RequestContext(request as never, new FrameworkRoutes(() => {}))
  expect(context.describeAtOnce()).toEqual({ method: 'GET', path: '/menu/7', route: null })
  context.setRoute('/menu/:id')
  expect(context.describeAtOnce()).toEqual({ method: 'GET', path: '/menu/7', route: '/menu/:id' })
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
