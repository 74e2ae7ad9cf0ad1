import type { ApiFacts, ModuleEntry, Registration } from '../types.js'
import { listenerMethods, methodsOf } from './methods-of.js'

/** Blocking here stops the heartbeat, too, and the group gives the partitions to somebody else. */
export const kafkajs: ModuleEntry = {
  framework: 'KafkaJS',
  specifiers: ['kafkajs'],
  exports: {
    'Kafka.prototype.consumer': { returns: 'Consumer' },
    'Consumer.prototype.run': {
      registration: {
        handlers: [{ type: 'properties', position: 0, properties: ['eachMessage', 'eachBatch'] }],
        parameters: ['data'],
        label: { type: 'text', text: 'Kafka message' },
      },
    },
  },
  requestTypes: {},
  handlerTypes: { EachBatchHandler: ['data'], EachMessageHandler: ['data'] },
  handlerNames: { EachBatchHandler: 'Kafka message', EachMessageHandler: 'Kafka message' },
}

const once = (passes: readonly (string | null)[]): Registration => ({
  handlers: [{ type: 'last' }],
  parameters: [],
  label: { type: 'text', text: 'connection' },
  phase: 'startup',
  passes,
})

const consume: ApiFacts = {
  registration: {
    handlers: [{ type: 'at', positions: [1] }],
    parameters: ['data'],
    label: { type: 'event', noun: 'queue', argument: 0 },
  },
}

/** Versions 0.8 to 2. */
export const amqplib: ModuleEntry = {
  framework: 'amqplib',
  specifiers: ['amqplib'],
  exports: {
    connect: { returns: 'Connection' },
    'Connection.prototype.createChannel': { returns: 'Channel' },
    'Connection.prototype.createConfirmChannel': { returns: 'Channel' },
    'Channel.prototype.consume': consume,
    // Types of parameters and fields.
    ChannelModel: { returns: 'Connection' },
    ConfirmChannel: { returns: 'Channel' },
    'ConfirmChannel.prototype.consume': consume,
  },
}

export const amqplibCallbacks: ModuleEntry = {
  framework: 'amqplib',
  specifiers: ['amqplib/callback_api', 'amqplib/callback_api.js'],
  exports: {
    connect: { registration: once([null, 'Connection']) },
    'Connection.prototype.createChannel': {
      registration: once([null, 'Channel']),
      returns: 'Channel',
    },
    'Connection.prototype.createConfirmChannel': {
      registration: once([null, 'Channel']),
      returns: 'Channel',
    },
    'Channel.prototype.consume': consume,
  },
}

const sqsMessages: ApiFacts = {
  registration: {
    handlers: [
      {
        type: 'properties',
        position: 0,
        properties: [
          'handleMessage',
          'handleMessageBatch',
          'preReceiveMessageCallback',
          'postReceiveMessageCallback',
        ],
      },
    ],
    parameters: ['data'],
    label: { type: 'text', text: 'SQS message' },
  },
}

/** Versions 5 to 14. */
export const sqsConsumer: ModuleEntry = {
  framework: 'sqs-consumer',
  specifiers: ['sqs-consumer'],
  exports: { Consumer: sqsMessages, 'Consumer.create': sqsMessages },
}

/** Version 4 and 5. */
export const mqtt: ModuleEntry = {
  framework: 'MQTT.js',
  specifiers: ['mqtt'],
  exports: {
    connect: { returns: 'MqttClient' },
    connectAsync: { returns: 'MqttClient' },
    ...methodsOf('MqttClient', listenerMethods, {
      registration: {
        handlers: [{ type: 'at', positions: [1] }],
        parameters: ['data', 'data', 'data'],
        event: { argument: 0, serving: ['message', 'packetreceive', 'packetsend'] },
        label: { type: 'event', noun: 'MQTT event', argument: 0 },
      },
      returns: 'this',
    }),
  },
}

/** Version 2. Messages that a `for await` takes are not seen. */
export const nats: ModuleEntry = {
  framework: 'NATS',
  specifiers: ['nats', '@nats-io/transport-node'],
  exports: {
    connect: { returns: 'NatsConnection' },
    'NatsConnection.prototype.subscribe': {
      registration: {
        handlers: [{ type: 'properties', position: 1, properties: ['callback'] }],
        parameters: ['error', 'data'],
        label: { type: 'event', noun: 'subject', argument: 0 },
      },
    },
  },
}

/** Versions 4 to 6; channels that are subscribed to send events. */
export const ioredis: ModuleEntry = {
  framework: 'ioredis',
  specifiers: ['ioredis'],
  exports: {
    default: { returns: 'Redis' },
    Cluster: { returns: 'Redis' },
    'Redis.prototype.duplicate': { returns: 'this' },
    ...methodsOf('Redis', listenerMethods, {
      registration: {
        handlers: [{ type: 'at', positions: [1] }],
        parameters: ['data', 'data', 'data'],
        event: {
          argument: 0,
          serving: ['message', 'messageBuffer', 'pmessage', 'pmessageBuffer', 'smessage', 'smessageBuffer'],
        },
        label: { type: 'event', noun: 'Redis event', argument: 0 },
      },
      returns: 'this',
    }),
  },
}

/** Versions 4 to 6. */
export const redis: ModuleEntry = {
  framework: 'node-redis',
  specifiers: ['redis', '@redis/client'],
  exports: {
    createClient: { returns: 'RedisClient' },
    createCluster: { returns: 'RedisClient' },
    ...methodsOf('RedisClient', ['connect', 'duplicate', ...listenerMethods], { returns: 'this' }),
    ...methodsOf('RedisClient', ['subscribe', 'pSubscribe', 'sSubscribe'], {
      registration: {
        handlers: [{ type: 'at', positions: [1] }],
        parameters: ['data', 'data'],
        label: { type: 'event', noun: 'channel', argument: 0 },
      },
    }),
  },
}
