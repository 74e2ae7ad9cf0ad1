import type { HandlerTable } from './handler-table.js'

export const nestjs: HandlerTable = {
  '@nestjs/common': `
import { createParamDecorator, INestApplication, MiddlewareConsumer, ArgumentsHost, CallHandler, ExecutionContext, BeforeApplicationShutdown, CanActivate, ExceptionFilter, NestInterceptor, NestMiddleware, NestModule, OnApplicationBootstrap, OnApplicationShutdown, OnModuleDestroy, OnModuleInit, PipeTransform, All, Copy, Delete, Get, Head, Lock, Mkcol, Move, Options, Patch, Post, Propfind, Proppatch, Put, QueryMethod, Search, Sse, Unlock, Body, Cookies, Headers, HostParam, Ip, Next, Param, Query, RawBody, Req, Request, Res, Response, Session, SignedCookies, SseSignal, UploadedFile, UploadedFiles, Catch, Controller, applyDecorators } from '@nestjs/common'
const Shown = () => applyDecorators(Get('/menus'))
const middlewareConsumer = new MiddlewareConsumer()

createParamDecorator($) // data context
export const byINestApplication = (typed: INestApplication) => typed.use($, [$]) // request response next
middlewareConsumer.apply($, [$]) // request response next
middlewareConsumer.apply({ use: $ }) // request response next
middlewareConsumer.apply('menu', { use: $ }) // request response next
middlewareConsumer.apply('menu', 'menu', { use: $ }) // request response next
middlewareConsumer.apply('menu', 'menu', 'menu', { use: $ }) // request response next
export const ofArgumentsHost = $<ArgumentsHost> // context
export const ofCallHandler = $<CallHandler> // next
export const ofExecutionContext = $<ExecutionContext> // context
export class OwnBeforeApplicationShutdown extends BeforeApplicationShutdown {
  beforeApplicationShutdown$$ // startup
}
export class OwnCanActivate extends CanActivate {
  canActivate$$ // context
}
export class OwnExceptionFilter extends ExceptionFilter {
  catch$$ // error context
}
export class OwnNestInterceptor extends NestInterceptor {
  intercept$$ // context next
}
export class OwnNestMiddleware extends NestMiddleware {
  use$$ // request response next
}
export class OwnNestModule extends NestModule {
  configure$$ // startup
}
export class WithMiddleware extends NestModule {
  configure(passed) { passed.apply($) } // request response next
}
export class OwnOnApplicationBootstrap extends OnApplicationBootstrap {
  onApplicationBootstrap$$ // startup
}
export class OwnOnApplicationShutdown extends OnApplicationShutdown {
  onApplicationShutdown$$ // startup
}
export class OwnOnModuleDestroy extends OnModuleDestroy {
  onModuleDestroy$$ // startup
}
export class OwnOnModuleInit extends OnModuleInit {
  onModuleInit$$ // startup
}
export class OwnPipeTransform extends PipeTransform {
  transform$$ // data other
}
@Controller('/menus')
export class Decorated {
  @All('/menus') byAll$$ // serving
  @Copy('/menus') byCopy$$ // serving
  @Delete('/menus') byDelete$$ // serving
  @Get('/menus') byGet$$ // serving
  @Head('/menus') byHead$$ // serving
  @Lock('/menus') byLock$$ // serving
  @Mkcol('/menus') byMkcol$$ // serving
  @Move('/menus') byMove$$ // serving
  @Options('/menus') byOptions$$ // serving
  @Patch('/menus') byPatch$$ // serving
  @Post('/menus') byPost$$ // serving
  @Propfind('/menus') byPropfind$$ // serving
  @Proppatch('/menus') byProppatch$$ // serving
  @Put('/menus') byPut$$ // serving
  @QueryMethod('/menus') byQueryMethod$$ // serving
  @Search('/menus') bySearch$$ // serving
  @Sse('/menus') bySse$$ // serving
  @Unlock('/menus') byUnlock$$ // serving
  @All('/menus') withBody$$(@Body()) // data
  @All('/menus') withCookies$$(@Cookies()) // data
  @All('/menus') withHeaders$$(@Headers()) // data
  @All('/menus') withHostParam$$(@HostParam()) // data
  @All('/menus') withIp$$(@Ip()) // data
  @All('/menus') withNext$$(@Next()) // next
  @All('/menus') withParam$$(@Param()) // data
  @All('/menus') withQuery$$(@Query()) // data
  @All('/menus') withRawBody$$(@RawBody()) // data
  @All('/menus') withReq$$(@Req()) // request
  @All('/menus') withRequest$$(@Request()) // request
  @All('/menus') withRes$$(@Res()) // response
  @All('/menus') withResponse$$(@Response()) // response
  @All('/menus') withSession$$(@Session()) // data
  @All('/menus') withSignedCookies$$(@SignedCookies()) // data
  @All('/menus') withSseSignal$$(@SseSignal()) // other
  @All('/menus') withUploadedFile$$(@UploadedFile()) // data
  @All('/menus') withUploadedFiles$$(@UploadedFiles()) // data
}
@Catch()
export class IsCatch {
  catch$$ // error context
}
export class Composed {
  @Shown() show$$ // serving
}`,
  '@nestjs/core': `
import { NestFactory, BaseExceptionFilter } from '@nestjs/core'
const nestApplication = NestFactory.create()
const nestMicroservice = NestFactory.createMicroservice()

NestFactory.create().use($, [$]) // request response next
nestApplication
  .use($, [$]) // request response next
  .use($, [$]) // request response next
nestApplication.listen($) // startup
export class OwnBaseExceptionFilter extends BaseExceptionFilter {
  catch$$ // error context
}`,
  '@nestjs/passport': `
import { AuthGuard, PassportStrategy, IAuthGuard, PassportStrategyMixin } from '@nestjs/passport'

export class OwnGuard extends AuthGuard('jwt') {
  canActivate$$ // context
}
export class OwnStrategy extends PassportStrategy(Strategy) {
  validate$$ // serving
}
export class OwnIAuthGuard extends IAuthGuard {
  canActivate$$ // context
  getAuthenticateOptions$$ // context
  getRequest$$ // context
  handleRequest$$ // error data data context
}
export class OwnPassportStrategyMixin extends PassportStrategyMixin {
  authenticate$$ // request
  validate$$ // serving
}`,
  '@nestjs/platform-express': `
import { NestExpressApplication, NestFastifyApplication } from '@nestjs/platform-express'

export const byNestExpressApplication = (typed: NestExpressApplication) => typed.use($, [$]) // request response next
export const byNestFastifyApplication = (typed: NestFastifyApplication) => typed.use($, [$]) // request response next`,
}
