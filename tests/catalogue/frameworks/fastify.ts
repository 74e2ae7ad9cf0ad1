import type { HandlerTable } from './handler-table.js'

export const fastify: HandlerTable = {
  'fastify': `
import build, { fastify, FastifyInstance, onErrorHookHandler, onErrorAsyncHookHandler, onRequestHookHandler, onRequestAsyncHookHandler, onRequestAbortHookHandler, onRequestAbortAsyncHookHandler, onResponseHookHandler, onResponseAsyncHookHandler, onSendHookHandler, onSendAsyncHookHandler, onTimeoutHookHandler, onTimeoutAsyncHookHandler, preHandlerHookHandler, preHandlerAsyncHookHandler, preParsingHookHandler, preParsingAsyncHookHandler, preSerializationHookHandler, preSerializationAsyncHookHandler, preValidationHookHandler, preValidationAsyncHookHandler, RouteHandler, RouteHandlerMethod, FastifyReply, FastifyRequest, FastifyPlugin, FastifyPluginAsync, FastifyPluginCallback } from 'fastify'
const fastifyInstance = new FastifyInstance()

build({ clientErrorHandler: $, frameworkErrors: $, genReqId: $, querystringParser: $, rewriteUrl: $, schemaErrorFormatter: $ }) // serving
fastify({ clientErrorHandler: $, frameworkErrors: $, genReqId: $, querystringParser: $, rewriteUrl: $, schemaErrorFormatter: $ }) // serving
build().all('/menus', $) // request response
fastify().all('/menus', $) // request response
fastifyInstance
  .decorate().addHttpMethod().addSchema().setChildLoggerFactory().setSchemaController().setSerializerCompiler().setValidatorCompiler().withTypeProvider()
  .{all delete get head options patch post put query trace}('/menus', $) // request response
  .{all delete get head options patch post put query trace}('/menus', { handler: $, onError: $, onRequest: $, onRequestAbort: $, onResponse: $, onSend: $, onTimeout: $, preHandler: $, preParsing: $, preSerialization: $, preValidation: $, errorHandler: $, wsHandler: $ }) // request response
  .route({ handler: $, onError: $, onRequest: $, onRequestAbort: $, onResponse: $, onSend: $, onTimeout: $, preHandler: $, preParsing: $, preSerialization: $, preValidation: $, errorHandler: $, wsHandler: $ }) // request response
  .addHook('onError', $) // request response error next
  .addHook('onRequest', $) // request response next
  .addHook('onRequestAbort', $) // request next
  .addHook('onResponse', $) // request response next
  .addHook('onSend', $) // request response data next
  .addHook('onTimeout', $) // request response next
  .addHook('preHandler', $) // request response next
  .addHook('preParsing', $) // request response data next
  .addHook('preSerialization', $) // request response data next
  .addHook('preValidation', $) // request response next
  .addHook('{onClose onListen onReady onRegister onRoute preClose}', $) // startup
  .use($, [$]) // request response next
  .setErrorHandler($) // error request response
  .setNotFoundHandler($) // request response
  .setNotFoundHandler({ preHandler: $, preValidation: $ }) // request response
  .addContentTypeParser($) // request data next
  .setGenReqId($) // request
  .setReplySerializer($) // data other
  .setSchemaErrorFormatter($) // error other
  .{decorateReply decorateRequest}('menu', $) // serving
  .{decorateReply decorateRequest}('menu', { getter: $, setter: $ }) // serving
  .{register after ready}($) // startup
  .all('/menus', $) // request response
fastifyInstance.{close listen}($) // startup
export const asonErrorHookHandler: onErrorHookHandler = $ // request response next
export const asonErrorAsyncHookHandler: onErrorAsyncHookHandler = $ // request response
export const asonRequestHookHandler: onRequestHookHandler = $ // request response next
export const asonRequestAsyncHookHandler: onRequestAsyncHookHandler = $ // request response
export const asonRequestAbortHookHandler: onRequestAbortHookHandler = $ // request next
export const asonRequestAbortAsyncHookHandler: onRequestAbortAsyncHookHandler = $ // request
export const asonResponseHookHandler: onResponseHookHandler = $ // request response next
export const asonResponseAsyncHookHandler: onResponseAsyncHookHandler = $ // request response
export const asonSendHookHandler: onSendHookHandler = $ // request response next
export const asonSendAsyncHookHandler: onSendAsyncHookHandler = $ // request response
export const asonTimeoutHookHandler: onTimeoutHookHandler = $ // request response next
export const asonTimeoutAsyncHookHandler: onTimeoutAsyncHookHandler = $ // request response
export const aspreHandlerHookHandler: preHandlerHookHandler = $ // request response next
export const aspreHandlerAsyncHookHandler: preHandlerAsyncHookHandler = $ // request response
export const aspreParsingHookHandler: preParsingHookHandler = $ // request response next
export const aspreParsingAsyncHookHandler: preParsingAsyncHookHandler = $ // request response
export const aspreSerializationHookHandler: preSerializationHookHandler = $ // request response next
export const aspreSerializationAsyncHookHandler: preSerializationAsyncHookHandler = $ // request response
export const aspreValidationHookHandler: preValidationHookHandler = $ // request response next
export const aspreValidationAsyncHookHandler: preValidationAsyncHookHandler = $ // request response
export const asRouteHandler: RouteHandler = $ // request response
export const asRouteHandlerMethod: RouteHandlerMethod = $ // request response
export const ofFastifyReply = $<FastifyReply> // response
export const ofFastifyRequest = $<FastifyRequest> // request
export const pluginFastifyPlugin: FastifyPlugin = (arg0) => { arg0.all('/menus', $) } // request response
export const pluginFastifyPluginAsync: FastifyPluginAsync = (arg0) => { arg0.all('/menus', $) } // request response
export const pluginFastifyPluginCallback: FastifyPluginCallback = (arg0) => { arg0.all('/menus', $) } // request response`,
  'fastify-plugin': `
import fastifyplugin, { fastifyPlugin } from 'fastify-plugin'

fastifyplugin($) // startup
fastifyPlugin($) // startup`,
  '@fastify/websocket': `
import { WebsocketHandler } from '@fastify/websocket'

export const asWebsocketHandler: WebsocketHandler = $ // socket request`,
}
