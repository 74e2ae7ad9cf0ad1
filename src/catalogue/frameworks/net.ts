import type { ApiFacts, ModuleEntry, ModuleFacts, ParameterRole, Registration } from '../types.js'
import { listenerMethods, methodsOf } from './methods-of.js'

const connectionListener = (socketClass: string): Registration => ({
  handlers: [{ type: 'last' }],
  parameters: ['socket'],
  label: { type: 'text', text: 'connection' },
  passes: [socketClass],
})

const startupCallback = (text: string): Registration => ({
  handlers: [{ type: 'last' }],
  parameters: [],
  label: { type: 'text', text },
  phase: 'startup',
})

const byEvent: Readonly<Record<string, readonly ParameterRole[]>> = {
  drop: ['data'],
  keylog: ['data', 'socket'],
  newSession: ['data', 'data', 'next'],
  OCSPRequest: ['data', 'data', 'next'],
  resumeSession: ['data', 'next'],
  tlsClientError: ['error', 'socket'],
}

const server: ModuleFacts = {
  ...methodsOf('Server', listenerMethods, {
    registration: {
      handlers: [{ type: 'at', positions: [1] }],
      parameters: ['socket'],
      event: { argument: 0, startup: ['listening', 'close', 'error'], parameters: byEvent },
      label: { type: 'event', noun: 'server event', argument: 0 },
    },
    returns: 'this',
  }),
  'Server.prototype.listen': {
    registration: startupCallback('listen callback'),
    boots: true,
    returns: 'this',
  },
  'Server.prototype.close': { registration: startupCallback('close callback'), returns: 'this' },
}

/** Listeners of one connection, which a server is given and a client opens. */
function socketEvents(className: string): ModuleFacts {
  return methodsOf(className, listenerMethods, {
    registration: {
      handlers: [{ type: 'at', positions: [1] }],
      parameters: ['data'],
      label: { type: 'event', noun: 'socket event', argument: 0 },
    },
    returns: 'this',
  })
}

const makesServer = (socketClass: string): ApiFacts => ({
  registration: connectionListener(socketClass),
  returns: 'Server',
  boots: true,
})

export const net: ModuleEntry = {
  framework: 'Node.js',
  specifiers: ['node:net', 'net'],
  exports: {
    createServer: makesServer('Socket'),
    Server: makesServer('Socket'),
    ...server,
    connect: { returns: 'Socket' },
    createConnection: { returns: 'Socket' },
    ...socketEvents('Socket'),
  },
}

export const tls: ModuleEntry = {
  framework: 'Node.js',
  specifiers: ['node:tls', 'tls'],
  exports: {
    createServer: makesServer('TLSSocket'),
    Server: makesServer('TLSSocket'),
    ...server,
    connect: { returns: 'TLSSocket' },
    ...socketEvents('TLSSocket'),
  },
}

const datagram: readonly ParameterRole[] = ['data', 'other']

export const dgram: ModuleEntry = {
  framework: 'Node.js',
  specifiers: ['node:dgram', 'dgram'],
  exports: {
    createSocket: {
      registration: {
        handlers: [{ type: 'last' }],
        parameters: datagram,
        label: { type: 'text', text: 'datagram' },
      },
      returns: 'Socket',
    },
    ...methodsOf('Socket', listenerMethods, {
      registration: {
        handlers: [{ type: 'at', positions: [1] }],
        parameters: datagram,
        event: { argument: 0, startup: ['listening', 'close', 'error', 'connect'] },
        label: { type: 'event', noun: 'socket event', argument: 0 },
      },
      returns: 'this',
    }),
    'Socket.prototype.bind': {
      registration: startupCallback('bind callback'),
      boots: true,
      returns: 'this',
    },
  },
}
