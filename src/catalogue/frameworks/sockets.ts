import type { ApiFacts, ModuleEntry } from '../types.js'
import { listenerMethods, methodsOf } from './methods-of.js'

const connections: ApiFacts = {
  registration: {
    handlers: [{ type: 'at', positions: [1] }],
    parameters: ['socket'],
    event: { argument: 0, startup: ['new_namespace', 'initial_headers', 'headers'] },
    label: { type: 'event', noun: 'socket.io event', argument: 0 },
    passes: ['Socket'],
  },
  returns: 'this',
}

const handshakes: ApiFacts = {
  registration: {
    handlers: [{ type: 'at', positions: [0] }],
    parameters: ['socket', 'next'],
    label: { type: 'text', text: 'socket.io middleware' },
    passes: ['Socket'],
  },
  returns: 'this',
}

/** What servers and namespaces have in common. */
const namespace = (className: string): ModuleEntry['exports'] => ({
  ...methodsOf(className, listenerMethods, connections),
  ...methodsOf(className, ['to', 'in', 'except', 'timeout'], { returns: 'this' }),
  [`${className}.prototype.use`]: handshakes,
})

const made: ApiFacts = { returns: 'Server', boots: true }

/** Versions 2 to 4. */
export const socketIo: ModuleEntry = {
  framework: 'Socket.IO',
  specifiers: ['socket.io'],
  exports: {
    default: made,
    Server: made,
    ...namespace('Server'),
    ...namespace('Namespace'),
    'Server.prototype.of': {
      registration: {
        handlers: [{ type: 'at', positions: [1] }],
        parameters: ['socket'],
        label: { type: 'text', text: 'socket.io connection' },
        passes: ['Socket'],
      },
      returns: 'Namespace',
    },
    'Server.prototype.sockets': { returns: 'Namespace' },
    'Server.prototype.engine': { returns: 'Engine' },
    'Engine.prototype.use': {
      registration: {
        handlers: [{ type: 'at', positions: [0] }],
        parameters: ['request', 'response', 'next'],
        label: { type: 'text', text: 'socket.io middleware' },
      },
    },
    ...methodsOf('Socket', listenerMethods, {
      registration: {
        handlers: [{ type: 'at', positions: [1] }],
        parameters: ['data'],
        label: { type: 'event', noun: 'socket event', argument: 0 },
      },
      returns: 'this',
    }),
    ...methodsOf('Socket', ['onAny', 'prependAny', 'onAnyOutgoing', 'prependAnyOutgoing'], {
      registration: {
        handlers: [{ type: 'at', positions: [0] }],
        parameters: ['data'],
        label: { type: 'text', text: 'any socket event' },
      },
      returns: 'this',
    }),
    'Socket.prototype.use': {
      registration: {
        handlers: [{ type: 'at', positions: [0] }],
        parameters: ['data', 'next'],
        label: { type: 'text', text: 'socket middleware' },
      },
      returns: 'this',
    },
  },
  requestTypes: { Socket: 'socket' },
}

/** Versions 7 and 8. */
export const ws: ModuleEntry = {
  framework: 'ws',
  specifiers: ['ws'],
  exports: {
    default: { returns: 'WebSocket' },
    Server: { returns: 'WebSocketServer', boots: true },
    WebSocketServer: { returns: 'WebSocketServer', boots: true },
    ...methodsOf('WebSocketServer', listenerMethods, {
      registration: {
        handlers: [{ type: 'at', positions: [1] }],
        parameters: ['socket', 'request'],
        event: {
          argument: 0,
          startup: ['listening', 'close', 'error'],
          parameters: {
            headers: ['data', 'request'],
            wsClientError: ['error', 'socket', 'request'],
          },
        },
        label: { type: 'event', noun: 'WebSocket event', argument: 0 },
        passes: ['WebSocket', 'node:http#IncomingMessage'],
      },
      returns: 'this',
    }),
    'WebSocketServer.prototype.handleUpgrade': {
      registration: {
        handlers: [{ type: 'at', positions: [3] }],
        parameters: ['socket', 'request'],
        label: { type: 'text', text: 'WebSocket connection' },
        passes: ['WebSocket', 'node:http#IncomingMessage'],
      },
    },
    // A client's own connection is open once; what it hears and its end come at any time.
    ...methodsOf('WebSocket', [...listenerMethods, 'addEventListener'], {
      registration: {
        handlers: [{ type: 'at', positions: [1] }],
        parameters: ['data', 'other'],
        event: { argument: 0, startup: ['open', 'upgrade', 'unexpected-response'] },
        label: { type: 'event', noun: 'socket event', argument: 0 },
      },
      returns: 'this',
    }),
  },
  requestTypes: { WebSocket: 'socket' },
}
