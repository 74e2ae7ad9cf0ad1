import type { ApiFacts, ModuleEntry, ParameterRole, Registration } from '../types.js'
import { methodsOf } from './methods-of.js'
import { middlewareOf } from './registrations.js'

const parameters: readonly ParameterRole[] = ['request', 'response']
const hookParameters: readonly ParameterRole[] = ['request', 'response', 'next']

const requestHooks = [
  'onError',
  'onRequest',
  'onRequestAbort',
  'onResponse',
  'onSend',
  'onTimeout',
  'preHandler',
  'preParsing',
  'preSerialization',
  'preValidation',
] as const

/** Members of a route's options that are called for each request. */
const routeProperties = ['handler', ...requestHooks, 'errorHandler', 'wsHandler'] as const

const methods = [
  'all',
  'delete',
  'get',
  'head',
  'options',
  'patch',
  'post',
  'put',
  'query',
  'trace',
] as const

const shorthand: ApiFacts = {
  registration: {
    handlers: [{ type: 'last' }, { type: 'properties', position: 1, properties: routeProperties }],
    parameters,
    label: { type: 'route', path: 0 },
  },
  returns: 'this',
}

const atStartup = (text: string): Registration => ({
  handlers: [{ type: 'last' }],
  parameters: [],
  label: { type: 'text', text },
  phase: 'startup',
})

// The body of a plugin runs once, before the server listens; what it registers is serving.
const plugin: Registration = {
  handlers: [{ type: 'at', positions: [0] }],
  parameters: ['other', 'other', 'next'],
  label: { type: 'text', text: 'plugin' },
  phase: 'startup',
  passes: ['fastify#FastifyInstance'],
}

const perRequest = (text: string, roles: readonly ParameterRole[]): ApiFacts => ({
  registration: {
    handlers: [{ type: 'at', positions: [0] }],
    parameters: roles,
    label: { type: 'text', text },
  },
  returns: 'this',
})

const makesInstance: ApiFacts = {
  // Their parameters differ too much to name roles.
  registration: {
    handlers: [
      {
        type: 'properties',
        position: 0,
        properties: [
          'clientErrorHandler',
          'frameworkErrors',
          'genReqId',
          'querystringParser',
          'rewriteUrl',
          'schemaErrorFormatter',
        ],
      },
    ],
    parameters: [],
    label: { type: 'text', text: 'server option' },
  },
  returns: 'FastifyInstance',
  boots: true,
}

const hookTypes = Object.fromEntries(
  requestHooks.flatMap((hook) => [
    [
      `${hook}HookHandler`,
      hook === 'onRequestAbort' ? (['request', 'next'] as const) : hookParameters,
    ],
    [`${hook}AsyncHookHandler`, hook === 'onRequestAbort' ? (['request'] as const) : parameters],
  ]),
) satisfies Record<string, readonly ParameterRole[]>

/** Versions 4 and 5. */
export const fastify: ModuleEntry = {
  framework: 'Fastify',
  specifiers: ['fastify'],
  exports: {
    default: makesInstance,
    fastify: makesInstance,
    ...methodsOf('FastifyInstance', methods, shorthand),
    'FastifyInstance.prototype.route': {
      registration: {
        handlers: [{ type: 'properties', position: 0, properties: routeProperties }],
        parameters,
        label: { type: 'route-options', position: 0 },
      },
      returns: 'this',
    },
    'FastifyInstance.prototype.addHook': {
      registration: {
        handlers: [{ type: 'at', positions: [1] }],
        parameters: hookParameters,
        event: {
          argument: 0,
          serving: requestHooks,
          parameters: {
            onClose: ['other', 'next'],
            onError: ['request', 'response', 'error', 'next'],
            onListen: ['next'],
            onReady: ['next'],
            onRegister: ['other', 'other'],
            onRequestAbort: ['request', 'next'],
            onRoute: ['other'],
            onSend: ['request', 'response', 'data', 'next'],
            preClose: ['next'],
            preParsing: ['request', 'response', 'data', 'next'],
            preSerialization: ['request', 'response', 'data', 'next'],
          },
        },
        label: { type: 'event', noun: 'hook', argument: 0 },
      },
      returns: 'this',
    },
    // With @fastify/middie or @fastify/express.
    'FastifyInstance.prototype.use': middlewareOf({ parameters: hookParameters }),
    'FastifyInstance.prototype.setErrorHandler': perRequest('error handler', [
      'error',
      ...parameters,
    ]),
    'FastifyInstance.prototype.setNotFoundHandler': {
      registration: {
        handlers: [
          { type: 'last' },
          { type: 'properties', position: 0, properties: ['preHandler', 'preValidation'] },
        ],
        parameters,
        label: { type: 'text', text: 'not-found handler' },
      },
      returns: 'this',
    },
    'FastifyInstance.prototype.addContentTypeParser': {
      registration: {
        handlers: [{ type: 'last' }],
        parameters: ['request', 'data', 'next'],
        label: { type: 'text', text: 'content type parser' },
      },
      returns: 'this',
    },
    'FastifyInstance.prototype.setGenReqId': perRequest('request id', ['request']),
    'FastifyInstance.prototype.setReplySerializer': perRequest('reply serializer', [
      'data',
      'other',
    ]),
    'FastifyInstance.prototype.setSchemaErrorFormatter': perRequest('schema error formatter', [
      'error',
      'other',
    ]),
    // Their functions are only known to run when something calls the member that they make.
    'FastifyInstance.prototype.decorate': { returns: 'this' },
    ...methodsOf('FastifyInstance', ['decorateReply', 'decorateRequest'], {
      registration: {
        handlers: [
          { type: 'at', positions: [1] },
          { type: 'properties', position: 1, properties: ['getter', 'setter'] },
        ],
        parameters: [],
        label: { type: 'event', noun: 'request decorator', argument: 0 },
      },
      returns: 'this',
    }),
    'FastifyInstance.prototype.register': { registration: plugin, returns: 'this' },
    'FastifyInstance.prototype.after': { registration: atStartup('after'), returns: 'this' },
    'FastifyInstance.prototype.close': { registration: atStartup('close callback') },
    'FastifyInstance.prototype.listen': {
      registration: atStartup('listen callback'),
      boots: true,
    },
    'FastifyInstance.prototype.ready': {
      registration: atStartup('ready callback'),
      returns: 'this',
    },
    ...methodsOf(
      'FastifyInstance',
      [
        'addHttpMethod',
        'addSchema',
        'setChildLoggerFactory',
        'setSchemaController',
        'setSerializerCompiler',
        'setValidatorCompiler',
        'withTypeProvider',
      ],
      { returns: 'this' },
    ),
  },
  requestTypes: { FastifyReply: 'response', FastifyRequest: 'request' },
  handlerTypes: { ...hookTypes, RouteHandler: parameters, RouteHandlerMethod: parameters },
  pluginTypes: {
    FastifyPlugin: ['FastifyInstance'],
    FastifyPluginAsync: ['FastifyInstance'],
    FastifyPluginCallback: ['FastifyInstance'],
  },
}

export const fastifyPlugin: ModuleEntry = {
  framework: 'Fastify',
  specifiers: ['fastify-plugin'],
  exports: {
    default: { registration: plugin },
    fastifyPlugin: { registration: plugin },
  },
}

export const fastifyWebsocket: ModuleEntry = {
  framework: 'Fastify',
  specifiers: ['@fastify/websocket'],
  exports: {},
  handlerTypes: { WebsocketHandler: ['socket', 'request'] },
}
