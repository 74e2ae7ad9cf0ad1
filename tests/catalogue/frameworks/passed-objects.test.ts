import { expect, test } from 'vitest'
import { entryNamesOf } from '../../rules/entry-points/entry-names-of.js'

/**
 * Code that listens to what it is given, as `on()`, and the entry points of it: a listener is one of its own
 * because it is known what listens.
 */
const listeners: readonly (readonly [module: string, code: string, names: readonly string[]])[] = [
  [
    'node:http',
    `import { createServer } from 'node:http'
createServer((request, response) => {
  request.on('data', on)
  response.on('finish', on)
})`,
    ['HTTP request', 'request event "data"', 'response event "finish"'],
  ],
  [
    'node:http2',
    `import { createSecureServer } from 'node:http2'
createSecureServer((request, response) => {
  request.on('data', on)
  response.on('finish', on)
})`,
    ['HTTP request', 'request event "data"', 'response event "finish"'],
  ],
  [
    'node:net',
    `import { createServer } from 'node:net'
createServer((socket) => socket.on('data', on))`,
    ['connection', 'socket event "data"'],
  ],
  [
    'node:net Server',
    `import { Server } from 'node:net'
new Server((socket) => socket.on('data', on))`,
    ['connection', 'socket event "data"'],
  ],
  [
    'node:tls',
    `import { createServer } from 'node:tls'
createServer((socket) => socket.on('data', on))`,
    ['connection', 'socket event "data"'],
  ],
  [
    'node:tls Server',
    `import { Server } from 'node:tls'
new Server((socket) => socket.on('data', on))`,
    ['connection', 'socket event "data"'],
  ],
  [
    'socket.io middleware',
    `import { Server } from 'socket.io'
new Server().use((socket, next) => socket.on('order', on))`,
    ['socket.io middleware', 'socket event "order"'],
  ],
  [
    'socket.io namespaces',
    `import { Server } from 'socket.io'
new Server().of('/menus', (socket) => socket.on('order', on))`,
    ['socket.io connection', 'socket event "order"'],
  ],
  [
    'ws',
    `import { WebSocketServer } from 'ws'
new WebSocketServer().addListener('connection', (socket, request) => {
  socket.on('message', on)
  request.on('close', on)
})`,
    ['WebSocket event "connection"', 'socket event "message"', 'request event "close"'],
  ],
  [
    'ws upgrades',
    `import { WebSocketServer } from 'ws'
import { head, request, socket } from './upgrade.js'
new WebSocketServer().handleUpgrade(request, socket, head, (webSocket, upgraded) => {
  webSocket.on('message', on)
  upgraded.on('close', on)
})`,
    ['WebSocket connection', 'socket event "message"', 'request event "close"'],
  ],
]

test.each(listeners)('%s', (_, code, names) => {
  expect(entryNamesOf(`${code}\nfunction on() {}`)).toEqual(names)
})
