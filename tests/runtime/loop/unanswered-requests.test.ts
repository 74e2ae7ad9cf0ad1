import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, it } from 'vitest'

import { RequestContext } from '../../../src/runtime/loop/request-context.js'
import { FrameworkRoutes } from '../../../src/runtime/loop/routes/framework-routes.js'
import { UnansweredRequests } from '../../../src/runtime/loop/unanswered-requests.js'

const routes = new FrameworkRoutes(() => {})

function come(to: UnansweredRequests, path: string, socket = new Socket()) {
  const request = Object.assign(new IncomingMessage(socket), { method: 'GET', url: path })
  to.add(new RequestContext(request, routes), socket)
  return { request, socket }
}

const pathsOf = (requests: UnansweredRequests): readonly string[] => {
  return requests.all().map((context) => context.describe().path).sort()
}

it('takes out what is answered, in whichever order, and no more', () => {
  const requests = new UnansweredRequests()
  const orders = come(requests, '/orders')
  const stock = come(requests, '/stock')
  const prices = come(requests, '/prices')
  expect(requests.take(stock.request, stock.socket)?.describe().path).toBe('/stock')
  expect(requests.take(stock.request, stock.socket)).toBeUndefined()
  expect(pathsOf(requests)).toEqual(['/orders', '/prices'])
  expect(requests.take(orders.request, orders.socket)?.describe().path).toBe('/orders')
  expect(requests.take(prices.request, prices.socket)?.describe().path).toBe('/prices')
  expect(pathsOf(requests)).toEqual([])
})

it('keeps apart the requests of a connection whose client does not wait for answers', () => {
  const requests = new UnansweredRequests()
  const first = come(requests, '/orders')
  const second = come(requests, '/stock', first.socket)
  expect(requests.take(first.request, first.socket)?.describe().path).toBe('/orders')
  expect(pathsOf(requests)).toEqual(['/stock'])
  expect(requests.take(second.request, second.socket)?.describe().path).toBe('/stock')
})

it('finds the requests of such a client in whichever order they are answered', () => {
  const requests = new UnansweredRequests()
  const first = come(requests, '/orders')
  const [second, third] = ['/stock', '/prices'].map((path) => come(requests, path, first.socket))
  const take = (one: typeof first | undefined) => one && requests.take(one.request, one.socket)?.describe().path
  expect(take(third)).toBe('/prices')
  expect(take(third)).toBeUndefined()
  expect(take(first)).toBe('/orders')
  const fourth = come(requests, '/carts', first.socket)
  expect([take(second), take(fourth), take(second)]).toEqual(['/stock', '/carts', undefined])
  expect(pathsOf(requests)).toEqual([])
})

it('does not know a request that came before the watch', () => {
  const requests = new UnansweredRequests()
  const { socket } = come(requests, '/orders')
  expect(requests.take(new IncomingMessage(socket), socket)).toBeUndefined()
  expect(requests.take(new IncomingMessage(new Socket()), new Socket())).toBeUndefined()
  expect(pathsOf(requests)).toEqual(['/orders'])
})

it('lets go of requests whose connection was closed, and looks for them when there are many', () => {
  const requests = new UnansweredRequests()
  const open = [come(requests, '/orders'), come(requests, '/stock')]
  for (let count = 0; count < 5000; count += 1) come(requests, `/given-up/${count}`).socket.destroy()
  expect(requests.all().length).toBeLessThan(500)
  requests.prune()
  expect(pathsOf(requests)).toEqual(['/orders', '/stock'])
  for (const { request, socket } of open) expect(requests.take(request, socket)).toBeDefined()
})
