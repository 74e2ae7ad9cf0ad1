import type { HandlerTable } from './handler-table.js'

export const messageConsumers: HandlerTable = {
  'amqplib': `
import { connect, ChannelModel, ConfirmChannel } from 'amqplib'
const connection = connect()
const channelModel = new ChannelModel()
const channel = ConfirmChannel()
const confirmChannel = new ConfirmChannel()

connection.createChannel().consume('menu', $) // data
connection.createConfirmChannel().consume('menu', $) // data
export const byConfirmChannel = (typed: ConfirmChannel) => typed.consume('menu', $) // data
channelModel.createChannel().consume('menu', $) // data
channelModel.createConfirmChannel().consume('menu', $) // data
channel.consume('menu', $) // data
confirmChannel.consume('menu', $) // data`,
  'amqplib/callback_api': `
import { connect, Connection } from 'amqplib/callback_api'
const connection = new Connection()
const channel = connection.createChannel()

connect($) // startup
connection.createChannel().consume('menu', $) // data
connection.createConfirmChannel().consume('menu', $) // data
connection.{createChannel createConfirmChannel}($) // startup
connection.{createChannel createConfirmChannel}((error, passed) => { passed.consume('menu', $) }) // data
channel.consume('menu', $) // data`,
  'ioredis': `
import ioredis, { Redis, Cluster } from 'ioredis'
const redis = new Redis()

ioredis().addListener('message', $) // data data data
export const byRedis = (typed: Redis) => typed.addListener('message', $) // data data data
export const byCluster = (typed: Cluster) => typed.addListener('message', $) // data data data
redis
  .duplicate()
  .{addListener on once prependListener prependOnceListener}('message', $) // data data data
  .addListener('messageBuffer', $) // data data data
  .addListener('pmessage', $) // data data data
  .addListener('pmessageBuffer', $) // data data data
  .addListener('smessage', $) // data data data
  .addListener('smessageBuffer', $) // data data data
  .addListener('message', $) // data data data`,
  'kafkajs': `
import { Kafka, EachBatchHandler, EachMessageHandler } from 'kafkajs'
const kafka = new Kafka()
const consumer = kafka.consumer()

kafka.consumer().run({ eachMessage: $, eachBatch: $ }) // data
consumer.run({ eachMessage: $, eachBatch: $ }) // data
export const asEachBatchHandler: EachBatchHandler = $ // data
export const asEachMessageHandler: EachMessageHandler = $ // data`,
  'mqtt': `
import { connect, connectAsync } from 'mqtt'
const mqttClient = connect()

connect().addListener('message', $) // data data data
connectAsync().addListener('message', $) // data data data
mqttClient
  .{addListener on once prependListener prependOnceListener}('message', $) // data data data
  .addListener('packetreceive', $) // data data data
  .addListener('packetsend', $) // data data data
  .addListener('message', $) // data data data`,
  'nats': `
import { connect } from 'nats'
const natsConnection = connect()

connect().subscribe('menu', { callback: $ }) // error data
natsConnection.subscribe('menu', { callback: $ }) // error data`,
  'redis': `
import { createClient, createCluster } from 'redis'
const redisClient = createClient()

createClient().subscribe('menu', $) // data data
createCluster().subscribe('menu', $) // data data
redisClient
  .connect().duplicate().addListener().on().once().prependListener().prependOnceListener()
  .subscribe('menu', $) // data data
redisClient.{subscribe pSubscribe sSubscribe}('menu', $) // data data`,
  'sqs-consumer': `
import { Consumer } from 'sqs-consumer'

new Consumer({ handleMessage: $, handleMessageBatch: $, preReceiveMessageCallback: $, postReceiveMessageCallback: $ }) // data
Consumer.create({ handleMessage: $, handleMessageBatch: $, preReceiveMessageCallback: $, postReceiveMessageCallback: $ }) // data
`,
}
