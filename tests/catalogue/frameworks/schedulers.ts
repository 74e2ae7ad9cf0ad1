import type { HandlerTable } from './handler-table.js'

export const schedulers: HandlerTable = {
  'cron': `
import { CronJob } from 'cron'
const cronJob = new CronJob()

CronJob('menu', $, $) // paced
CronJob.from({ onTick: $, onComplete: $ }) // paced
cronJob.addCallback($, [$]) // paced`,
  'node-cron': `
import { schedule, createTask } from 'node-cron'

schedule('menu', $, [$]) // paced
createTask('menu', $, [$]) // paced`,
  'node-schedule': `
import { scheduleJob } from 'node-schedule'

scheduleJob('menu', $, [$]) // paced`,
}
