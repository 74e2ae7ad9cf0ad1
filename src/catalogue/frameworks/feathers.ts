import type { ApiFacts, MemberHandlers, ModuleEntry, ModuleFacts, ParameterRole } from '../types.js'
import { methodsOf } from './methods-of.js'
import { connectRoles, listens, properties, startupCallback } from './registrations.js'

const framework = 'Feathers'

const serviceMethods = ['find', 'get', 'create', 'update', 'patch', 'remove'] as const

const hookParameters: readonly ParameterRole[] = ['context', 'next']

/** What a service of a path does, and, for Express, the middleware of one. */
const use = (parameters: ApiFacts['registration']): ApiFacts => ({
  registration: {
    handlers: [0, 1, 2, 3].map((position) => ({
      type: 'methods',
      position,
      methods: serviceMethods,
    })),
    // Data and parameters without a request in them.
    parameters: [],
    label: { type: 'own-name' },
  },
  alsoRegisters: [
    // They get ready when the application does.
    {
      handlers: [{ type: 'methods', position: 1, methods: ['setup', 'teardown'] }],
      parameters: [],
      label: { type: 'text', text: 'service hook' },
      phase: 'startup',
    },
    ...(parameters ? [parameters] : []),
  ],
  returns: 'this',
})

const hooks: ApiFacts = {
  registration: {
    handlers: [
      properties(
        0,
        ...['before', 'after', 'error', 'around'].flatMap((kind) => [
          `${kind}.all`,
          ...serviceMethods.map((method) => `${kind}.${method}`),
        ]),
        ...['all', ...serviceMethods],
      ),
      { type: 'at', positions: [0] },
    ],
    parameters: hookParameters,
    label: { type: 'text', text: 'service hook' },
  },
  alsoRegisters: [
    { ...startupCallback('application hook'), handlers: [properties(0, 'setup', 'teardown')] },
  ],
  returns: 'this',
}

const application = (parameters: ApiFacts['registration']): ModuleFacts => ({
  'Application.prototype.use': use(parameters),
  'Application.prototype.hooks': hooks,
  'Application.prototype.service': { returns: '@feathersjs/feathers#FeathersService' },
  'Application.prototype.configure': {
    registration: { ...startupCallback('configuration'), passes: ['Application'] },
    returns: 'this',
  },
  'Application.prototype.set': { returns: 'this' },
  'Application.prototype.listen': listens,
  'Application.prototype.setup': { boots: true },
})

// Data and parameters, without a request in them.
const service: MemberHandlers = {
  ...Object.fromEntries(
    serviceMethods.map((method) => [method, { parameters: [], noun: 'service method' }]),
  ),
  setup: { parameters: [], phase: 'startup' },
  teardown: { parameters: [], phase: 'startup' },
}

/** Version 5. */
export const feathers: ModuleEntry = {
  framework,
  specifiers: ['@feathersjs/feathers'],
  exports: {
    default: { returns: 'Application', boots: true },
    feathers: { returns: 'Application', boots: true },
    ...application(undefined),
    'FeathersService.prototype.hooks': hooks,
    ...methodsOf('FeathersService', ['on', 'once'], {
      registration: {
        handlers: [{ type: 'at', positions: [1] }],
        parameters: ['data', 'context'],
        label: { type: 'event', noun: 'service event', argument: 0 },
      },
      returns: 'this',
    }),
  },
  requestTypes: { HookContext: 'context', NextFunction: 'next' },
  handlerTypes: { AroundHookFunction: hookParameters, HookFunction: ['context'] },
  baseClasses: { ServiceInterface: service, ServiceMethods: service },
}

export const feathersExpress: ModuleEntry = {
  framework,
  specifiers: ['@feathersjs/express'],
  exports: {
    default: { returns: 'Application', boots: true },
    ...application({
      handlers: [{ type: 'every', from: 0 }],
      ...connectRoles,
      label: { type: 'text', text: 'middleware' },
    }),
    Router: { returns: 'express#Router', boots: true },
  },
}

export const feathersKoa: ModuleEntry = {
  framework,
  specifiers: ['@feathersjs/koa'],
  exports: {
    koa: { returns: 'Application', boots: true },
    ...application({
      handlers: [{ type: 'every', from: 0 }],
      parameters: hookParameters,
      label: { type: 'text', text: 'middleware' },
    }),
  },
}
