import type { ApiFacts, ModuleEntry, ParameterRole } from '../types.js'
import { listenerMethods, methodsOf, routeMethods } from './methods-of.js'

const parameters: readonly ParameterRole[] = ['context', 'next']

const makesApplication: ApiFacts = { returns: 'Application', boots: true }

export const koa: ModuleEntry = {
  framework: 'Koa',
  specifiers: ['koa'],
  exports: {
    default: makesApplication,
    Application: makesApplication,
    'Application.prototype.use': {
      registration: {
        handlers: [{ type: 'at', positions: [0] }],
        parameters,
        label: { type: 'text', text: 'middleware' },
      },
      returns: 'this',
    },
    ...methodsOf('Application', listenerMethods, {
      registration: {
        handlers: [{ type: 'at', positions: [1] }],
        parameters: ['error', 'context'],
        label: { type: 'event', noun: 'application event', argument: 0 },
      },
      returns: 'this',
    }),
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
  requestTypes: {
    BaseContext: 'context',
    Context: 'context',
    ExtendableContext: 'context',
    Next: 'next',
    ParameterizedContext: 'context',
    Request: 'request',
    Response: 'response',
  },
  handlerTypes: { Middleware: parameters },
}

const makesRouter: ApiFacts = { returns: 'Router', boots: true }

// A route may have a name before its path: both are strings, so every function is a handler.
const route: ApiFacts = {
  registration: {
    handlers: [{ type: 'every', from: 1 }],
    parameters,
    label: { type: 'route', path: 0 },
  },
  returns: 'this',
}

/** @koa/router and its older name: version 8 to 15 register alike. */
export const koaRouter: ModuleEntry = {
  framework: 'Koa',
  specifiers: ['@koa/router', 'koa-router'],
  exports: {
    default: makesRouter,
    Router: makesRouter,
    ...methodsOf('Router', [...routeMethods, 'all', 'del'], route),
    'Router.prototype.use': {
      registration: {
        handlers: [{ type: 'every', from: 0 }],
        parameters,
        label: { type: 'text', text: 'middleware' },
      },
      returns: 'this',
    },
    'Router.prototype.register': {
      registration: {
        handlers: [{ type: 'every', from: 2 }],
        parameters,
        label: { type: 'route', path: 0 },
      },
    },
    'Router.prototype.param': {
      registration: {
        handlers: [{ type: 'at', positions: [1] }],
        parameters: ['data', 'context', 'next'],
        label: { type: 'text', text: 'route parameter' },
      },
      returns: 'this',
    },
    'Router.prototype.prefix': { returns: 'this' },
  },
  requestTypes: { RouterContext: 'context' },
  handlerTypes: { Middleware: parameters, RouterMiddleware: parameters },
}
