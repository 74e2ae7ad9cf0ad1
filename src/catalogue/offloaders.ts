import { listenerMethods, methodsOf } from './frameworks/methods-of.js'
import type { ApiFacts, ModuleEntry, Offload } from './types.js'

// Outcomes were observed with requests of node:http on Node.js 20 to 26; the wording of the errors
// differs between versions, their kind does not.
const cloneError = 'throws a DataCloneError, because a request holds functions and a socket'

const posted: Offload = {
  data: [{ position: 0 }],
  copies: 'structured-clone',
  outcome: `postMessage ${cloneError}`,
  library: 'worker_threads',
}

const post: ApiFacts = { offload: posted }

/** What the other side sends back, heard on the loop. */
const answers = (noun: string): ApiFacts => ({
  registration: {
    handlers: [{ type: 'at', positions: [1] }],
    parameters: ['data'],
    event: { argument: 0, serving: ['message'] },
    label: { type: 'event', noun, argument: 0 },
  },
  returns: 'this',
})

/** What a worker hears from the thread that started it. */
const heardInWorker: ApiFacts = {
  registration: {
    handlers: [{ type: 'at', positions: [1] }],
    parameters: ['data'],
    label: { type: 'event', noun: 'worker event', argument: 0 },
    phase: 'off-loop',
  },
}

export const workerThreads: ModuleEntry = {
  specifiers: ['node:worker_threads', 'worker_threads'],
  exports: {
    // With `eval: true` its first argument is source text. `argv` and `env` become strings, not
    // clones.
    Worker: {
      offload: {
        functions: [0],
        data: [{ position: 1, property: 'workerData' }],
        copies: 'structured-clone',
        outcome: `new Worker ${cloneError}`,
        library: 'worker_threads',
      },
    },
    'Worker.prototype.postMessage': post,
    ...methodsOf('Worker', listenerMethods, answers('worker event')),
    'BroadcastChannel.prototype.postMessage': post,
    'MessageChannel.prototype.port1': { returns: 'MessagePort' },
    'MessageChannel.prototype.port2': { returns: 'MessagePort' },
    'MessagePort.prototype.postMessage': post,
    parentPort: { returns: 'MessagePort' },
    'parentPort.postMessage': post,
    'parentPort.addEventListener': heardInWorker,
    ...Object.fromEntries(listenerMethods.map((method) => [`parentPort.${method}`, heardInWorker])),
    postMessageToThread: {
      offload: {
        ...posted,
        data: [{ position: 1 }],
        outcome: 'its promise rejects with a DataCloneError',
      },
    },
    setEnvironmentData: {
      offload: {
        ...posted,
        data: [{ position: 1 }],
        outcome: `every later new Worker ${cloneError}`,
      },
    },
  },
}

// The default. With `serialization: 'advanced'` send() throws as well, for what cannot be cloned.
const sent: Offload = {
  data: [{ position: 0 }],
  handles: [1],
  copies: 'json',
  outcome: 'send() throws, because a request refers to itself and cannot become JSON',
  library: 'child_process',
}

export const childProcess: ModuleEntry = {
  specifiers: ['node:child_process', 'child_process'],
  exports: {
    'ChildProcess.prototype.send': { offload: sent },
    ...methodsOf('ChildProcess', listenerMethods, answers('child process event')),
  },
}

export const cluster: ModuleEntry = {
  specifiers: ['node:cluster', 'cluster'],
  exports: {
    fork: { returns: 'Worker' },
    'Worker.prototype.send': { offload: { ...sent, library: 'cluster' } },
    ...methodsOf('Worker', listenerMethods, answers('cluster worker event')),
  },
}

/** Piscina and Tinypool take their tasks alike. */
function pool(className: string, library: string): ApiFacts {
  return {
    returns: className,
    offload: {
      data: [{ position: 0, property: 'workerData' }],
      copies: 'structured-clone',
      outcome: `new ${className} ${cloneError}`,
      library,
    },
  }
}

const task = (library: string): ApiFacts => ({
  offload: {
    data: [{ position: 0 }],
    copies: 'structured-clone',
    outcome: 'the promise rejects with a DataCloneError, because a request cannot be cloned',
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

/** Versions 3 to 5. */
export const piscina: ModuleEntry = {
  specifiers: ['piscina'],
  exports: {
    default: pool('Piscina', 'Piscina'),
    Piscina: pool('Piscina', 'Piscina'),
    'Piscina.prototype.run': task('Piscina'),
    'Piscina.prototype.runTask': task('Piscina'),
    'Piscina.move': move,
    move,
  },
}

export const tinypool: ModuleEntry = {
  specifiers: ['tinypool'],
  exports: {
    default: pool('Tinypool', 'Tinypool'),
    Tinypool: pool('Tinypool', 'Tinypool'),
    'Tinypool.prototype.run': task('Tinypool'),
    'Tinypool.prototype.runTask': task('Tinypool'),
  },
}

const workerpoolOutcome =
  'the call throws, or ends the process while the worker still starts, ' +
  'and the worker never takes another task'

// `workerpool.workerEmit()` is called inside a worker, where no request is.
export const workerpool: ModuleEntry = {
  specifiers: ['workerpool'],
  exports: {
    pool: { returns: 'Pool' },
    'Pool.prototype.exec': {
      offload: {
        functions: [0],
        data: [{ position: 1 }],
        copies: 'structured-clone',
        outcome: workerpoolOutcome,
        library: 'workerpool',
      },
    },
    'Pool.prototype.proxy': { returns: 'Proxy' },
    'Proxy.prototype.*': {
      offload: {
        allArguments: true,
        copies: 'structured-clone',
        outcome: workerpoolOutcome,
        library: 'workerpool',
      },
    },
  },
}

export const offloaders: readonly ModuleEntry[] = [
  workerThreads,
  childProcess,
  cluster,
  piscina,
  tinypool,
  workerpool,
]
