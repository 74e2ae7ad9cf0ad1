import type { HandlerTable } from './handler-table.js'

export const schedulers: HandlerTable = {
  'cron': `
import { CronJob } from 'cron'
const cronJob = new CronJob()

CronJob('menu', $, $) // serving
CronJob.from({ onTick: $, onComplete: $ }) // serving
cronJob.addCallback($, [$]) // serving`,
  'node-cron': `
import { schedule, createTask } from 'node-cron'

schedule('menu', $, [$]) // serving
createTask('menu', $, [$]) // serving`,
  'node-schedule': `
import { scheduleJob } from 'node-schedule'

scheduleJob('menu', $, [$]) // serving`,
}
