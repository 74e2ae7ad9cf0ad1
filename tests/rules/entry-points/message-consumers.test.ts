import { describe, expect, it } from 'vitest'
import { entriesOf, expectMarked } from '../../analysis/marked-files.js'

const fs = `import { readFileSync, statSync } from 'node:fs'`

describe('messages are handled on the loop of whoever consumes them', () => {
  it.each([
    [
      'KafkaJS',
      `import { Kafka } from 'kafkajs'
const consumer = new Kafka({ brokers: [] }).consumer({ groupId: 'kitchen' })
await consumer.connect()
await consumer.run({
  eachMessage: async ({ message }) => { readFileSync(message.key) }, // !
  partitionsConsumedConcurrently: statSync('start-up').size,
})
consumer.run({ async eachBatch({ batch }) { readFileSync(batch.topic) } }) // !`,
    ],
    [
      'KafkaJS, by the type of the handler',
      `import type { EachMessageHandler } from 'kafkajs'
export const cook: EachMessageHandler = async ({ message }) => { readFileSync(message.key) } // !`,
    ],
    [
      'amqplib',
      `import amqp from 'amqplib'
const connection = await amqp.connect('amqp://localhost')
const channel = await connection.createChannel()
await channel.assertQueue('orders', { durable: statSync('a').size > 1 })
channel.consume('orders', (message) => { readFileSync(message.content) }) // !`,
    ],
    [
      'amqplib, where the channel is a parameter or a field',
      `import type { Channel, ChannelModel } from 'amqplib'
export class Kitchen {
  constructor(private readonly channel: Channel, connection: ChannelModel) {
    connection.createConfirmChannel().then((own) => own.consume('bills', () => { statSync('bill') })) // !
  }
  start() { this.channel.consume('orders', this.cook) }
  cook = (message) => { readFileSync(message.content) } // !
}`,
    ],
    [
      'amqplib with callbacks',
      `import amqp from 'amqplib/callback_api'
amqp.connect('amqp://localhost', (error, connection) => {
  statSync('start-up')
  connection.createChannel((failure, channel) => {
    channel.consume('orders', (message) => { readFileSync(message.content) }) // !
  })
})`,
    ],
    [
      'sqs-consumer',
      `import { Consumer } from 'sqs-consumer'
Consumer.create({ queueUrl: 'orders', handleMessage: async (message) => { readFileSync(message.Body) } }).start() // !
new Consumer({ handleMessageBatch: async (messages) => { readFileSync(messages[0].Body) } }) // !`,
    ],
    [
      'MQTT.js',
      `import mqtt from 'mqtt'
const client = mqtt.connect('mqtt://localhost')
client.on('connect', () => { statSync('certificate') })
client.on('message', (topic, payload) => { readFileSync(topic) }) // !`,
    ],
    [
      'NATS',
      `import { connect } from 'nats'
const connection = await connect()
connection.subscribe('orders', { callback: (error, message) => { readFileSync(message.subject) } }) // !`,
    ],
    [
      'ioredis',
      `import Redis from 'ioredis'
const subscriber = new Redis()
subscriber.subscribe('orders', () => statSync('subscribed'))
subscriber.on('message', (channel, message) => { readFileSync(message) }) // !
subscriber.duplicate().on('pmessage', (pattern, channel, message) => { readFileSync(message) }) // !
subscriber.on('ready', () => { statSync('ready') })`,
    ],
    [
      'node-redis',
      `import { createClient } from 'redis'
const client = createClient()
const subscriber = client.duplicate()
await subscriber.subscribe('orders', (message) => { readFileSync(message) }) // !
await subscriber.pSubscribe('bills:*', (message) => { readFileSync(message) }) // !
await client.on('error', () => statSync('log')).connect()`,
    ],
    [
      'node-cron, cron and node-schedule',
      `import nodeCron from 'node-cron'
import { CronJob } from 'cron'
import schedule from 'node-schedule'
nodeCron.schedule('* * * * *', () => { readFileSync('a') }) // !
nodeCron.schedule('* * * * *', './print-bills.js')
new CronJob('* * * * *', () => { readFileSync('b') }, null, true) // !
CronJob.from({ cronTime: '* * * * *', onTick: () => { readFileSync('c') } }) // !
schedule.scheduleJob('close', '0 22 * * *', () => { readFileSync('d') }) // !`,
    ],
    [
      'nothing that only sounds like one',
      `import { Kafka } from './queue'
new Kafka().consumer().run({ eachMessage: () => readFileSync('a') })
channel.consume('orders', () => readFileSync('a'))
schedule('* * * * *', () => readFileSync('a'))
Consumer.create({ handleMessage: () => readFileSync('a') })`,
    ],
  ])('%s', (_, code) => expectMarked({ 'src/consumer.ts': `${fs}\n${code}` }))

  it('each has the name that a person gives it', () => {
    const names = entriesOf({
      'src/consumer.ts': `${fs}
import { Kafka } from 'kafkajs'
import amqp from 'amqplib'
import { connect } from 'nats'
import Redis from 'ioredis'
import { schedule } from 'node-cron'
new Kafka().consumer().run({ eachMessage: () => readFileSync('a') })
amqp.connect().then(async (connection) => { (await connection.createChannel()).consume('orders', () => readFileSync('a')) })
connect().then((connection) => connection.subscribe('bills', { callback: () => readFileSync('a') }))
new Redis().on('message', () => readFileSync('a'))
schedule('* * * * *', () => readFileSync('a'))`,
    })
    expect(names).toEqual([
      'Kafka message',
      'Redis event "message"',
      'queue "orders"',
      'scheduled task',
      'subject "bills"',
    ])
  })
})
