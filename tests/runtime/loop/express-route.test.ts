import { describe, expect, it } from 'vitest'

import { expressOrigin, expressRoute } from '../../../src/runtime/loop/routes/express-route.js'

/** A layer of Express 5's router: `/users/:id` matches a prefix of a path. */
const mount = (pattern: string, stack: readonly object[]) => ({
  route: undefined,
  slash: pattern === '/',
  handle: { stack },
  matchers: [
    (path: string) => {
      const names = pattern.split('/')
      const values = path.split('/').slice(0, names.length)
      const params: Record<string, string> = {}
      for (const [index, name] of names.entries()) {
        if (name.startsWith(':') && values[index]) params[name.slice(1)] = decodeURIComponent(values[index])
        else if (name !== values[index]) return false
      }
      return { path: values.join('/'), params }
    },
  ],
})

it('is none where reading it fails', () => {
  const hostile = {
    get route(): never {
      throw new Error('no route for you')
    },
  }
  expect([expressOrigin(hostile), expressRoute(hostile)]).toEqual([null, null])
})

describe('the route of a request of Express', () => {
  const route = { path: '/:order' }
  const leaf = { route }
  const other = { route: { path: '/' } }

  it.each<[string, string, readonly object[], string]>([
    ['a router', '/api', [mount('/api', [other, leaf])], '/api/:order'],
    ['a parameter in the mount path', '/users/7', [mount('/users/:user', [leaf])], '/users/:user/:order'],
    ['a value that is escaped', '/users/a%20b', [mount('/users/:user', [leaf])], '/users/:user/:order'],
    ['a value that stands there twice', '/7/7', [mount('/7/:n', [leaf])], '/7/:n/:order'],
    ['routers in routers', '/a/1/b/2', [mount('/a/:x', [mount('/b/:y', [leaf])])], '/a/:x/b/:y/:order'],
    ['routers at the root', '/a/1', [mount('/', [mount('/a/:x', [mount('/', [leaf])])])], '/a/:x/:order'],
    ['the router that has the route', '/a', [mount('/a', [other]), mount('/a', [leaf])], '/a/:order'],
    ['a router that is not found', '/gone/1', [mount('/a', [leaf])], '/gone/1/:order'],
  ])('below %s', (_, baseUrl, stack, expected) => {
    expect(expressRoute({ route, baseUrl, app: { router: { stack } } })).toBe(expected)
  })

  it('below a mounted application', () => {
    const app = { mountpath: '/sub/:tenant', parent: { mountpath: '/' }, router: { stack: [mount('/a', [leaf])] } }
    expect(expressRoute({ route, baseUrl: '/sub/9/a', app })).toBe('/sub/:tenant/a/:order')
  })

  it('is unknown before it is found, and for anything else', () => {
    expect(expressRoute({ baseUrl: '/a' })).toBeNull()
    expect(expressRoute(undefined)).toBeNull()
  })

  it('may be a list or an expression', () => {
    expect(expressRoute({ route: { path: ['/a', /b/] }, baseUrl: '' })).toBe('/a|/b/')
  })
})
