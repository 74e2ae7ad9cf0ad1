import type { ApiFacts, ModuleEntry, Offload } from '../types.js'
import { takesTasks } from './in-worker.js'
import { throwsCloneError } from './outcomes.js'

/** Libraries that run a function elsewhere and stop this thread until it is done. */

const waitedFor = (library: string): ApiFacts => ({
  offload: {
    allArguments: true,
    copies: 'structured-clone',
    outcome: `the call ${throwsCloneError}`,
    library,
  },
})

export const synckit: ModuleEntry = {
  specifiers: ['synckit'],
  exports: { 'createSyncFn().prototype': waitedFor('synckit'), runAsWorker: takesTasks },
}

export const syncThreads: ModuleEntry = {
  specifiers: ['sync-threads'],
  exports: { 'createSyncFn().prototype': waitedFor('sync-threads'), runAsWorker: takesTasks },
}

const shipped: Offload = {
  functions: [0],
  copies: 'structured-clone',
  outcome: `the call ${throwsCloneError}`,
  captured: 'the call throws a ReferenceError',
  library: 'make-synchronous',
}

export const makeSynchronous: ModuleEntry = {
  specifiers: ['make-synchronous', 'make-synchronous/subprocess'],
  exports: {
    default: { offload: shipped },
    'makeSynchronous().prototype': waitedFor('make-synchronous'),
  },
}
