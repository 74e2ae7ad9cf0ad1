import type { ApiFacts, ModuleEntry, ModuleFacts, Registration } from '../types.js'
import { listenerMethods, methodsOf } from './methods-of.js'

const requestListener: Registration = {
  handlers: [{ type: 'last' }],
  parameters: ['request', 'response'],
  label: { type: 'text', text: 'HTTP request' },
  passes: ['node:http#IncomingMessage', 'node:http#ServerResponse'],
}

const http2RequestListener: Registration = {
  ...requestListener,
  passes: ['node:http2#Http2ServerRequest', 'node:http2#Http2ServerResponse'],
}

const serverEvents: Registration = {
  handlers: [{ type: 'at', positions: [1] }],
  parameters: ['request', 'response'],
  event: {
    argument: 0,
    startup: ['listening', 'close', 'error'],
    parameters: {
      clientError: ['error', 'socket'],
      connect: ['request', 'socket', 'data'],
      connection: ['socket'],
      drop: ['data'],
      dropRequest: ['request', 'socket'],
      secureConnection: ['socket'],
      session: ['socket'],
      sessionError: ['error', 'socket'],
      stream: ['socket', 'data', 'data'],
      timeout: ['socket'],
      tlsClientError: ['error', 'socket'],
      unknownProtocol: ['socket'],
      upgrade: ['request', 'socket', 'data'],
    },
  },
  label: { type: 'event', noun: 'server event', argument: 0 },
}

const onStartup = (text: string): Registration => ({
  handlers: [{ type: 'last' }],
  parameters: [],
  label: { type: 'text', text },
  phase: 'startup',
})

/** What every server of node:http, node:https and node:http2 offers. */
function server(className: string): ModuleFacts {
  return {
    ...methodsOf(className, listenerMethods, { registration: serverEvents, returns: 'this' }),
    [`${className}.prototype.listen`]: {
      registration: onStartup('listen callback'),
      boots: true,
      returns: 'this',
    },
    [`${className}.prototype.close`]: {
      registration: onStartup('close callback'),
      returns: 'this',
    },
    [`${className}.prototype.setTimeout`]: {
      registration: {
        handlers: [{ type: 'last' }],
        parameters: ['socket'],
        label: { type: 'text', text: 'server timeout' },
      },
      returns: 'this',
    },
  }
}

/** Listeners of what a handler is given: they run for the same request. */
function messageEvents(className: string, noun: string): ModuleFacts {
  return methodsOf(className, listenerMethods, {
    registration: {
      handlers: [{ type: 'at', positions: [1] }],
      parameters: ['data'],
      label: { type: 'event', noun, argument: 0 },
    },
    returns: 'this',
  })
}

const makesServer: ApiFacts = { registration: requestListener, returns: 'Server', boots: true }

export const nodeHttp: ModuleEntry = {
  framework: 'Node.js',
  specifiers: ['node:http', 'http'],
  exports: {
    createServer: makesServer,
    Server: makesServer,
    ...server('Server'),
    ...messageEvents('IncomingMessage', 'request event'),
    ...messageEvents('ServerResponse', 'response event'),
  },
  requestTypes: {
    IncomingMessage: 'request',
    OutgoingMessage: 'response',
    ServerResponse: 'response',
  },
  handlerTypes: { RequestListener: ['request', 'response'] },
}

export const nodeHttps: ModuleEntry = {
  framework: 'Node.js',
  specifiers: ['node:https', 'https'],
  exports: { createServer: makesServer, Server: makesServer, ...server('Server') },
}

export const nodeHttp2: ModuleEntry = {
  framework: 'Node.js',
  specifiers: ['node:http2', 'http2'],
  exports: {
    createServer: { registration: http2RequestListener, returns: 'Http2Server', boots: true },
    createSecureServer: {
      registration: http2RequestListener,
      returns: 'Http2SecureServer',
      boots: true,
    },
    ...server('Http2Server'),
    ...server('Http2SecureServer'),
    ...messageEvents('Http2ServerRequest', 'request event'),
    ...messageEvents('Http2ServerResponse', 'response event'),
    ...messageEvents('ServerHttp2Stream', 'stream event'),
  },
  requestTypes: {
    Http2ServerRequest: 'request',
    Http2ServerResponse: 'response',
    ServerHttp2Stream: 'socket',
  },
}
