import type { ApiFacts, Executor, ModuleEntry, Offload, PoolLimits } from '../types.js'
import { takesNamedTask } from './in-worker.js'
import { isStuck, rejectsUndefined, rejectsWithCloneError, throwsCloneError } from './outcomes.js'

/** The options and defaults of Piscina 5 and of Tinypool 2. */
const limitsLikePiscina = (maxThreads: string): PoolLimits => ({
  options: [0],
  workers: { option: 'maxThreads', byDefault: maxThreads },
  queue: { option: 'maxQueue', byDefault: 'Infinity', automatic: "'auto'" },
  overflow: 'the promise of a task too many rejects',
})

/** Piscina and Tinypool take their tasks alike. */
function pool(className: string, library: string, maxThreads: string): ApiFacts {
  return {
    executor: {
      type: 'pool',
      noun: 'a pool of worker threads',
      library,
      limits: limitsLikePiscina(maxThreads),
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

const task = (library: string): ApiFacts => ({
  offload: {
    promise: 'native',
    data: [{ position: 0 }],
    transfers: [{ position: 1, property: 'transferList' }],
    copies: 'structured-clone',
    outcome: rejectsWithCloneError,
    library,
  },
})

const move: ApiFacts = {
  offload: {
    data: [{ position: 0 }],
    copies: 'structured-clone',
    outcome: 'a request is not transferable: the promise rejects, or an empty object arrives',
    library: 'Piscina',
  },
}

const piscinaPool = pool('Piscina', 'Piscina', '1.5 times the number of cores')

/** Versions 3 to 5. */
export const piscina: ModuleEntry = {
  specifiers: ['piscina'],
  exports: {
    default: { ...piscinaPool, returns: 'Piscina' },
    Piscina: piscinaPool,
    'Piscina.prototype.run': task('Piscina'),
    'Piscina.prototype.runTask': task('Piscina'),
    'Piscina.move': move,
    move,
  },
}

const tinypoolPool = pool('Tinypool', 'Tinypool', 'the number of cores')

export const tinypool: ModuleEntry = {
  specifiers: ['tinypool'],
  exports: {
    default: { ...tinypoolPool, returns: 'Tinypool' },
    Tinypool: tinypoolPool,
    'Tinypool.prototype.run': task('Tinypool'),
    'Tinypool.prototype.runTask': task('Tinypool'),
  },
}

const stuckAfterError =
  'the promise rejects with a DataCloneError, because a request cannot be cloned, ' +
  `and ${isStuck}`

const shipped: Pick<Offload, 'copies' | 'outcome' | 'captured' | 'library'> = {
  copies: 'structured-clone',
  outcome: stuckAfterError,
  captured: rejectsUndefined,
  library: 'node-worker-threads-pool',
}

const sized = (limits: PoolLimits): Executor => ({
  type: 'pool',
  noun: 'a pool of worker threads',
  library: 'node-worker-threads-pool',
  limits,
})

export const nodeWorkerThreadsPool: ModuleEntry = {
  specifiers: ['node-worker-threads-pool'],
  exports: {
    StaticPool: {
      executor: sized({ options: [0], queue: null }),
      offload: {
        ...shipped,
        functionOptions: [{ position: 0, property: 'task' }],
        data: [{ position: 0, property: 'workerData' }],
        outcome: `new StaticPool ${throwsCloneError}`,
      },
    },
    'StaticPool.prototype.exec': { offload: { ...shipped, promise: 'native', data: [{ position: 0 }] } },
    DynamicPool: { executor: sized({ options: [], queue: null }) },
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
    'TaskExecutor.prototype.exec': { offload: { ...shipped, promise: 'native', data: [{ position: 0 }] } },
    'TaskExecutor.prototype.setTimeout': { returns: 'this' },
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
          workers: { option: 'max', byDefault: '1' },
          queue: { option: 'maxWaiting', byDefault: 'Infinity' },
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
          workers: { option: 'maxWorkers', byDefault: 'the number of cores' },
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

const thread: Pick<Offload, 'copies' | 'outcome' | 'captured' | 'library'> = {
  copies: 'structured-clone',
  outcome: rejectsWithCloneError,
  captured: 'an uncaught ReferenceError ends the process',
  library: 'nanothreads',
}

const oneThread: Executor = { type: 'worker', noun: 'a worker thread', library: 'nanothreads' }

export const nanothreads: ModuleEntry = {
  specifiers: ['nanothreads'],
  exports: {
    ThreadPool: {
      executor: {
        type: 'pool',
        noun: 'a pool of worker threads',
        library: 'nanothreads',
        limits: { options: [0], queue: null },
      },
      offload: { ...thread, functionOptions: [{ position: 0, property: 'task' }] },
    },
    'ThreadPool.prototype.exec': { offload: { ...thread, promise: 'native', allArguments: true } },
    InlineThread: { executor: oneThread, offload: { ...thread, functions: [0] } },
    Thread: { executor: oneThread },
    'InlineThread.prototype.send': { offload: { ...thread, promise: 'native', allArguments: true } },
    'Thread.prototype.send': { offload: { ...thread, promise: 'native', allArguments: true } },
  },
}

const called: Pick<Offload, 'copies' | 'outcome' | 'captured' | 'library'> = {
  copies: 'structured-clone',
  outcome: rejectsWithCloneError,
  captured: rejectsUndefined,
  library: 'bthreads',
}

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
          workers: { option: 'size', byDefault: 'the number of cores' },
          queue: null,
        },
      },
      offload: { ...called, functions: [0] },
    },
    Thread: {
      executor: { type: 'worker', noun: 'a worker', library: 'bthreads' },
      offload: { ...called, functions: [0] },
    },
    'parent.hook': takesNamedTask,
    'Pool.prototype.call': calledByName,
    'Thread.prototype.call': calledByName,
  },
}
