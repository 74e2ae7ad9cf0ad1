import type { ApiFacts, ModuleEntry } from '../types.js'

const scheduled = (from: number): ApiFacts => ({
  registration: {
    handlers: [{ type: 'every', from }],
    parameters: [],
    label: { type: 'text', text: 'scheduled task' },
    paced: true,
  },
})

/** Versions 3 and 4. A path in the function's place runs in a process of its own. */
export const nodeCron: ModuleEntry = {
  framework: 'node-cron',
  specifiers: ['node-cron'],
  exports: { schedule: scheduled(1), createTask: scheduled(1) },
}

const onTick: ApiFacts = {
  registration: {
    handlers: [{ type: 'properties', position: 0, properties: ['onTick', 'onComplete'] }],
    parameters: [],
    label: { type: 'text', text: 'scheduled task' },
    paced: true,
  },
}

/** Versions 2 to 4. */
export const cron: ModuleEntry = {
  framework: 'cron',
  specifiers: ['cron'],
  exports: {
    CronJob: {
      registration: {
        handlers: [{ type: 'at', positions: [1, 2] }],
        parameters: [],
        label: { type: 'text', text: 'scheduled task' },
    paced: true,
      },
    },
    'CronJob.from': onTick,
    'CronJob.prototype.addCallback': scheduled(0),
  },
}

/** Version 2: `scheduleJob([name], rule, job, [callback])`. */
export const nodeSchedule: ModuleEntry = {
  framework: 'node-schedule',
  specifiers: ['node-schedule'],
  exports: { scheduleJob: scheduled(1) },
}
