import type { ModuleEntry } from '../types.js'
import { listenerMethods, methodsOf } from './methods-of.js'

/**
 * Events that an emitter of unknown purpose sends when it comes up or goes down, or when it fails.
 */
export const startupEvents = [
  'beforeExit',
  'close',
  'connect',
  'connected',
  'disconnect',
  'disconnected',
  'error',
  'exit',
  'listening',
  'newListener',
  'online',
  'open',
  'ready',
  'removeListener',
  'shutdown',
] as const

export const events: ModuleEntry = {
  framework: 'Node.js',
  specifiers: ['node:events', 'events'],
  exports: {
    default: { returns: 'EventEmitter' },
    'EventEmitter.prototype.emit': { emits: true },
    ...methodsOf('EventEmitter', listenerMethods, {
      registration: {
        handlers: [{ type: 'at', positions: [1] }],
        parameters: [],
        event: { argument: 0, startup: startupEvents },
        label: { type: 'event', noun: 'event', argument: 0 },
      },
      returns: 'this',
    }),
  },
}

/** Signals, failures and the end of the process: nothing of it belongs to a request. */
export const processEvents: ModuleEntry = {
  framework: 'Node.js',
  specifiers: ['node:process', 'process'],
  exports: Object.fromEntries(
    listenerMethods.map((method) => [
      method,
      {
        registration: {
          handlers: [{ type: 'at', positions: [1] }],
          parameters: [],
          event: { argument: 0, serving: [] },
          label: { type: 'event', noun: 'process event', argument: 0 },
        },
      },
    ]),
  ),
}
