import type { FileFramework } from '../file-conventions.js'
import type { ApiFacts, ModuleEntry, ModuleFacts, ParameterRole } from '../types.js'
import { methodsOf } from './methods-of.js'
import { at, startupCallback } from './registrations.js'

const framework = 'AdonisJS'

const parameters: readonly ParameterRole[] = ['context', 'next']

const actions = ['index', 'create', 'store', 'show', 'edit', 'update', 'destroy'] as const

const resource: ApiFacts = {
  registration: {
    handlers: [{ type: 'methods', position: 1, methods: actions }],
    parameters: ['context'],
    label: { type: 'own-name' },
  },
  returns: 'Resource',
}

const middleware: ApiFacts = {
  registration: {
    handlers: [{ type: 'every', from: 0 }],
    parameters,
    label: { type: 'text', text: 'middleware' },
  },
  returns: 'this',
}

const same = (paths: readonly string[], facts: ApiFacts): ModuleFacts =>
  Object.fromEntries(paths.map((path) => [path, facts]))

/** Version 6. */
export const adonisRouter: ModuleEntry = {
  framework,
  specifiers: ['@adonisjs/core/services/router'],
  exports: {
    // The router is the default export, so its methods are paths of the module.
    ...same(['any', 'delete', 'get', 'patch', 'post', 'put'], {
      registration: {
        handlers: [{ type: 'controller', position: 1 }, at(1)],
        parameters: ['context'],
        label: { type: 'route', path: 0 },
      },
      returns: 'Route',
    }),
    route: {
      registration: {
        handlers: [{ type: 'controller', position: 2 }, at(2)],
        parameters: ['context'],
        label: { type: 'route', path: 0, method: 1 },
      },
      returns: 'Route',
    },
    ...same(['resource', 'shallowResource'], resource),
    group: { registration: startupCallback('routes'), returns: 'Route' },
    ...methodsOf('Route', ['use', 'middleware'], middleware),
    ...methodsOf('Resource', ['use', 'middleware'], middleware),
    ...methodsOf('Route', ['as', 'domain', 'prefix', 'where'], { returns: 'this' }),
    ...methodsOf('Resource', ['apiOnly', 'as', 'params', 'where'], { returns: 'this' }),
  },
}

const exceptionHandler = {
  handle: { parameters: ['error', 'context'], noun: 'exception handler' },
  report: { parameters: ['error', 'context'], noun: 'exception handler' },
} as const

export const adonisHttp: ModuleEntry = {
  framework,
  specifiers: ['@adonisjs/core/http', '@adonisjs/http-server'],
  exports: {},
  requestTypes: { HttpContext: 'context', Request: 'request', Response: 'response' },
  baseClasses: { ExceptionHandler: exceptionHandler },
}

export const adonisTypes: ModuleEntry = {
  framework,
  specifiers: ['@adonisjs/core/types/http', '@adonisjs/http-server/types'],
  exports: {},
  requestTypes: { NextFn: 'next' },
  handlerTypes: { MiddlewareFn: parameters, RouteFn: ['context'] },
}

/** Controllers and middleware are named by texts and lazy imports, and are found by their folders, too. */
export const adonisFiles: FileFramework = {
  framework,
  packages: ['@adonisjs/core'],
  files: [
    {
      path: /^app\/(?:.+\/)?controllers?\/(?:.+\/)?\w+_controller\.[jt]s$/,
      exports: ['default.prototype.*'],
      parameters: ['context'],
      name: 'controller method {key}',
    },
    {
      path: /^app\/(?:.+\/)?middleware\/(?:.+\/)?\w+\.[jt]s$/,
      exports: ['default.prototype.handle'],
      parameters,
      name: 'middleware',
    },
  ],
}
