import { listenerMethods, methodsOf } from '../frameworks/methods-of.js'
import type { ApiFacts, ModuleEntry, ModuleFacts, Offload } from '../types.js'
import { strippedContext, throwsCircular, throwsCloneError } from './outcomes.js'

const posted: Offload = {
  data: [{ position: 0 }],
  transfers: [{ position: 1 }, { position: 1, property: 'transfer' }],
  copies: 'structured-clone',
  outcome: `postMessage ${throwsCloneError}`,
  library: 'worker_threads',
}

const post: ApiFacts = { offload: posted }

/** What the other side sends back, heard on the loop. */
export const answers = (className: string, noun: string): ModuleFacts =>
  methodsOf(className, listenerMethods, {
    registration: {
      handlers: [{ type: 'at', positions: [1] }],
      parameters: ['data'],
      event: { argument: 0, serving: ['message'] },
      label: { type: 'event', noun, argument: 0 },
      paced: true,
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
        files: [{ position: 0 }],
        data: [{ position: 1, property: 'workerData' }],
        transfers: [{ position: 1, property: 'transferList' }],
        copies: 'structured-clone',
        outcome: `new Worker ${throwsCloneError}`,
        captured: 'new Worker throws, because it takes no function',
        library: 'worker_threads',
      },
      executor: { type: 'worker', noun: 'a worker thread', library: 'worker_threads' },
    },
    'Worker.prototype.postMessage': post,
    ...answers('Worker', 'worker event'),
    'BroadcastChannel.prototype.postMessage': post,
    'MessageChannel.prototype.port1': { returns: 'MessagePort' },
    'MessageChannel.prototype.port2': { returns: 'MessagePort' },
    'MessagePort.prototype.postMessage': post,
    parentPort: { returns: 'MessagePort' },
    'parentPort.addEventListener': heardInWorker,
    ...Object.fromEntries(listenerMethods.map((method) => [`parentPort.${method}`, heardInWorker])),
    postMessageToThread: {
      offload: {
        ...posted,
        promise: 'native',
        data: [{ position: 1 }],
        transfers: [{ position: 2 }],
        outcome: 'its promise rejects with a DataCloneError',
      },
    },
    setEnvironmentData: {
      offload: {
        data: [{ position: 1 }],
        copies: 'structured-clone',
        outcome: `every later new Worker ${throwsCloneError}`,
        library: 'worker_threads',
      },
    },
  },
}

/** What needs no import. */
export const globalChannels: ModuleEntry = {
  specifiers: ['global'],
  exports: {
    BroadcastChannel: { returns: 'node:worker_threads#BroadcastChannel' },
    MessageChannel: { returns: 'node:worker_threads#MessageChannel' },
    MessagePort: { returns: 'node:worker_threads#MessagePort' },
  },
}

// The default. With `serialization: 'advanced'` send() throws as well, for what cannot be cloned.
const sent: Offload = {
  data: [{ position: 0 }],
  handles: [1],
  copies: 'json',
  outcome: `send() ${throwsCircular}`,
  contextOutcome: strippedContext,
  library: 'child_process',
}

export const childProcess: ModuleEntry = {
  specifiers: ['node:child_process', 'child_process'],
  exports: {
    fork: {
      executor: { type: 'worker', noun: 'a child process of Node.js', library: 'child_process' },
    },
    'ChildProcess.prototype.send': { offload: sent },
    ...answers('ChildProcess', 'child process event'),
  },
}

export const cluster: ModuleEntry = {
  specifiers: ['node:cluster', 'cluster'],
  exports: {
    fork: {
      returns: 'Worker',
      executor: { type: 'worker', noun: 'a process of the cluster', library: 'cluster' },
    },
    'Worker.prototype.send': { offload: { ...sent, library: 'cluster' } },
    ...answers('Worker', 'cluster worker event'),
  },
}

/** In a worker process, to the one that has started it. */
export const processMessages: ModuleEntry = {
  specifiers: ['node:process', 'process'],
  exports: { send: { offload: { ...sent, library: 'child_process' } } },
}
