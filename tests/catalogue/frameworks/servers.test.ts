import { expect, test } from 'vitest'
import { extractFacts } from '../../../src/analysis/extract/extract-facts.js'
import { parseSource } from '../../../src/analysis/parse.js'
import { linkProject } from '../../../src/analysis/project.js'
import { findingRules } from '../../../src/findings/finding-rules.js'

/** The lines that are reported in a function that a listener runs and that does what `statement` says. */
function reportedAround(declarations: string, statement: string): number {
  const program = `import { EventEmitter } from 'node:events'
import fs from 'node:fs'
${declarations}
new EventEmitter().on('change', () => restart())
function restart() {
  fs.readFileSync('settings')
  ${statement}
}`
  const facts = extractFacts(parseSource('/menus/src/server.ts', program))
  const project = linkProject([facts], '/menus', () => null)
  return findingRules.flatMap((rule) => rule.find(0, project, rule.defaults)).length
}

test('without that it is reported', () => {
  expect(reportedAround('', 'setUp()')).toBe(1)
})

/** By module: declarations, and what makes or starts a server, or a router of one. */
const servers: readonly (readonly [module: string, declarations: string, statements: readonly string[]])[] = [
  [
    'global',
    ``,
    ['Bun.serve({})', 'Deno.serve({})'],
  ],
  [
    'node:tls',
    `import { createServer, Server } from 'node:tls'
const aServer = createServer()`,
    ['createServer()', 'new Server()', 'aServer.listen()'],
  ],
  [
    'node:dgram',
    `import { createSocket } from 'node:dgram'
const aSocket = createSocket()`,
    ['aSocket.bind()'],
  ],
  [
    'node:http',
    `import { createServer, Server } from 'node:http'
const aServer = createServer()`,
    ['createServer()', 'new Server()', 'aServer.listen()'],
  ],
  [
    'node:https',
    `import { createServer, Server } from 'node:https'
const aServer = createServer()`,
    ['createServer()', 'new Server()', 'aServer.listen()'],
  ],
  [
    'node:http2',
    `import { createServer, createSecureServer } from 'node:http2'
const aHttp2Server = createServer()
const aHttp2SecureServer = createSecureServer()`,
    ['createServer()', 'createSecureServer()', 'aHttp2Server.listen()', 'aHttp2SecureServer.listen()'],
  ],
  [
    'node:net',
    `import { createServer, Server } from 'node:net'
const aServer = createServer()`,
    ['createServer()', 'new Server()', 'aServer.listen()'],
  ],
  [
    'express',
    `import build, { Router } from 'express'
const aApplication = build()`,
    ['build()', 'new Router()', 'aApplication.listen()'],
  ],
  [
    'router',
    `import build, { Router } from 'router'`,
    ['build()', 'new Router()'],
  ],
  [
    'connect',
    `import build from 'connect'
const aServer = build()`,
    ['build()', 'aServer.listen()'],
  ],
  [
    'restify',
    `import { createServer } from 'restify'
const aServer = createServer()`,
    ['createServer()', 'aServer.listen()'],
  ],
  [
    'polka',
    `import build from 'polka'
const aPolka = build()`,
    ['build()', 'aPolka.listen()'],
  ],
  [
    'restana',
    `import build from 'restana'
const aService = build()`,
    ['build()', 'aService.start()'],
  ],
  [
    '@tinyhttp/app',
    `import { App } from '@tinyhttp/app'
const aApp = new App()`,
    ['new App()', 'aApp.listen()'],
  ],
  [
    'micro',
    `import build, { serve } from 'micro'`,
    ['build()', 'serve()'],
  ],
  [
    'uWebSockets.js',
    `import { App, SSLApp } from 'uWebSockets.js'
const aTemplatedApp = App()`,
    ['new App()', 'new SSLApp()', 'aTemplatedApp.listen()'],
  ],
  [
    'hyper-express',
    `import { Server, Router, express } from 'hyper-express'
const aServer = express()`,
    ['new Server()', 'new Router()', 'express()', 'aServer.listen()'],
  ],
  [
    'fastify',
    `import build, { fastify } from 'fastify'
const aFastifyInstance = build()`,
    ['build()', 'fastify()', 'aFastifyInstance.listen()'],
  ],
  [
    'koa',
    `import build, { Application } from 'koa'
const aApplication = build()`,
    ['build()', 'new Application()', 'aApplication.listen()'],
  ],
  [
    '@koa/router',
    `import build, { Router } from '@koa/router'`,
    ['build()', 'new Router()'],
  ],
  [
    '@hapi/hapi',
    `import { server, Server } from '@hapi/hapi'
const aServer = server()`,
    ['server()', 'new Server()', 'aServer.initialize()', 'aServer.start()'],
  ],
  [
    'hono',
    `import { Hono } from 'hono'
const aHono = new Hono()`,
    ['new Hono()', 'aHono.fire()'],
  ],
  [
    'hono/factory',
    `import { createFactory } from 'hono/factory'
const aFactory = createFactory()`,
    ['aFactory.createApp()'],
  ],
  [
    '@hono/zod-openapi',
    `import { OpenAPIHono } from '@hono/zod-openapi'`,
    ['new OpenAPIHono()'],
  ],
  [
    '@hono/node-server',
    `import { serve, createAdaptorServer } from '@hono/node-server'`,
    ['serve()', 'createAdaptorServer()'],
  ],
  [
    'elysia',
    `import build, { Elysia } from 'elysia'
const aElysia = build()`,
    ['build()', 'new Elysia()', 'aElysia.listen()'],
  ],
  [
    '@feathersjs/feathers',
    `import build, { feathers } from '@feathersjs/feathers'
const aApplication = build()`,
    ['build()', 'feathers()', 'aApplication.listen()', 'aApplication.setup()'],
  ],
  [
    '@feathersjs/express',
    `import build, { Router } from '@feathersjs/express'
const aApplication = build()`,
    ['build()', 'aApplication.listen()', 'aApplication.setup()', 'new Router()'],
  ],
  [
    '@feathersjs/koa',
    `import { koa } from '@feathersjs/koa'
const aApplication = koa()`,
    ['koa()', 'aApplication.listen()', 'aApplication.setup()'],
  ],
  [
    '@loopback/rest',
    `import { RestApplication } from '@loopback/rest'
const aRestApplication = new RestApplication()`,
    ['new RestApplication()', 'aRestApplication.start()'],
  ],
  [
    'loopback',
    `import build, { Router } from 'loopback'`,
    ['build()', 'new Router()'],
  ],
  [
    'routing-controllers',
    `import { createExpressServer, createKoaServer, useExpressServer, useKoaServer } from 'routing-controllers'`,
    ['createExpressServer()', 'createKoaServer()', 'useExpressServer()', 'useKoaServer()'],
  ],
  [
    'itty-router',
    `import { AutoRouter, IttyRouter, Router } from 'itty-router'`,
    ['new AutoRouter()', 'new IttyRouter()', 'new Router()'],
  ],
  [
    'fets',
    `import { createRouter } from 'fets'`,
    ['createRouter()'],
  ],
  [
    'srvx',
    `import { serve } from 'srvx'`,
    ['serve()'],
  ],
  [
    '@octokit/webhooks',
    `import { Webhooks } from '@octokit/webhooks'`,
    ['new Webhooks()'],
  ],
  [
    'probot',
    `import { Probot, createProbot, createNodeMiddleware, run } from 'probot'
const aProbot = createProbot()`,
    ['new Probot()', 'createProbot()', 'createNodeMiddleware()', 'run()', 'aProbot.load()'],
  ],
  [
    'moleculer',
    `import { ServiceBroker } from 'moleculer'
const aServiceBroker = new ServiceBroker()`,
    ['new ServiceBroker()', 'aServiceBroker.start()'],
  ],
  [
    '@nestjs/core',
    `import { NestFactory } from '@nestjs/core'
const aNestApplication = NestFactory.create()
const aNestMicroservice = NestFactory.createMicroservice()`,
    ['NestFactory.create()', 'NestFactory.createApplicationContext()', 'NestFactory.createMicroservice()', 'aNestApplication.listen()', 'aNestApplication.init()', 'aNestApplication.startAllMicroservices()', 'aNestMicroservice.listen()'],
  ],
  [
    'h3',
    `import { H3, createApp, createRouter } from 'h3'`,
    ['new H3()', 'createApp()', 'createRouter()'],
  ],
  [
    '@temporalio/worker',
    `import { Worker } from '@temporalio/worker'
const aWorker = Worker.create()`,
    ['Worker.create()', 'aWorker.run()'],
  ],
  [
    'socket.io',
    `import build, { Server } from 'socket.io'`,
    ['build()', 'new Server()'],
  ],
  [
    'ws',
    `import { Server, WebSocketServer } from 'ws'`,
    ['new Server()', 'new WebSocketServer()'],
  ],
  [
    '@slack/bolt',
    `import build, { App } from '@slack/bolt'
const aApp = new App()`,
    ['new App()', 'build()', 'aApp.start()'],
  ],
  [
    'discord.js',
    `import { Client } from 'discord.js'
const aClient = new Client()`,
    ['new Client()', 'aClient.login()'],
  ],
  [
    'telegraf',
    `import { Telegraf } from 'telegraf'
const aTelegraf = new Telegraf()`,
    ['new Telegraf()', 'aTelegraf.launch()'],
  ],
  [
    'grammy',
    `import { Bot } from 'grammy'
const aBot = new Bot()`,
    ['new Bot()', 'aBot.start()'],
  ],
  [
    '@modelcontextprotocol/sdk/server/mcp.js',
    `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
const aMcpServer = new McpServer()`,
    ['new McpServer()', 'aMcpServer.connect()'],
  ],
  [
    '@modelcontextprotocol/server',
    `import { McpServer } from '@modelcontextprotocol/server'
const aMcpServer = new McpServer()`,
    ['new McpServer()', 'aMcpServer.connect()'],
  ],
  [
    '@modelcontextprotocol/sdk/server/index.js',
    `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
const aServer = new Server()`,
    ['new Server()', 'aServer.connect()'],
  ],
  [
    '@apollo/server',
    `import { ApolloServer } from '@apollo/server'`,
    ['new ApolloServer()'],
  ],
  [
    '@apollo/server/standalone',
    `import { startStandaloneServer } from '@apollo/server/standalone'`,
    ['startStandaloneServer()'],
  ],
  [
    'graphql-yoga',
    `import { createYoga } from 'graphql-yoga'`,
    ['createYoga()'],
  ],
  [
    '@grpc/grpc-js',
    `import { Server } from '@grpc/grpc-js'
const aServer = new Server()`,
    ['new Server()', 'aServer.bindAsync()', 'aServer.start()'],
  ],
]

test.each(
  servers.flatMap(([module, declarations, statements]) =>
    statements.map((statement) => ({ module, declarations, statement })),
  ),
)('what does `$statement` with $module is start-up', ({ declarations, statement }) => {
  expect(reportedAround(declarations, statement)).toBe(0)
})
