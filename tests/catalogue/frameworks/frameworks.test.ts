import { describe, expect, test } from 'vitest'
import { adonisjs } from './adonisjs.js'
import { astro } from './astro.js'
import { awsLambda } from './aws-lambda.js'
import { bots } from './bots.js'
import { cloudFunctions } from './cloud-functions.js'
import { connect } from './connect.js'
import { elysia } from './elysia.js'
import { events } from './events.js'
import { express } from './express.js'
import { fastify } from './fastify.js'
import { feathers } from './feathers.js'
import { functionFiles } from './function-files.js'
import { graphql } from './graphql.js'
import { grpc } from './grpc.js'
import { hapi } from './hapi.js'
import { hono } from './hono.js'
import { jobQueues } from './job-queues.js'
import { koa } from './koa.js'
import { loopback } from './loopback.js'
import { mcp } from './mcp.js'
import { messageConsumers } from './message-consumers.js'
import { micro } from './micro.js'
import { moleculer } from './moleculer.js'
import { nestjsMessages } from './nestjs-messages.js'
import { nestjs } from './nestjs.js'
import { net } from './net.js'
import { next } from './next.js'
import { nitro } from './nitro.js'
import { nodeHttp } from './node-http.js'
import { octokit } from './octokit.js'
import { orpc } from './orpc.js'
import { polka } from './polka.js'
import { reactRouter } from './react-router.js'
import { restana } from './restana.js'
import { restify } from './restify.js'
import { routingControllers } from './routing-controllers.js'
import { schedulers } from './schedulers.js'
import { sockets } from './sockets.js'
import { sveltekit } from './sveltekit.js'
import { tanstackStart } from './tanstack-start.js'
import { timers } from './timers.js'
import { tinyhttp } from './tinyhttp.js'
import { trpc } from './trpc.js'
import { tsRest } from './ts-rest.js'
import { uwebsockets } from './uwebsockets.js'
import { webFetch } from './web-fetch.js'
import { workers } from './workers.js'
import {
  expectedOf,
  type HandlerTable,
  programOfMemos,
  programsIn,
  reportsIn,
  reportsOf,
} from './handler-table.js'

const tables: readonly HandlerTable[] = [
  adonisjs,
  astro,
  awsLambda,
  bots,
  cloudFunctions,
  connect,
  elysia,
  events,
  express,
  fastify,
  feathers,
  functionFiles,
  graphql,
  grpc,
  hapi,
  hono,
  jobQueues,
  koa,
  loopback,
  mcp,
  messageConsumers,
  micro,
  moleculer,
  nestjsMessages,
  nestjs,
  net,
  next,
  nitro,
  nodeHttp,
  octokit,
  orpc,
  polka,
  reactRouter,
  restana,
  restify,
  routingControllers,
  schedulers,
  sockets,
  sveltekit,
  tanstackStart,
  timers,
  tinyhttp,
  trpc,
  tsRest,
  uwebsockets,
  webFetch,
  workers,
]

describe.each(tables.flatMap((table) => Object.entries(table)))('%s', (_, code) => {
  const programs = programsIn(code).map((program, index) => ({ part: index + 1, program }))
  test.each(programs)('handlers, and what they are given, part $part', ({ program }) => {
    expect(reportsOf(program)).toEqual(expectedOf(program))
  })

  const memos = programs.flatMap(({ part, program }) => {
    const withMemos = programOfMemos(program)
    return withMemos === null ? [] : [{ part, withMemos }]
  })
  test.each(memos)('what start-up fills is there for requests, part $part', ({ withMemos }) => {
    expect(reportsIn(withMemos.split('\n'))).toEqual([])
  })
})

/** Other names by which a module is imported, and the one that has a table. */
const otherNames: readonly (readonly [name: string, module: string])[] = [
  ['#imports', 'nitropack/runtime'],
  ['@adonisjs/http-server', '@adonisjs/core/http'],
  ['@adonisjs/http-server/types', '@adonisjs/core/types/http'],
  ['@as-integrations/express4', '@apollo/server/express4'],
  ['@as-integrations/express5', '@apollo/server/express4'],
  ['@hokify/agenda', 'agenda'],
  ['@loopback/openapi-v3', '@loopback/rest'],
  ['@modelcontextprotocol/sdk/server', '@modelcontextprotocol/sdk/server/index.js'],
  ['@nats-io/transport-node', 'nats'],
  ['@nestjs/platform-fastify', '@nestjs/platform-express'],
  ['@redis/client', 'redis'],
  ['@remix-run/server-runtime', 'react-router'],
  ['@tanstack/solid-start', '@tanstack/react-start'],
  ['@tanstack/solid-start/server', '@tanstack/react-start/server'],
  ['amqplib/callback_api.js', 'amqplib/callback_api'],
  ...['', '-core', '-express', '-fastify', '-koa', '-lambda', '-micro'].map((name) => [`apollo-server${name}`, '@apollo/server'] as const),
  ...['cluster', 'dgram', 'events', 'http2', 'https', 'net', 'timers', 'tls'].map((name) => [name, `node:${name}`] as const),
  ['firebase-functions', 'firebase-functions/v2'],
  ...['alerts', 'database', 'eventarc', 'https', 'identity', 'pubsub', 'remoteConfig', 'scheduler', 'storage', 'tasks', 'testLab'].map(
    (name) => [`firebase-functions/${name}`, `firebase-functions/v2/${name}`] as const,
  ),
  ['graphql-tools', '@graphql-tools/schema'],
  ['hapi', '@hapi/hapi'],
  ['hono/quick', 'hono'],
  ['hono/tiny', 'hono'],
  ['koa-router', '@koa/router'],
  ['next/server.js', 'next/server'],
  ['nitro', 'nitropack/runtime'],
  ['nitro/h3', 'h3'],
  ['nitro/runtime', 'nitropack/runtime'],
  ['nitropack', 'nitropack/runtime'],
  ['srvx/bun', 'srvx'],
  ['srvx/deno', 'srvx'],
  ['srvx/node', 'srvx'],
]

test.each(otherNames)('%s is another name of %s', (name, module) => {
  const code = tables.find((table) => Object.hasOwn(table, module))?.[module] ?? ''
  const [program = ''] = programsIn(code)
  const renamed = program.replace(`'${module}'`, `'${name}'`)
  expect(renamed).not.toBe(program)
  expect(expectedOf(renamed)).not.toEqual([])
  expect(reportsOf(renamed)).toEqual(expectedOf(renamed))
})

test('a memo that only requests fill is reported', () => {
  const filled = programOfMemos('refresh($) // startup') ?? ''
  const unfilled = filled.replace('refresh(', 'const refresh = (')
  expect(reportsIn(filled.split('\n'))).toEqual([])
  expect(reportsIn(unfilled.split('\n'))).toEqual(['3 readFileSync'])
})
