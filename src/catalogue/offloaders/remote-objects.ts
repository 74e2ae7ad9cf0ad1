import type { ApiFacts, ModuleEntry, Offload } from '../types.js'
import { takesTasks } from './in-worker.js'
import { rejectsWithCloneError } from './outcomes.js'

/** Libraries that give an object whose methods run in a worker. */

const threadCall: ApiFacts = {
  offload: {
    promise: 'silent',
    allArguments: true,
    copies: 'structured-clone',
    outcome: rejectsWithCloneError,
    library: 'threads.js',
  },
}

/** Version 1. */
export const threads: ModuleEntry = {
  specifiers: ['threads', 'threads/worker'],
  exports: {
    Worker: { executor: { type: 'worker', noun: 'a worker thread', library: 'threads.js' } },
    expose: takesTasks,
    spawn: { returns: 'Thread' },
    Pool: {
      returns: 'ThreadPool',
      // What starts a worker is called once for each when the pool is made.
      runner: { positions: [], runs: 'later' },
      executor: {
        type: 'pool',
        noun: 'a pool of worker threads',
        library: 'threads.js',
        limits: {
          options: [1],
          workers: { option: 'size' },
          queue: { option: 'maxQueuedJobs' },
          overflow: 'the call of a job too many throws',
        },
      },
    },
    // The callback runs on this thread; only what it calls on its thread goes over.
    'ThreadPool.prototype.queue': {
      runner: { positions: [0], runs: 'later', passes: 'Thread' },
    },
    'Thread.prototype': threadCall,
    'Thread.prototype.*': threadCall,
  },
}

const remoteCall: Offload = {
  promise: 'native',
  allArguments: true,
  copies: 'structured-clone',
  outcome: rejectsWithCloneError,
  library: 'Comlink',
}

/** Version 4. What `proxy()` gives stays here, and is only called from there. */
export const comlink: ModuleEntry = {
  specifiers: ['comlink'],
  exports: {
    wrap: { returns: 'Remote' },
    transfer: { returns: 'argument' },
    'Remote.prototype': { offload: remoteCall },
    'Remote.prototype.*': { offload: remoteCall },
  },
}
