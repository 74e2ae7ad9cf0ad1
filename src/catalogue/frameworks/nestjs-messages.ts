import type { DecoratorMeaning, MemberHandlers, ModuleEntry, ParameterRole } from '../types.js'

const framework = 'NestJS'

const onEvent = (noun: string, parameters: readonly ParameterRole[] = []): DecoratorMeaning => ({
  method: { label: { type: 'event', noun, argument: 0 }, parameters },
})

const named = (noun: string, phase?: 'startup'): DecoratorMeaning => ({
  method: { label: { type: 'own-name', noun }, ...(phase ? { phase } : {}) },
})

const paced = (noun: string): DecoratorMeaning => ({
  method: { label: { type: 'own-name', noun }, paced: true },
})

const decoratorsOf = (
  names: readonly string[],
  meaning: DecoratorMeaning,
): Readonly<Record<string, DecoratorMeaning>> =>
  Object.fromEntries(names.map((name) => [name, meaning]))

const connection: MemberHandlers = {
  handleConnection: { parameters: ['socket'], noun: 'socket connection' },
}
const disconnection: MemberHandlers = {
  handleDisconnect: { parameters: ['socket'], noun: 'socket disconnection' },
}
const afterInit: MemberHandlers = { afterInit: { parameters: [], phase: 'startup' } }

export const nestWebsockets: ModuleEntry = {
  framework,
  specifiers: ['@nestjs/websockets'],
  exports: {},
  decorators: {
    ConnectedSocket: { parameter: 'socket' },
    SubscribeMessage: onEvent('socket event', ['socket', 'data']),
    // The hooks are called whether or not the class says that it implements them.
    WebSocketGateway: { members: { ...connection, ...disconnection, ...afterInit } },
  },
  baseClasses: {
    OnGatewayConnection: connection,
    OnGatewayDisconnect: disconnection,
    OnGatewayInit: afterInit,
  },
}

export const nestMicroservices: ModuleEntry = {
  framework,
  specifiers: ['@nestjs/microservices'],
  exports: {},
  requestTypes: {
    KafkaContext: 'context',
    MqttContext: 'context',
    NatsContext: 'context',
    RedisContext: 'context',
    RmqContext: 'context',
    TcpContext: 'context',
  },
  decorators: {
    Ctx: { parameter: 'context' },
    EventPattern: onEvent('event', ['data', 'context']),
    GrpcMethod: named('gRPC method'),
    GrpcStreamCall: named('gRPC method'),
    GrpcStreamMethod: named('gRPC method'),
    MessagePattern: onEvent('message', ['data', 'context']),
  },
}

export const nestGraphql: ModuleEntry = {
  framework,
  specifiers: ['@nestjs/graphql'],
  exports: {},
  decorators: {
    Context: { parameter: 'context' },
    Mutation: named('mutation'),
    Query: named('query'),
    ResolveField: named('field'),
    ResolveProperty: named('field'),
    ResolveReference: named('reference'),
    Subscription: named('subscription'),
  },
}

export const nestSchedule: ModuleEntry = {
  framework,
  specifiers: ['@nestjs/schedule'],
  exports: {},
  decorators: {
    Cron: paced('cron job'),
    Interval: paced('interval'),
    // It fires once, a while after the start.
    Timeout: named('timeout', 'startup'),
  },
}

export const nestEvents: ModuleEntry = {
  framework,
  specifiers: ['@nestjs/event-emitter'],
  exports: {},
  decorators: { OnEvent: onEvent('event', ['data']) },
}

export const nestBullmq: ModuleEntry = {
  framework,
  specifiers: ['@nestjs/bullmq'],
  exports: {},
  decorators: {
    OnQueueEvent: onEvent('queue event'),
    OnWorkerEvent: onEvent('worker event'),
  },
  baseClasses: { WorkerHost: { process: { parameters: ['data', 'other'], noun: 'job', paced: true } } },
}

const queueEvents = [
  'Active',
  'Cleaned',
  'Completed',
  'Drained',
  'Error',
  'Failed',
  'Paused',
  'Progress',
  'Removed',
  'Resumed',
  'Stalled',
  'Waiting',
] as const

export const nestBull: ModuleEntry = {
  framework,
  specifiers: ['@nestjs/bull'],
  exports: {},
  decorators: {
    ...decoratorsOf(
      queueEvents.flatMap((event) => [`OnQueue${event}`, `OnGlobalQueue${event}`]),
      named('queue event'),
    ),
    OnQueueEvent: onEvent('queue event'),
    Process: paced('job'),
  },
}

export const nestCqrs: ModuleEntry = {
  framework,
  specifiers: ['@nestjs/cqrs'],
  exports: {},
  decorators: {
    CommandHandler: { members: { execute: { parameters: ['data'], noun: 'command' } } },
    EventsHandler: { members: { handle: { parameters: ['data'], noun: 'event' } } },
    QueryHandler: { members: { execute: { parameters: ['data'], noun: 'query' } } },
  },
  baseClasses: {
    ICommandHandler: { execute: { parameters: ['data'], noun: 'command' } },
    IEventHandler: { handle: { parameters: ['data'], noun: 'event' } },
    IQueryHandler: { execute: { parameters: ['data'], noun: 'query' } },
  },
}
