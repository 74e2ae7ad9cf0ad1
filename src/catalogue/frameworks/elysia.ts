import type { ModuleEntry, ParameterRole } from '../types.js'
import { methodsOf } from './methods-of.js'
import { at, properties, startupCallback } from './registrations.js'

const parameters: readonly ParameterRole[] = ['context']

const methods = ['all', 'connect', 'delete', 'get', 'head', 'options', 'patch', 'post', 'put'] as const

/** Options of a route or a guard that are called for each request. */
const hooks = [
  'afterHandle',
  'afterResponse',
  'beforeHandle',
  'error',
  'mapResponse',
  'parse',
  'resolve',
  'transform',
] as const

const lifeCycle = [
  'derive',
  'mapDerive',
  'mapResolve',
  'mapResponse',
  'onAfterHandle',
  'onAfterResponse',
  'onBeforeHandle',
  'onError',
  'onParse',
  'onRequest',
  'onTransform',
  'resolve',
  'trace',
] as const

export const elysia: ModuleEntry = {
  framework: 'Elysia',
  specifiers: ['elysia'],
  exports: {
    default: { returns: 'Elysia', boots: true },
    Elysia: { boots: true },
    ...methodsOf('Elysia', methods, {
      registration: {
        handlers: [at(1), properties(2, ...hooks)],
        parameters,
        label: { type: 'route', path: 0 },
      },
      returns: 'this',
    }),
    'Elysia.prototype.route': {
      registration: {
        handlers: [at(2), properties(3, ...hooks)],
        parameters,
        label: { type: 'route', path: 1, method: 0 },
      },
      returns: 'this',
    },
    'Elysia.prototype.ws': {
      registration: {
        handlers: [properties(1, 'open', 'message', 'drain', 'close', 'ping', 'pong')],
        parameters: ['socket', 'data'],
        label: { type: 'event', noun: 'socket', argument: 0 },
      },
      alsoRegisters: [
        {
          handlers: [properties(1, ...hooks, 'upgrade')],
          parameters,
          label: { type: 'event', noun: 'socket upgrade', argument: 0 },
        },
      ],
      returns: 'this',
    },
    ...methodsOf('Elysia', lifeCycle, (method) => ({
      registration: {
        // `as: 'global'` may stand before the function.
        handlers: [{ type: 'last' }],
        parameters,
        label: { type: 'text', text: `hook "${method}"` },
      },
      returns: 'this',
    })),
    'Elysia.prototype.on': {
      registration: {
        handlers: [{ type: 'last' }],
        parameters,
        event: { argument: 0, startup: ['start', 'stop'] },
        label: { type: 'event', noun: 'hook', argument: 0 },
      },
      returns: 'this',
    },
    ...methodsOf('Elysia', ['onStart', 'onStop'], {
      registration: startupCallback('server hook'),
      returns: 'this',
    }),
    // A function in the last place sets up routes on the instance that it gets.
    ...methodsOf('Elysia', ['group', 'guard'], (method) => ({
      registration: {
        handlers: [properties(method === 'group' ? 1 : 0, ...hooks)],
        parameters,
        label: { type: 'text', text: 'guard' },
      },
      alsoRegisters: [{ ...startupCallback('routes'), passes: ['Elysia'] }],
      returns: 'this',
    })),
    'Elysia.prototype.use': {
      registration: { ...startupCallback('plugin'), passes: ['Elysia'] },
      returns: 'this',
    },
    'Elysia.prototype.mount': {
      registration: {
        handlers: [at(0, 1)],
        parameters: ['request'],
        label: { type: 'text', text: 'HTTP request' },
      },
      returns: 'this',
    },
    'Elysia.prototype.listen': {
      registration: startupCallback('listen callback'),
      returns: 'this',
      boots: true,
    },
    ...methodsOf(
      'Elysia',
      ['add', 'affix', 'as', 'compile', 'decorate', 'error', 'headers', 'macro', 'model', 'parser', 'prefix', 'state', 'suffix', 'wrap'],
      { returns: 'this' },
    ),
  },
  requestTypes: { Context: 'context' },
  handlerTypes: { Handler: parameters },
}
