import type { ApiFacts, ModuleEntry, ModuleFacts, ParameterRole } from '../types.js'
import { startupEvents } from './events.js'
import { listenerMethods, methodsOf, routeMethods } from './methods-of.js'

const parameters: readonly ParameterRole[] = ['request', 'response', 'next']
const errorParameters: readonly ParameterRole[] = ['error', 'request', 'response', 'next']
const roles = { parameters, parametersByArity: { 4: errorParameters } } as const

// `app.get('name')` with one argument reads a setting; having no function, it registers nothing.
const route: ApiFacts = {
  registration: {
    handlers: [{ type: 'every', from: 1 }],
    ...roles,
    label: { type: 'route', path: 0 },
  },
  returns: 'this',
}

const middleware: ApiFacts = {
  registration: {
    handlers: [{ type: 'every', from: 0 }],
    ...roles,
    label: { type: 'text', text: 'middleware' },
  },
  returns: 'this',
}

const webSocket: ApiFacts = {
  registration: {
    handlers: [{ type: 'every', from: 1 }],
    parameters: ['socket', 'request', 'next'],
    label: { type: 'route', path: 0 },
  },
  returns: 'this',
}

/** What applications and routers have in common, in Express 4 and 5. */
function routing(className: string): ModuleFacts {
  return {
    ...methodsOf(className, [...routeMethods, 'all'], route),
    [`${className}.prototype.use`]: middleware,
    [`${className}.prototype.param`]: {
      registration: {
        handlers: [{ type: 'at', positions: [1] }],
        parameters: [...parameters, 'data', 'other'],
        label: { type: 'text', text: 'route parameter' },
      },
      returns: 'this',
    },
    [`${className}.prototype.route`]: { returns: 'Route' },
    // What express-ws adds, from https://www.npmjs.com/package/express-ws
    [`${className}.prototype.ws`]: webSocket,
  }
}

// Their path is the argument of the `route()` that they are chained to.
const routes: ModuleFacts = methodsOf('Route', [...routeMethods, 'all'], {
  registration: {
    handlers: [{ type: 'every', from: 0 }],
    ...roles,
    label: { type: 'route', path: -1 },
  },
  returns: 'this',
})

const makesRouter: ApiFacts = { returns: 'Router', boots: true }

const requestTypes: Readonly<Record<string, ParameterRole>> = {
  NextFunction: 'next',
  Request: 'request',
  Response: 'response',
}

const handlerTypes: Readonly<Record<string, readonly ParameterRole[]>> = {
  ErrorRequestHandler: errorParameters,
  Handler: parameters,
  RequestHandler: parameters,
  RequestParamHandler: [...parameters, 'data', 'other'],
}

export const express: ModuleEntry = {
  framework: 'Express',
  specifiers: ['express'],
  exports: {
    default: { returns: 'Application', boots: true },
    // A type's name, as in `(app: Express) => …`.
    Express: { returns: 'Application' },
    IRouter: { returns: 'Router' },
    Router: makesRouter,
    ...routing('Application'),
    ...routing('Router'),
    ...routes,
    ...methodsOf('Application', listenerMethods, {
      // Express has one event of its own, `mount`; the others are the project's, as of any emitter.
      registration: {
        handlers: [{ type: 'at', positions: [1] }],
        parameters: [],
        event: { argument: 0, startup: ['mount', ...startupEvents] },
        label: { type: 'event', noun: 'application event', argument: 0 },
      },
      returns: 'this',
    }),
    ...methodsOf('Application', ['disable', 'enable', 'set'], { returns: 'this' }),
    // Express 4's old name of `delete`.
    'Application.prototype.del': route,
    'Application.prototype.engine': {
      registration: {
        handlers: [{ type: 'at', positions: [1] }],
        parameters: ['data', 'data', 'next'],
        label: { type: 'text', text: 'template engine' },
      },
      returns: 'this',
    },
    'Application.prototype.listen': {
      registration: {
        handlers: [{ type: 'last' }],
        parameters: [],
        label: { type: 'text', text: 'listen callback' },
        phase: 'startup',
      },
      boots: true,
      returns: 'node:http#Server',
    },
  },
  requestTypes,
  handlerTypes,
}

export const expressTypes: ModuleEntry = {
  framework: 'Express',
  specifiers: ['express-serve-static-core'],
  exports: {
    Application: { returns: 'express#Application' },
    Express: { returns: 'express#Application' },
    IRouter: { returns: 'express#Router' },
    Router: { returns: 'express#Router' },
  },
  requestTypes,
  handlerTypes,
}

/** Express 5's router, which also works with plain node:http. */
export const router: ModuleEntry = {
  framework: 'Express',
  specifiers: ['router'],
  exports: {
    default: makesRouter,
    Router: makesRouter,
    ...routing('Router'),
    ...routes,
  },
}

/** Wrappers that hand a handler's rejections to `next`. */
export const handlerWrappers: ModuleEntry = {
  framework: 'Express',
  specifiers: ['express-async-handler'],
  exports: {
    default: {
      registration: {
        handlers: [{ type: 'at', positions: [0] }],
        ...roles,
        label: { type: 'text', text: 'request handler' },
      },
    },
  },
}
