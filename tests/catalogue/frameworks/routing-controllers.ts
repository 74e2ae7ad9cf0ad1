import type { HandlerTable } from './handler-table.js'

export const routingControllers: HandlerTable = {
  'routing-controllers': `
import express from 'express'
import Koa from 'koa'
import { useExpressServer, useKoaServer, createParamDecorator, UseAfter, UseBefore, UseInterceptor, createExpressServer, createKoaServer, ExpressErrorMiddlewareInterface, ExpressMiddlewareInterface, InterceptorInterface, KoaMiddlewareInterface, Body, BodyParam, CookieParam, CookieParams, Ctx, CurrentUser, HeaderParam, HeaderParams, Param, Params, QueryParam, QueryParams, Req, Res, Session, SessionParam, State, UploadedFile, UploadedFiles, All, Controller, Delete, Get, Head, Interceptor, JsonController, Method, Patch, Post, Put } from 'routing-controllers'

createParamDecorator({ value: $ }) // context
UseAfter($, $, $) // request response next
UseBefore($, $, $) // request response next
UseInterceptor($, $, $) // other data
createExpressServer().get('/menus', $, [$]) // request response next
createKoaServer().use($) // context next
useExpressServer(express()).use($) // request response next
useKoaServer(new Koa()).use($) // context next
export class OwnExpressErrorMiddlewareInterface extends ExpressErrorMiddlewareInterface {
  error$$ // error request response next
}
export class OwnExpressMiddlewareInterface extends ExpressMiddlewareInterface {
  use$$ // request response next
}
export class OwnInterceptorInterface extends InterceptorInterface {
  intercept$$ // other data
}
export class OwnKoaMiddlewareInterface extends KoaMiddlewareInterface {
  use$$ // context next
}
@Controller('/menus')
export class Decorated {
  @All('/menus') byAll$$ // serving
  @Delete('/menus') byDelete$$ // serving
  @Get('/menus') byGet$$ // serving
  @Head('/menus') byHead$$ // serving
  @Method('/menus') byMethod$$ // serving
  @Patch('/menus') byPatch$$ // serving
  @Post('/menus') byPost$$ // serving
  @Put('/menus') byPut$$ // serving
  @All('/menus') withBody$$(@Body()) // data
  @All('/menus') withBodyParam$$(@BodyParam()) // data
  @All('/menus') withCookieParam$$(@CookieParam()) // data
  @All('/menus') withCookieParams$$(@CookieParams()) // data
  @All('/menus') withCtx$$(@Ctx()) // context
  @All('/menus') withCurrentUser$$(@CurrentUser()) // data
  @All('/menus') withHeaderParam$$(@HeaderParam()) // data
  @All('/menus') withHeaderParams$$(@HeaderParams()) // data
  @All('/menus') withParam$$(@Param()) // data
  @All('/menus') withParams$$(@Params()) // data
  @All('/menus') withQueryParam$$(@QueryParam()) // data
  @All('/menus') withQueryParams$$(@QueryParams()) // data
  @All('/menus') withReq$$(@Req()) // request
  @All('/menus') withRes$$(@Res()) // response
  @All('/menus') withSession$$(@Session()) // data
  @All('/menus') withSessionParam$$(@SessionParam()) // data
  @All('/menus') withState$$(@State()) // data
  @All('/menus') withUploadedFile$$(@UploadedFile()) // data
  @All('/menus') withUploadedFiles$$(@UploadedFiles()) // data
}
@Interceptor()
export class IsInterceptor {
  intercept$$ // other data
}`,
}
