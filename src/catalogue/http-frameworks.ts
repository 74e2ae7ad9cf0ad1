import { adonisHttp, adonisRouter, adonisTypes } from './frameworks/adonisjs.js'
import { connect } from './frameworks/connect.js'
import { elysia } from './frameworks/elysia.js'
import { express, expressTypes, handlerWrappers, router } from './frameworks/express.js'
import { fastify, fastifyPlugin, fastifyWebsocket } from './frameworks/fastify.js'
import { feathers, feathersExpress, feathersKoa } from './frameworks/feathers.js'
import { hapi } from './frameworks/hapi.js'
import {
  hono,
  honoFactory,
  honoNodeServer,
  honoNodeSockets,
  honoOpenApi,
} from './frameworks/hono.js'
import { koa, koaRouter } from './frameworks/koa.js'
import { loopback3, loopbackCore, loopbackRest } from './frameworks/loopback.js'
import { micro } from './frameworks/micro.js'
import { moleculer } from './frameworks/moleculer.js'
import { octokitWebhooks, probot } from './frameworks/octokit.js'
import { polka } from './frameworks/polka.js'
import { restana } from './frameworks/restana.js'
import { restify } from './frameworks/restify.js'
import { routingControllers } from './frameworks/routing-controllers.js'
import { tinyhttp } from './frameworks/tinyhttp.js'
import { tsRestExpress, tsRestFastify, tsRestNest } from './frameworks/ts-rest.js'
import { hyperExpress, uwebsockets } from './frameworks/uwebsockets.js'
import { fetchGlobals, fets, ittyRouter, srvx } from './frameworks/web-fetch.js'
import type { ModuleEntry } from './types.js'

/** Frameworks whose handlers answer an HTTP request. */
export const httpFrameworks: readonly ModuleEntry[] = [
  express,
  expressTypes,
  router,
  handlerWrappers,
  connect,
  restify,
  polka,
  restana,
  tinyhttp,
  micro,
  uwebsockets,
  hyperExpress,
  fastify,
  fastifyPlugin,
  fastifyWebsocket,
  koa,
  koaRouter,
  hapi,
  hono,
  honoFactory,
  honoOpenApi,
  honoNodeServer,
  honoNodeSockets,
  elysia,
  adonisRouter,
  adonisHttp,
  adonisTypes,
  feathers,
  feathersExpress,
  feathersKoa,
  loopbackRest,
  loopbackCore,
  loopback3,
  routingControllers,
  ittyRouter,
  fets,
  srvx,
  fetchGlobals,
  tsRestExpress,
  tsRestFastify,
  tsRestNest,
  octokitWebhooks,
  probot,
  moleculer,
]
