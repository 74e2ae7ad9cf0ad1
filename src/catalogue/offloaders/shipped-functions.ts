import type { ApiFacts, CallbackRunner, Executor, ModuleEntry, Offload } from '../types.js'
import { rejectsCircular, strippedContext, throwsCircular, throwsCloneError } from './outcomes.js'

/** Libraries that run the source text of a function elsewhere. */

const worker = (library: string, noun = 'a worker thread'): Executor => ({
  type: 'worker',
  noun,
  library,
})

/** Version 0.3, which keeps its threads. */
export const multithreading: ModuleEntry = {
  specifiers: ['multithreading'],
  exports: {
    spawn: {
      offload: {
        functions: [0, 1],
        copies: 'structured-clone',
        outcome: 'join() gives an error, because a request cannot be cloned',
        captured: 'join() gives an error, because the variable is not defined there',
        library: 'multithreading',
      },
    },
    move: {
      offload: {
        allArguments: true,
        copies: 'structured-clone',
        outcome: 'join() gives an error, because a request cannot be cloned',
        library: 'multithreading',
      },
    },
  },
}

export const isoworker: ModuleEntry = {
  specifiers: ['isoworker'],
  exports: {
    workerize: {
      returns: 'Workerized',
      executor: worker('isoworker', 'a worker thread of a function’s source'),
      offload: {
        functions: [0],
        copies: 'structured-clone',
        outcome: 'the call fails with a DataCloneError',
        captured: 'the call fails with a ReferenceError',
        library: 'isoworker',
      },
    },
    'Workerized.prototype': {
      offload: {
        allArguments: true,
        copies: 'structured-clone',
        outcome: 'the call fails with a DataCloneError, because a request cannot be cloned',
        library: 'isoworker',
      },
    },
  },
}

const parallel = (positions: readonly number[]): ApiFacts => ({
  executor: worker('Parallel.js', 'child processes'),
  offload: {
    functions: positions,
    copies: 'json',
    outcome: rejectsCircular,
    captured: 'the promise never settles',
    library: 'Parallel.js',
  },
  returns: 'this',
})

/** Version 1. */
export const parallelJs: ModuleEntry = {
  specifiers: ['paralleljs'],
  exports: {
    default: {
      offload: {
        data: [{ position: 0 }, { position: 1, property: 'env' }],
        copies: 'json',
        outcome: rejectsCircular,
        contextOutcome: strippedContext,
        library: 'Parallel.js',
      },
    },
    'default.prototype.spawn': parallel([0]),
    'default.prototype.map': parallel([0]),
    'default.prototype.reduce': parallel([0]),
    'default.prototype.require': { returns: 'this' },
  },
}

const tiny: Pick<Offload, 'copies' | 'outcome' | 'library'> = {
  copies: 'json',
  outcome: `postMessage ${throwsCircular}`,
  library: 'tiny-worker',
}

export const tinyWorker: ModuleEntry = {
  specifiers: ['tiny-worker'],
  exports: {
    default: {
      executor: worker('tiny-worker', 'a child process'),
      offload: { ...tiny, functions: [0], captured: 'the worker never answers' },
    },
    'default.prototype.postMessage': {
      offload: { ...tiny, contextOutcome: strippedContext, data: [{ position: 0 }] },
    },
  },
}

export const webWorker: ModuleEntry = {
  specifiers: ['web-worker'],
  exports: {
    default: { executor: worker('web-worker') },
    'default.prototype.postMessage': {
      offload: {
        data: [{ position: 0 }],
        transfers: [{ position: 1 }],
        copies: 'structured-clone',
        outcome: `postMessage ${throwsCloneError}`,
        library: 'web-worker',
      },
    },
  },
}

/** Version 9. */
export const bree: ModuleEntry = {
  specifiers: ['bree'],
  exports: {
    default: {
      offload: {
        functionOptions: [{ position: 0, property: 'jobs.*.path' }],
        data: [{ position: 0, property: 'jobs.*.worker.workerData' }],
        copies: 'structured-clone',
        outcome: 'the job fails with a DataCloneError, because a request cannot be cloned',
        library: 'Bree',
      },
    },
  },
}

const needsGlobal =
  'the call throws a ReferenceError anyway, because it needs a global Worker, which Node.js has not'

const browserOnly = (library: string): ApiFacts => ({
  executor: worker(library),
  offload: {
    functions: [0],
    copies: 'structured-clone',
    outcome: needsGlobal,
    captured: needsGlobal,
    library,
  },
})

/** Version 1, which Node.js runs only where something defines a global `Worker`. */
export const greenlet: ModuleEntry = {
  specifiers: ['greenlet'],
  exports: { default: browserOnly('greenlet') },
}

/** As `greenlet`. */
export const workly: ModuleEntry = {
  specifiers: ['workly'],
  exports: { proxy: browserOnly('workly') },
}

// In Node.js these run the function on the thread that calls them, whatever their names say.
const onThisThread: CallbackRunner = { positions: [0], runs: 'later' }

export const inlineWorker: ModuleEntry = {
  specifiers: ['inline-worker'],
  exports: { default: { runner: onThisThread } },
}

export const workerThread: ModuleEntry = {
  specifiers: ['worker-thread'],
  exports: { createChannel: { runner: onThisThread } },
}
