import type { HandlerTable } from './handler-table.js'

export const loopback: HandlerTable = {
  'loopback': `
import loopback, { Router, createModel, findModel, getModel } from 'loopback'
const model = createModel()

loopback().get('/menus', $, [$]) // request response next
Router().get('/menus', $, [$]) // request response next
export const byRouter = (typed: Router) => typed.get('/menus', $, [$]) // request response next
createModel('Menu').observe('access', $) // other next
findModel('Menu').observe('access', $) // other next
getModel('Menu').observe('access', $) // other next
model.show = $ // serving
model.remoteMethod('show', {})
model.{beforeRemote afterRemote afterRemoteError}('menu', $) // context data next
model.observe('menu', $) // other next`,
  '@loopback/core': `
import { Interceptor, InvocationContext, LifeCycleObserver } from '@loopback/core'

export const asInterceptor: Interceptor = $ // context next
export const ofInvocationContext = $<InvocationContext> // context
export class OwnLifeCycleObserver extends LifeCycleObserver {
  init$$ // startup
  start$$ // startup
  stop$$ // startup
}`,
  '@loopback/rest': `
import { RestApplication, Middleware, MiddlewareContext, Request, RequestContext, Response, DefaultSequence, MiddlewareSequence, SequenceHandler, api, del, get, operation, patch, post, put } from '@loopback/rest'
const restApplication = new RestApplication()

restApplication.handler($) // context other
restApplication.middleware($) // context next
restApplication.expressMiddleware('menu', $) // request response next
restApplication.route('get', '/menus', 'menu', $) // serving
export const asMiddleware: Middleware = $ // context next
export const ofMiddlewareContext = $<MiddlewareContext> // context
export const ofRequest = $<Request> // request
export const ofRequestContext = $<RequestContext> // context
export const ofResponse = $<Response> // response
export class OwnDefaultSequence extends DefaultSequence {
  handle$$ // context
}
export class OwnMiddlewareSequence extends MiddlewareSequence {
  handle$$ // context
}
export class OwnRestApplication extends RestApplication {
  start$$ // startup
  stop$$ // startup
}
export class OwnSequenceHandler extends SequenceHandler {
  handle$$ // context
}
@api('/menus')
export class Decorated {
  @del('/menus') bydel$$ // serving
  @get('/menus') byget$$ // serving
  @operation('/menus') byoperation$$ // serving
  @patch('/menus') bypatch$$ // serving
  @post('/menus') bypost$$ // serving
  @put('/menus') byput$$ // serving
}`,
}
