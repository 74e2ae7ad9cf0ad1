import { astroActions, astroConfig } from './frameworks/astro.js'
import { awsLambda, lambdaGlobals, middy } from './frameworks/aws-lambda.js'
import { discord, grammy, slackBolt, telegraf } from './frameworks/bots.js'
import { azureFunctions, firebaseFunctions, googleFunctions } from './frameworks/cloud-functions.js'
import { events, processEvents } from './frameworks/events.js'
import { netlifyFunctions, vercelNode } from './frameworks/function-files.js'
import {
  apolloExpress,
  apolloServer,
  apolloStandalone,
  graphqlJs,
  graphqlMerge,
  graphqlTools,
  graphqlYoga,
  mercurius,
} from './frameworks/graphql.js'
import { grpcJs } from './frameworks/grpc.js'
import {
  agenda,
  beeQueue,
  bull,
  bullmq,
  inngest,
  pgBoss,
  temporal,
} from './frameworks/job-queues.js'
import { mcpProtocol, mcpServer, mcpServer2 } from './frameworks/mcp.js'
import {
  amqplib,
  amqplibCallbacks,
  ioredis,
  kafkajs,
  mqtt,
  nats,
  redis,
  sqsConsumer,
} from './frameworks/message-consumers.js'
import { nestCommon, nestCore, nestPassport, nestPlatforms } from './frameworks/nestjs.js'
import {
  nestBull,
  nestBullmq,
  nestCqrs,
  nestEvents,
  nestGraphql,
  nestMicroservices,
  nestSchedule,
  nestWebsockets,
} from './frameworks/nestjs-messages.js'
import { cac, commander, oclif, yargs } from './frameworks/command-lines.js'
import { dgram, net, tls } from './frameworks/net.js'
import { next, nextServer } from './frameworks/next.js'
import { h3, nitro } from './frameworks/nitro.js'
import { nodeHttp, nodeHttp2, nodeHttps } from './frameworks/node-http.js'
import { orpc } from './frameworks/orpc.js'
import { reactRouter } from './frameworks/react-router.js'
import { cron, nodeCron, nodeSchedule } from './frameworks/schedulers.js'
import { socketIo, ws } from './frameworks/sockets.js'
import { svelteKit, svelteKitServer } from './frameworks/sveltekit.js'
import { tanstackStart, tanstackStartServer } from './frameworks/tanstack-start.js'
import { globalTimers, nodeTimers, processTimers } from './frameworks/timers.js'
import { trpc, trpcAdapters } from './frameworks/trpc.js'
import { httpFrameworks } from './http-frameworks.js'
import type { ModuleEntry } from './types.js'

/** Where handlers are registered: Node.js itself, then frameworks by name. */
export const frameworks: readonly ModuleEntry[] = [
  nodeHttp,
  nodeHttps,
  nodeHttp2,
  net,
  tls,
  dgram,
  events,
  processEvents,
  nodeTimers,
  globalTimers,
  processTimers,
  ...httpFrameworks,
  nestCommon,
  nestCore,
  nestPlatforms,
  nestPassport,
  nestWebsockets,
  nestMicroservices,
  nestGraphql,
  nestSchedule,
  nestEvents,
  nestBullmq,
  nestBull,
  nestCqrs,
  next,
  nextServer,
  h3,
  nitro,
  reactRouter,
  svelteKit,
  svelteKitServer,
  astroActions,
  astroConfig,
  bullmq,
  bull,
  beeQueue,
  agenda,
  pgBoss,
  temporal,
  inngest,
  kafkajs,
  amqplib,
  amqplibCallbacks,
  sqsConsumer,
  mqtt,
  nats,
  ioredis,
  redis,
  nodeCron,
  cron,
  nodeSchedule,
  socketIo,
  ws,
  slackBolt,
  discord,
  telegraf,
  grammy,
  mcpServer,
  mcpServer2,
  mcpProtocol,
  azureFunctions,
  googleFunctions,
  ...firebaseFunctions,
  awsLambda,
  middy,
  lambdaGlobals,
  netlifyFunctions,
  vercelNode,
  trpc,
  ...trpcAdapters,
  orpc,
  apolloServer,
  apolloStandalone,
  apolloExpress,
  graphqlYoga,
  graphqlTools,
  graphqlMerge,
  graphqlJs,
  mercurius,
  grpcJs,
  tanstackStart,
  tanstackStartServer,
  commander,
  yargs,
  cac,
  oclif,
]
