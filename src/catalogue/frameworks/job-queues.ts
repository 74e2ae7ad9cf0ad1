import type { ApiFacts, ModuleEntry } from '../types.js'
import { listenerMethods, methodsOf } from './methods-of.js'

/** Jobs run on the loop of whoever processes them, and delay each other and the renewal of their locks. */
const process: ApiFacts = {
  registration: {
    // `process([name], [concurrency], processor)`; a path in its place is run by a process of its own.
    handlers: [{ type: 'last' }],
    parameters: ['data', 'other'],
    label: { type: 'event', noun: 'job', argument: 0 },
    paced: true,
  },
}

const events = (className: string, noun: string): ModuleEntry['exports'] =>
  methodsOf(className, listenerMethods, {
    registration: {
      handlers: [{ type: 'at', positions: [1] }],
      parameters: ['data'],
      event: { argument: 0, startup: ['ready', 'error', 'closing', 'closed', 'ioredis:close'] },
      label: { type: 'event', noun, argument: 0 },
    },
    returns: 'this',
  })

/** Versions 3 to 6. */
export const bullmq: ModuleEntry = {
  framework: 'BullMQ',
  specifiers: ['bullmq'],
  exports: {
    Worker: {
      registration: {
        handlers: [{ type: 'at', positions: [1] }],
        parameters: ['data', 'other', 'other'],
        label: { type: 'event', noun: 'job', argument: 0 },
        paced: true,
      },
    },
    ...events('Worker', 'worker event'),
    ...events('QueueEvents', 'queue event'),
  },
  handlerTypes: { Processor: ['data', 'other', 'other'] },
  handlerNames: { Processor: 'job' },
}

/** Version 4. */
export const bull: ModuleEntry = {
  framework: 'Bull',
  specifiers: ['bull'],
  exports: {
    default: { returns: 'Queue' },
    'Queue.prototype.process': process,
    ...events('Queue', 'queue event'),
  },
}

/** Versions 1 and 2. */
export const beeQueue: ModuleEntry = {
  framework: 'Bee-Queue',
  specifiers: ['bee-queue'],
  exports: {
    default: { returns: 'Queue' },
    'Queue.prototype.process': {
      registration: {
        handlers: [{ type: 'last' }],
        parameters: ['data', 'other'],
        label: { type: 'text', text: 'job' },
        paced: true,
      },
    },
    ...events('Queue', 'queue event'),
  },
}

/** Versions 4 to 6, which put the processor in different places. */
export const agenda: ModuleEntry = {
  framework: 'Agenda',
  specifiers: ['agenda', '@hokify/agenda'],
  exports: {
    default: { returns: 'Agenda' },
    'Agenda.prototype.define': {
      registration: {
        handlers: [{ type: 'every', from: 1 }],
        parameters: ['data', 'next'],
        label: { type: 'event', noun: 'job', argument: 0 },
        paced: true,
      },
    },
  },
}

/** Versions 9 to 11. */
export const pgBoss: ModuleEntry = {
  framework: 'pg-boss',
  specifiers: ['pg-boss'],
  exports: {
    default: { returns: 'PgBoss' },
    'PgBoss.prototype.work': {
      registration: {
        handlers: [{ type: 'last' }],
        parameters: ['data'],
        label: { type: 'event', noun: 'job', argument: 0 },
        paced: true,
      },
    },
  },
}

/** Activities run on the loop; workflows run in a sandbox of their own, and are not named here. */
export const temporal: ModuleEntry = {
  framework: 'Temporal',
  specifiers: ['@temporalio/worker'],
  exports: {
    'Worker.create': {
      registration: {
        handlers: [{ type: 'properties', position: 0, properties: ['activities.*'] }],
        parameters: ['data'],
        label: { type: 'keys', noun: 'activity' },
        paced: true,
      },
      returns: 'Worker',
      boots: true,
    },
    // Waits until the worker is told to stop.
    'Worker.prototype.run': { boots: true },
  },
}

/** Versions 3 and 4, which put the trigger in different places. */
export const inngest: ModuleEntry = {
  framework: 'Inngest',
  specifiers: ['inngest'],
  exports: {
    'Inngest.prototype.createFunction': {
      registration: {
        handlers: [{ type: 'last' }],
        parameters: ['context'],
        label: { type: 'kept', noun: 'Inngest function' },
        paced: true,
      },
    },
  },
}
