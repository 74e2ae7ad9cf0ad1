import { describe, expect, it } from 'vitest'
import { lint, testMarkedLines } from './marked-lines.js'

const rule = 'no-blocking-call'
const fs = `import fs from 'node:fs'`

describe('objects that look like routes', () => {
  testMarkedLines(rule, [
    {
      title: 'in a format of the project, and what is put around their handlers',
      code: `${fs}
const around = (routes) => routes.map((route) => {
  const handler = route.handler
  if (route.method === 'post') {
    route.handler = async (request) => {
      fs.mkdirSync('uploads') // !
      return handler(request)
    }
  }
  return route
})
async function list() { return fs.readFileSync('orders') } // !
export const routes = around([
  { handler: list, method: 'get', path: '/orders' },
  { handler: () => fs.rmSync('order'), method: 'POST', path: '/orders/:id' }, // !
])
export const others = { method: 'put', url: '/orders', handler() { fs.statSync('orders') } } // !`,
    },
    {
      title: 'not if a part of it is missing, or something else',
      code: `${fs}
export const noPath = { method: 'get', handler: () => fs.statSync('a') }
export const noMethod = { path: '/orders', handler: () => fs.statSync('a') }
export const noHandler = { method: 'get', path: '/orders', parse: () => fs.statSync('a') }
export const folder = { method: 'get', path: 'orders', handler: () => fs.statSync('a') }
export const verb = { method: 'copy', path: '/orders', handler: () => fs.statSync('a') }`,
    },
  ])

  it('are named by their method and path', () => {
    const code = `${fs}
export default { method: 'get', path: '/orders', handler: () => fs.statSync('orders') }`
    const [message] = lint(rule, { code })
    expect(message?.message).toContain(' in GET /orders. ')
  })
})
