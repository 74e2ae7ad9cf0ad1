import type { FileFramework } from '../file-conventions.js'
import type { DecoratorMeaning, MemberHandler, ModuleEntry, ParameterRole } from '../types.js'
import { methodsOf } from './methods-of.js'
import { at, handledBy } from './registrations.js'

const framework = 'LoopBack 4'

const routeOf = (method: string): DecoratorMeaning => ({
  method: { label: { type: 'route', method, path: 0 } },
})

const middleware: readonly ParameterRole[] = ['context', 'next']

const lifeCycle: MemberHandler = { parameters: [], phase: 'startup' }

export const loopbackRest: ModuleEntry = {
  framework,
  specifiers: ['@loopback/rest', '@loopback/openapi-v3'],
  exports: {
    RestApplication: { boots: true },
    'RestApplication.prototype.handler': {
      ...handledBy('request sequence', [at(0)], { parameters: ['context', 'other'] }),
    },
    'RestApplication.prototype.middleware': handledBy('middleware', [at(0)], {
      parameters: middleware,
    }),
    'RestApplication.prototype.expressMiddleware': handledBy('middleware', [at(1)], {
      parameters: ['request', 'response', 'next'],
    }),
    'RestApplication.prototype.route': {
      registration: {
        handlers: [at(3)],
        parameters: [],
        label: { type: 'route', path: 1, method: 0 },
      },
    },
    'RestApplication.prototype.start': { boots: true },
  },
  requestTypes: {
    MiddlewareContext: 'context',
    Request: 'request',
    RequestContext: 'context',
    Response: 'response',
  },
  handlerTypes: { Middleware: middleware },
  decorators: {
    api: { prefix: 0 },
    del: routeOf('DELETE'),
    get: routeOf('GET'),
    operation: { method: { label: { type: 'route', method: 0, path: 1 } } },
    patch: routeOf('PATCH'),
    post: routeOf('POST'),
    put: routeOf('PUT'),
  },
  baseClasses: {
    DefaultSequence: { handle: { parameters: ['context'], noun: 'request sequence' } },
    MiddlewareSequence: { handle: { parameters: ['context'], noun: 'request sequence' } },
    RestApplication: { start: lifeCycle, stop: lifeCycle },
    SequenceHandler: { handle: { parameters: ['context'], noun: 'request sequence' } },
  },
}

export const loopbackCore: ModuleEntry = {
  framework,
  specifiers: ['@loopback/core'],
  exports: {},
  requestTypes: { InvocationContext: 'context' },
  handlerTypes: { Interceptor: middleware },
  baseClasses: { LifeCycleObserver: { init: lifeCycle, start: lifeCycle, stop: lifeCycle } },
}

const remoteHook: readonly ParameterRole[] = ['context', 'data', 'next']

/** Version 3. */
export const loopback3: ModuleEntry = {
  framework: 'LoopBack 3',
  specifiers: ['loopback'],
  exports: {
    default: { returns: 'express#Application', boots: true },
    Router: { returns: 'express#Router', boots: true },
    'Model.prototype.remoteMethod': {
      registration: {
        handlers: [{ type: 'own-method', position: 0 }],
        parameters: [],
        label: { type: 'event', noun: 'remote method', argument: 0 },
      },
    },
    ...methodsOf('Model', ['beforeRemote', 'afterRemote', 'afterRemoteError'], {
      registration: {
        handlers: [at(1)],
        parameters: remoteHook,
        label: { type: 'event', noun: 'remote hook', argument: 0 },
      },
    }),
    'Model.prototype.observe': {
      registration: {
        handlers: [at(1)],
        parameters: ['other', 'next'],
        label: { type: 'event', noun: 'operation hook', argument: 0 },
      },
    },
    createModel: { returns: 'Model' },
    findModel: { returns: 'Model' },
    getModel: { returns: 'Model' },
  },
}


/** Models and the application are given to the functions that files export. */
export const loopback3Files: FileFramework = {
  framework: 'LoopBack 3',
  packages: ['loopback'],
  files: [
    {
      path: /^(?:common|server)\/models\/[\w-]+\.js$/,
      exports: ['default'],
      parameters: [],
      name: 'model',
      phase: 'startup',
      passes: ['loopback#Model'],
    },
    {
      path: /^server\/boot\/[\w-]+\.js$/,
      exports: ['default'],
      parameters: [],
      name: 'boot script',
      phase: 'startup',
      passes: ['express#Application'],
    },
  ],
}
