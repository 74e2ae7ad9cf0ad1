import type { DecoratorMeaning, MemberHandler, ModuleEntry, ParameterRole } from '../types.js'
import { at, handledBy } from './registrations.js'

// All others give data.
const roles: Readonly<Record<string, ParameterRole>> = { Ctx: 'context', Req: 'request', Res: 'response' }

const routeOf = (method: string): DecoratorMeaning => ({
  method: { label: { type: 'route', method, path: 0 } },
})

const intercept: MemberHandler = { parameters: ['other', 'data'], noun: 'interceptor' }

export const routingControllers: ModuleEntry = {
  framework: 'routing-controllers',
  specifiers: ['routing-controllers'],
  exports: {
    createExpressServer: { returns: 'express#Application', boots: true },
    createKoaServer: { returns: 'koa#Application', boots: true },
    useExpressServer: { returns: 'argument', boots: true },
    useKoaServer: { returns: 'argument', boots: true },
    createParamDecorator: handledBy(
      'parameter decorator',
      [{ type: 'properties', position: 0, properties: ['value'] }],
      { parameters: ['context'] },
    ),
    ...Object.fromEntries(
      ['UseAfter', 'UseBefore'].map((name) => [
        name,
        handledBy('middleware', [at(0, 1, 2)], { parameters: ['request', 'response', 'next'] }),
      ]),
    ),
    UseInterceptor: handledBy('interceptor', [at(0, 1, 2)], { parameters: ['other', 'data'] }),
  },
  decorators: {
    ...Object.fromEntries(Object.entries(roles).map(([name, parameter]) => [name, { parameter }])),
    All: routeOf('ALL'),
    Controller: { prefix: 0 },
    Delete: routeOf('DELETE'),
    Get: routeOf('GET'),
    Head: routeOf('HEAD'),
    Interceptor: { members: { intercept } },
    JsonController: { prefix: 0 },
    Method: { method: { label: { type: 'route', method: 0, path: 1 } } },
    Patch: routeOf('PATCH'),
    Post: routeOf('POST'),
    Put: routeOf('PUT'),
  },
  baseClasses: {
    ExpressErrorMiddlewareInterface: {
      error: { parameters: ['error', 'request', 'response', 'next'], noun: 'error handler' },
    },
    ExpressMiddlewareInterface: {
      use: { parameters: ['request', 'response', 'next'], noun: 'middleware' },
    },
    InterceptorInterface: { intercept },
    KoaMiddlewareInterface: { use: { parameters: ['context', 'next'], noun: 'middleware' } },
  },
}
