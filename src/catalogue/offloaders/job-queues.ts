import type { ApiFacts, ArgumentPlace, ModuleEntry } from '../types.js'
import { strippedContext } from './outcomes.js'

/** Systems that keep jobs outside of the process, as JSON. */

const kept = (call: string, library: string, data: readonly ArgumentPlace[]): ApiFacts => ({
  offload: {
    promise: 'native',
    data,
    copies: 'json',
    outcome: `${call} rejects, because a request refers to itself and cannot become JSON`,
    contextOutcome: strippedContext,
    library,
  },
})

export const bullmqJobs: ModuleEntry = {
  specifiers: ['bullmq'],
  exports: {
    'Queue.prototype.add': kept('add()', 'BullMQ', [{ position: 1 }]),
    'Queue.prototype.addBulk': kept('addBulk()', 'BullMQ', [
      { position: 0, property: '*.data' },
    ]),
    'FlowProducer.prototype.add': kept('add()', 'BullMQ', [
      { position: 0, property: 'data' },
      { position: 0, property: 'children.*.data' },
    ]),
  },
}

/** The name of the job may be left out. */
export const bullJobs: ModuleEntry = {
  specifiers: ['bull'],
  exports: {
    'Queue.prototype.add': kept('add()', 'Bull', [{ position: 0 }, { position: 1 }]),
    'Queue.prototype.addBulk': kept('addBulk()', 'Bull', [{ position: 0, property: '*.data' }]),
  },
}

export const beeQueueJobs: ModuleEntry = {
  specifiers: ['bee-queue'],
  exports: {
    // Nothing is handed over before `save()`.
    'Queue.prototype.createJob': {
      offload: {
        data: [{ position: 0 }],
        copies: 'json',
        outcome: 'save() rejects, because a request refers to itself and cannot become JSON',
        contextOutcome: strippedContext,
        library: 'Bee-Queue',
      },
    },
  },
}
