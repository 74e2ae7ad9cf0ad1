import type { ApiFacts, Executor, ModuleEntry, ModuleFacts, Offload } from '../types.js'
import { takesTasks } from './in-worker.js'
import {
  isStuck,
  rejectsCircular,
  rejectsUndefined,
  rejectsWithCloneError,
  strippedContext,
} from './outcomes.js'

/** Pools whose workers are child processes, or may be. */

// Its processes get JSON, its threads clones; which of them it starts, it decides itself.
const workerpoolTask: Pick<Offload, 'copies' | 'outcome' | 'library'> = {
  copies: 'structured-clone',
  outcome: `the call throws, or ends the process while the worker still starts, and ${isStuck}`,
  library: 'workerpool',
}

// `workerpool.workerEmit()` is called inside a worker, where no request is.
export const workerpool: ModuleEntry = {
  specifiers: ['workerpool'],
  exports: {
    pool: {
      returns: 'Pool',
      executor: {
        type: 'pool',
        noun: 'a pool of workers',
        library: 'workerpool',
        limits: {
          options: [0, 1],
          workers: { option: 'maxWorkers' },
          queue: { option: 'maxQueueSize' },
          overflow: 'the call of a task too many throws',
        },
      },
      offload: {
        ...workerpoolTask,
        files: [{ position: 0 }],
        data: [
          { position: 0, property: 'workerThreadOpts.workerData' },
          { position: 1, property: 'workerThreadOpts.workerData' },
        ],
        outcome: 'no worker starts, because a request cannot be cloned',
      },
    },
    'Pool.prototype.exec': {
      offload: {
        ...workerpoolTask,
        promise: 'silent',
        functions: [0],
        data: [{ position: 1 }],
        captured: rejectsUndefined,
      },
    },
    'Pool.prototype.proxy': { returns: 'Proxy' },
    'Proxy.prototype.*': { offload: { ...workerpoolTask, promise: 'silent', allArguments: true } },
    worker: takesTasks,
  },
}

const jestWorker: ApiFacts = {
  executor: {
    type: 'pool',
    noun: 'a pool of child processes or threads',
    library: 'jest-worker',
    limits: {
      options: [1],
      workers: { option: 'numWorkers' },
      queue: null,
    },
  },
}

/** Version 30; older ones export the class as `default`, too. */
export const jestWorkers: ModuleEntry = {
  specifiers: ['jest-worker'],
  exports: {
    Worker: jestWorker,
    default: { ...jestWorker, returns: 'Worker' },
    'Worker.prototype.*': {
      offload: {
        promise: 'native',
        allArguments: true,
        copies: 'structured-clone',
        outcome: `the promise rejects, because a request cannot be cloned, and ${isStuck}`,
        library: 'jest-worker',
      },
    },
    // Its own methods, beside those that the worker's file exports.
    'Worker.prototype.end': {},
    'Worker.prototype.getStderr': {},
    'Worker.prototype.getStdout': {},
    'Worker.prototype.start': {},
  },
}

const farm: Offload = {
  allArguments: true,
  copies: 'json',
  outcome: 'its callback gets an error, because a request refers to itself and cannot become JSON',
  contextOutcome: strippedContext,
  library: 'worker-farm',
}

export const workerFarm: ModuleEntry = {
  specifiers: ['worker-farm'],
  exports: {
    default: {
      returns: 'Workers',
      executor: {
        type: 'pool',
        noun: 'a pool of child processes',
        library: 'worker-farm',
        limits: {
          options: [0],
          workers: { option: 'maxConcurrentWorkers' },
          queue: { option: 'maxConcurrentCalls' },
          overflow: 'the callback of a call too many gets an error',
        },
      },
    },
    'Workers.prototype': { offload: farm },
    'Workers.prototype.*': { offload: farm },
  },
}

export const workerNodes: ModuleEntry = {
  specifiers: ['worker-nodes'],
  exports: {
    default: {
      executor: {
        type: 'pool',
        noun: 'a pool of workers',
        library: 'worker-nodes',
        limits: {
          options: [1],
          workers: { option: 'maxWorkers' },
          queue: { option: 'maxTasks' },
          overflow: 'the promise of a call too many rejects',
        },
      },
    },
    // `call(…)` as well as `call.name(…)`.
    'default.prototype.*': {
      offload: {
        promise: 'native',
        allArguments: true,
        copies: 'structured-clone',
        outcome:
          'the promise rejects, or an unhandled rejection ends the process while the worker ' +
          `still starts, and ${isStuck}`,
        library: 'worker-nodes',
      },
    },
    'default.prototype.ready': {},
    'default.prototype.terminate': {},
  },
}

/** Version 2. */
export const parcelWorkers: ModuleEntry = {
  specifiers: ['@parcel/workers'],
  exports: {
    default: {
      returns: 'WorkerFarm',
      executor: {
        type: 'pool',
        noun: 'a pool of workers',
        library: '@parcel/workers',
        limits: {
          options: [0],
          workers: { option: 'maxConcurrentWorkers' },
          queue: null,
        },
      },
    },
    'WorkerFarm.prototype.createHandle': { returns: 'Handle' },
    'Handle.prototype': {
      offload: {
        promise: 'native',
        allArguments: true,
        copies: 'structured-clone',
        outcome: 'the call never settles, and an unhandled rejection ends the process',
        library: '@parcel/workers',
      },
    },
  },
}

const poolifierPool = (noun: string): Executor => ({
  type: 'pool',
  noun,
  library: 'poolifier',
  // `tasksQueueOptions.size` is a mark at which it tells of back pressure, and turns nothing away.
  limits: { options: [], queue: null },
})

/** What a pool of one class makes, and what its methods take. */
function poolifierClass(
  className: string,
  noun: string,
  copied: Pick<Offload, 'copies' | 'outcome' | 'contextOutcome' | 'transfers'>,
): ModuleFacts {
  const task: ApiFacts = {
    offload: { ...copied, promise: 'native', data: [{ position: 0 }], library: 'poolifier' },
  }
  return {
    [className]: { executor: poolifierPool(noun) },
    [`${className}.prototype.execute`]: task,
    [`${className}.prototype.mapExecute`]: task,
    [`${className}.prototype.addTaskFunction`]: {
      offload: {
        copies: copied.copies,
        outcome: copied.outcome,
        captured: rejectsUndefined,
        functions: [1],
        functionOptions: [{ position: 1, property: 'taskFunction' }],
        library: 'poolifier',
      },
    },
  }
}

const cloned = {
  copies: 'structured-clone',
  outcome: rejectsWithCloneError,
  transfers: [{ position: 3 }],
} as const
const asJson = {
  copies: 'json',
  outcome: rejectsCircular,
  contextOutcome: strippedContext,
} as const

/** Version 5. */
export const poolifier: ModuleEntry = {
  specifiers: ['poolifier'],
  exports: {
    ...poolifierClass('FixedThreadPool', 'a pool of worker threads', cloned),
    ...poolifierClass('DynamicThreadPool', 'a pool of worker threads', cloned),
    ...poolifierClass('FixedClusterPool', 'a pool of processes', asJson),
    ...poolifierClass('DynamicClusterPool', 'a pool of processes', asJson),
    ClusterWorker: takesTasks,
    ThreadWorker: takesTasks,
  },
}
