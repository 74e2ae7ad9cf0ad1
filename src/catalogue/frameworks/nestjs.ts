import type {
  DecoratorMeaning,
  MemberHandlers,
  ModuleEntry,
  ModuleFacts,
  ParameterRole,
  Registration,
} from '../types.js'
import { methodsOf } from './methods-of.js'

const framework = 'NestJS'

const routes: Readonly<Record<string, string>> = {
  All: 'ALL',
  Copy: 'COPY',
  Delete: 'DELETE',
  Get: 'GET',
  Head: 'HEAD',
  Lock: 'LOCK',
  Mkcol: 'MKCOL',
  Move: 'MOVE',
  Options: 'OPTIONS',
  Patch: 'PATCH',
  Post: 'POST',
  Propfind: 'PROPFIND',
  Proppatch: 'PROPPATCH',
  Put: 'PUT',
  QueryMethod: 'QUERY',
  Search: 'SEARCH',
  // Server-sent events are got.
  Sse: 'GET',
  Unlock: 'UNLOCK',
}

const routeDecorators = Object.fromEntries(
  Object.entries(routes).map(([name, method]): [string, DecoratorMeaning] => [
    name,
    { method: { label: { type: 'route', method, path: 0 } } },
  ]),
)

// All others give data, or no part of the request.
const roles: Readonly<Record<string, ParameterRole>> = {
  Req: 'request',
  Request: 'request',
  Res: 'response',
  Response: 'response',
}

const parameterDecorators = (
  byName: Readonly<Record<string, ParameterRole>>,
): Readonly<Record<string, DecoratorMeaning>> =>
  Object.fromEntries(Object.entries(byName).map(([name, parameter]) => [name, { parameter }]))

const startup = { parameters: [], phase: 'startup' } as const

const middleware: Registration = {
  handlers: [{ type: 'every', from: 0 }],
  parameters: ['request', 'response', 'next'],
  label: { type: 'text', text: 'middleware' },
}

const filter: MemberHandlers = {
  catch: { parameters: ['error', 'context'], noun: 'exception filter' },
}

/** Version 8 to 12. */
export const nestCommon: ModuleEntry = {
  framework,
  specifiers: ['@nestjs/common'],
  exports: {
    'MiddlewareConsumer.prototype.apply': {
      // Functions, and classes that need not say that they are middleware.
      registration: {
        ...middleware,
        handlers: [
          { type: 'every', from: 0 },
          ...[0, 1, 2, 3].map((position) => ({
            type: 'methods' as const,
            position,
            methods: ['use'],
          })),
        ],
      },
    },
    createParamDecorator: {
      registration: {
        handlers: [{ type: 'at', positions: [0] }],
        parameters: ['data', 'context'],
        label: { type: 'text', text: 'parameter decorator' },
      },
    },
    INestApplication: { returns: '@nestjs/core#NestApplication' },
  },
  requestTypes: { ArgumentsHost: 'context', CallHandler: 'next', ExecutionContext: 'context' },
  decorators: {
    ...routeDecorators,
    ...parameterDecorators(roles),
    Catch: { members: filter },
    Controller: { prefix: 0 },
    applyDecorators: { composes: true },
  },
  baseClasses: {
    BeforeApplicationShutdown: { beforeApplicationShutdown: startup },
    CanActivate: { canActivate: { parameters: ['context'], noun: 'guard' } },
    ExceptionFilter: filter,
    NestInterceptor: { intercept: { parameters: ['context', 'next'], noun: 'interceptor' } },
    NestMiddleware: {
      use: { parameters: ['request', 'response', 'next'], noun: 'middleware' },
    },
    NestModule: {
      configure: { ...startup, passes: ['MiddlewareConsumer'] },
    },
    OnApplicationBootstrap: { onApplicationBootstrap: startup },
    OnApplicationShutdown: { onApplicationShutdown: startup },
    OnModuleDestroy: { onModuleDestroy: startup },
    OnModuleInit: { onModuleInit: startup },
    PipeTransform: { transform: { parameters: ['data', 'other'], noun: 'pipe' } },
  },
}

const application: ModuleFacts = {
  'NestApplication.prototype.use': { registration: middleware, returns: 'this' },
  'NestApplication.prototype.listen': {
    registration: {
      handlers: [{ type: 'last' }],
      parameters: [],
      label: { type: 'text', text: 'listen callback' },
      phase: 'startup',
    },
    boots: true,
  },
  ...methodsOf('NestApplication', ['init', 'startAllMicroservices'], { boots: true }),
}

export const nestCore: ModuleEntry = {
  framework,
  specifiers: ['@nestjs/core'],
  exports: {
    'NestFactory.create': { returns: 'NestApplication', boots: true },
    'NestFactory.createApplicationContext': { boots: true },
    'NestFactory.createMicroservice': { returns: 'NestMicroservice', boots: true },
    ...application,
    'NestMicroservice.prototype.listen': { boots: true },
  },
  baseClasses: { BaseExceptionFilter: filter },
}

/** Types that say which platform an application runs on. */
export const nestPlatforms: ModuleEntry = {
  framework,
  specifiers: ['@nestjs/platform-express', '@nestjs/platform-fastify'],
  exports: {
    NestExpressApplication: { returns: '@nestjs/core#NestApplication' },
    NestFastifyApplication: { returns: '@nestjs/core#NestApplication' },
  },
}

const passportStrategy: MemberHandlers = {
  authenticate: { parameters: ['request'], noun: 'passport strategy' },
  validate: { parameters: [], noun: 'passport strategy' },
}

export const nestPassport: ModuleEntry = {
  framework,
  specifiers: ['@nestjs/passport'],
  exports: {
    // They make the classes that the project's own extend.
    AuthGuard: { returns: 'IAuthGuard' },
    PassportStrategy: { returns: 'PassportStrategyMixin' },
  },
  baseClasses: {
    IAuthGuard: {
      canActivate: { parameters: ['context'], noun: 'guard' },
      getAuthenticateOptions: { parameters: ['context'], noun: 'guard' },
      getRequest: { parameters: ['context'], noun: 'guard' },
      handleRequest: { parameters: ['error', 'data', 'data', 'context'], noun: 'guard' },
    },
    PassportStrategyMixin: passportStrategy,
  },
}
