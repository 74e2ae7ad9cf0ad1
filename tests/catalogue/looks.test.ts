import { describe, expect, test } from 'vitest'
import { reportedIn } from '../analysis/marked-files.js'

const reportsOf = (code: string): readonly string[] =>
  reportedIn({ 'src/menus.js': `import { statSync } from 'node:fs'\n${code}` })

// By where they come from: node:http; Express; Fastify; packages that add them.
const requestMembers = [
  ...['headers', 'httpVersion', 'method', 'pipe', 'rawHeaders', 'socket', 'url'],
  ...['accepts', 'baseUrl', 'body', 'get', 'header', 'hostname', 'ip', 'ips', 'originalUrl', 'params', 'path'],
  ...['protocol', 'query', 'route', 'secure', 'xhr'],
  ...['raw'],
  ...['cookies', 'file', 'files', 'rawBody', 'session', 'signedCookies', 'user'],
]
const responseMembers = [
  ...['end', 'flushHeaders', 'headersSent', 'removeHeader', 'setHeader', 'writableEnded', 'write', 'writeHead'],
  ...['attachment', 'clearCookie', 'cookie', 'download', 'format', 'json', 'jsonp', 'locals', 'redirect', 'render'],
  ...['send', 'sendFile', 'sendStatus', 'status', 'type', 'vary'],
  ...['code', 'hijack'],
]
const koaMembers = ['body', 'redirect', 'req', 'request', 'res', 'response', 'throw']
const toolkitMembers = ['abandon', 'authenticated', 'continue', 'redirect', 'response', 'unauthenticated', 'view']

const pairs = (names: readonly string[], members: readonly string[]) =>
  names.flatMap((name) => members.map((member) => [name, member] as const))

describe('a function that nobody registers is a handler because', () => {
  test.each(pairs(['req', 'request', '_req'], requestMembers))('%s.%s is used before a response', (name, member) => {
    const code = `export const show = (${name}, res) => [${name}.${member}, statSync('menu')]`
    expect(reportsOf(code)).toEqual(['src/menus.js:2 show → fs.statSync (line 2)'])
  })

  test.each([
    ...pairs(['res', 'response', 'reply', '_res'], responseMembers),
    ...pairs(['h'], toolkitMembers),
  ])('%s.%s is used after a request', (name, member) => {
    const code = `export const show = (req, ${name}) => [${name}.${member}, statSync('menu')]`
    expect(reportsOf(code)).toEqual(['src/menus.js:2 show → fs.statSync (line 2)'])
  })

  test.each([...pairs(['ctx', 'context'], koaMembers), ['c', 'req'] as const])('%s.%s is used', (name, member) => {
    const code = `export const show = (${name}) => [${name}.${member}, statSync('menu')]`
    expect(reportsOf(code)).toEqual(['src/menus.js:2 show → fs.statSync (line 2)'])
  })
})

test.each(['addHook', 'decorate', 'get', 'post', 'register', 'route', 'setErrorHandler'])(
  'a function that is given a `fastify` and uses its `%s` sets up a server',
  (member) => {
    const code = `let menu
const load = () => (menu ??= statSync('menu'))
setInterval(() => load())
export default (fastify) => [fastify.${member}, load()]`
    expect(reportsOf(code)).toEqual([])
    expect(reportsOf(code.replaceAll('fastify', 'server'))).toEqual(['src/menus.js:3 interval → load (line 4) → fs.statSync (line 3)'])
  },
)

test.each(['delete', 'get', 'head', 'options', 'patch', 'post', 'put'])('an object with the method %s, a path and a handler is a route', (method) => {
  const code = `export const routes = [{ method: '${method}', path: '/menus', handler: () => statSync('menu') }]`
  expect(reportsOf(code)).toEqual([`src/menus.js:2 ${method.toUpperCase()} /menus → fs.statSync (line 2)`])
})
