import { channel } from 'node:diagnostics_channel'
import { createRequire } from 'node:module'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { FrameworkRoutes } from '../../../src/runtime/loop/routes/framework-routes.js'

const handlerChannel = 'tracing:fastify.request.handler:start'
const require = createRequire(import.meta.url)
const requireOfFastify = createRequire(require.resolve('fastify'))

interface Router {
  on(method: string, path: string, handler: () => void, store: unknown): void
  find(method: string, path: string): unknown
}

let told: string[]
let routes: FrameworkRoutes

beforeEach(() => {
  told = []
  routes = new FrameworkRoutes((route) => told.push(route))
})
afterEach(() => routes.stop())

it('are told by the channel of a Fastify whose router was not found', () => {
  routes.hookLoaded()
  channel(handlerChannel).publish({ route: { url: '/loaves/:id' } })
  expect(told).toEqual(['/loaves/:id'])
  routes.stop()
  expect(channel(handlerChannel).hasSubscribers).toBe(false)
})

it("are told by Fastify's router where it was found, and not by the channel", () => {
  const findMyWay = requireOfFastify('find-my-way') as { (): Router; prototype: Router }
  const { find } = findMyWay.prototype
  routes.hookLoaded()
  expect(channel(handlerChannel).hasSubscribers).toBe(false)
  const router = findMyWay()
  router.on('GET', '/loaves/:id', () => {}, { config: { url: '/loaves/:id' } })
  router.find('GET', '/loaves/7')
  expect(told).toEqual(['/loaves/:id'])
  routes.stop()
  expect(findMyWay.prototype.find).toBe(find)
})
