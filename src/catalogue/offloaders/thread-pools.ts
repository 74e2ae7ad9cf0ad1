import type { ApiFacts, ArgumentPlace, Executor, ModuleEntry, Offload, PoolLimits } from '../types.js'
import { takesNamedTask } from './in-worker.js'
import { isStuck, rejectsUndefined, rejectsWithCloneError, throwsCloneError } from './outcomes.js'

/** The options and defaults of Piscina 5 and of Tinypool 2. */
const limitsLikePiscina: PoolLimits = {
  options: [0],
  workers: { option: 'maxThreads' },
  queue: { option: 'maxQueue', automatic: "'auto'" },
  overflow: 'the promise of a task too many rejects',
}

/** Piscina and Tinypool take their tasks alike. */
function pool(className: string, library: string): ApiFacts {
  return {
    executor: {
      type: 'pool',
      noun: 'a pool of worker threads',
      library,
      limits: limitsLikePiscina,
    },
    offload: {
      files: [{ position: 0, property: 'filename' }],
      data: [{ position: 0, property: 'workerData' }],
      copies: 'structured-clone',
      outcome: `new ${className} ${throwsCloneError}`,
      library,
    },
  }
}

const task = (library: string, transfers: readonly ArgumentPlace[]): ApiFacts => ({
  offload: {
    promise: 'native',
    data: [{ position: 0 }],
    transfers,
    copies: 'structured-clone',
    outcome: rejectsWithCloneError,
    library,
  },
})

const inOptions: readonly ArgumentPlace[] = [{ position: 1, property: 'transferList' }]

const move: ApiFacts = {
  offload: {
    data: [{ position: 0 }],
    copies: 'structured-clone',
    outcome: 'a request is not transferable: the promise rejects, or an empty object arrives',
    library: 'Piscina',
  },
}

const piscinaPool = pool('Piscina', 'Piscina')

/** Versions 3 to 5. */
export const piscina: ModuleEntry = {
  specifiers: ['piscina'],
  exports: {
    default: { ...piscinaPool, returns: 'Piscina' },
    Piscina: piscinaPool,
    'Piscina.prototype.run': task('Piscina', inOptions),
    // Before version 5.
    'Piscina.prototype.runTask': task('Piscina', [{ position: 1 }]),
    'Piscina.move': move,
    move,
  },
}

const tinypoolPool = pool('Tinypool', 'Tinypool')

export const tinypool: ModuleEntry = {
  specifiers: ['tinypool'],
  exports: {
    default: { ...tinypoolPool, returns: 'Tinypool' },
    Tinypool: tinypoolPool,
    'Tinypool.prototype.run': task('Tinypool', inOptions),
  },
}

const stuckAfterError =
  'the promise rejects with a DataCloneError, because a request cannot be cloned, ' +
  `and ${isStuck}`

const cloned: Pick<Offload, 'copies' | 'outcome' | 'library'> = {
  copies: 'structured-clone',
  outcome: stuckAfterError,
  library: 'node-worker-threads-pool',
}
const shipped = { ...cloned, captured: rejectsUndefined }

const sized: Executor = {
  type: 'pool',
  noun: 'a pool of worker threads',
  library: 'node-worker-threads-pool',
  limits: { options: [], queue: null },
}

export const nodeWorkerThreadsPool: ModuleEntry = {
  specifiers: ['node-worker-threads-pool'],
  exports: {
    StaticPool: {
      executor: sized,
      offload: {
        ...shipped,
        functionOptions: [{ position: 0, property: 'task' }],
        data: [{ position: 0, property: 'workerData' }],
        outcome: `new StaticPool ${throwsCloneError}`,
      },
    },
    'StaticPool.prototype.exec': { offload: { ...cloned, promise: 'native', data: [{ position: 0 }] } },
    DynamicPool: { executor: sized },
    'DynamicPool.prototype.exec': {
      offload: {
        ...shipped,
        promise: 'native',
        functionOptions: [{ position: 0, property: 'task' }],
        data: [
          { position: 0, property: 'param' },
          { position: 0, property: 'workerData' },
        ],
      },
    },
    'DynamicPool.prototype.createExecutor': {
      offload: { ...shipped, functions: [0] },
      returns: 'TaskExecutor',
    },
    'StaticPool.prototype.createExecutor': { returns: 'TaskExecutor' },
    'TaskExecutor.prototype.exec': { offload: { ...cloned, promise: 'native', data: [{ position: 0 }] } },
    'TaskExecutor.prototype.setTimeout': { returns: 'this' },
    'TaskExecutor.prototype.setTransferList': {
      offload: { ...cloned, transfers: [{ position: 0 }] },
      returns: 'this',
    },
  },
}

/** Version 2, which starts a worker for every task. */
export const workerThreadsPool: ModuleEntry = {
  specifiers: ['worker-threads-pool'],
  exports: {
    default: {
      returns: 'Pool',
      executor: {
        type: 'pool',
        noun: 'a pool of worker threads',
        library: 'worker-threads-pool',
        limits: {
          options: [0],
          workers: { option: 'max' },
          queue: { option: 'maxWaiting' },
          overflow: 'the callback of a task too many gets an error',
        },
      },
    },
    'Pool.prototype.acquire': {
      offload: {
        data: [{ position: 1, property: 'workerData' }],
        transfers: [{ position: 1, property: 'transferList' }],
        copies: 'structured-clone',
        outcome: `acquire() ${throwsCloneError}`,
        library: 'worker-threads-pool',
      },
    },
  },
}

const jobOutcome: Pick<Offload, 'outcome' | 'captured' | 'library'> = {
  outcome: 'the promise rejects, because a request cannot be cloned',
  captured: rejectsUndefined,
  library: 'microjob',
}

export const microjob: ModuleEntry = {
  specifiers: ['microjob'],
  exports: {
    start: {
      executor: {
        type: 'pool',
        noun: 'a pool of worker threads',
        library: 'microjob',
        limits: {
          options: [0],
          workers: { option: 'maxWorkers' },
          queue: null,
        },
      },
    },
    job: {
      offload: {
        ...jobOutcome,
        promise: 'native',
        functions: [0],
        data: [
          { position: 1, property: 'data' },
          { position: 1, property: 'ctx' },
        ],
        copies: 'structured-clone',
      },
    },
  },
}

const thread: Pick<Offload, 'copies' | 'outcome' | 'library'> = {
  copies: 'structured-clone',
  outcome: rejectsWithCloneError,
  library: 'nanothreads',
}
const inThread = { ...thread, captured: 'an uncaught ReferenceError ends the process' }

const oneThread: Executor = { type: 'worker', noun: 'a worker thread', library: 'nanothreads' }

export const nanothreads: ModuleEntry = {
  specifiers: ['nanothreads'],
  exports: {
    ThreadPool: {
      executor: {
        type: 'pool',
        noun: 'a pool of worker threads',
        library: 'nanothreads',
        limits: { options: [], queue: null },
      },
      offload: { ...inThread, functionOptions: [{ position: 0, property: 'task' }] },
    },
    'ThreadPool.prototype.exec': { offload: { ...thread, promise: 'native', allArguments: true } },
    InlineThread: { executor: oneThread, offload: { ...inThread, functions: [0] } },
    Thread: { executor: oneThread },
    'InlineThread.prototype.send': { offload: { ...thread, promise: 'native', allArguments: true } },
    'Thread.prototype.send': { offload: { ...thread, promise: 'native', allArguments: true } },
  },
}

const called: Pick<Offload, 'copies' | 'outcome' | 'library'> = {
  copies: 'structured-clone',
  outcome: rejectsWithCloneError,
  library: 'bthreads',
}
const run = { ...called, functions: [0], captured: rejectsUndefined }

const calledByName: ApiFacts = {
  offload: { ...called, promise: 'native', data: [{ position: 1 }] },
}

export const bthreads: ModuleEntry = {
  specifiers: ['bthreads', 'bthreads/stable', 'bthreads/threads', 'bthreads/process'],
  exports: {
    Pool: {
      executor: {
        type: 'pool',
        noun: 'a pool of workers',
        library: 'bthreads',
        limits: {
          options: [1],
          workers: { option: 'size' },
          queue: null,
        },
      },
      offload: run,
    },
    Thread: {
      executor: { type: 'worker', noun: 'a worker', library: 'bthreads' },
      offload: run,
    },
    'parent.hook': takesNamedTask,
    'Pool.prototype.call': calledByName,
    'Thread.prototype.call': calledByName,
  },
}
