import type { BlockingExports, BuiltinEntry, PathTexts } from '../types.js'

// A message is cloned on the thread that sends it, and once more on the one that reads it.
const byInput = { type: 'large-input' } as const

const blocking = {
  'BroadcastChannel.prototype.postMessage': { kind: 'cpu', cost: 'medium', when: byInput },
  'MessagePort.prototype.postMessage': { kind: 'cpu', cost: 'medium', when: byInput },
  'Worker.prototype.postMessage': { kind: 'cpu', cost: 'medium', when: byInput },
  receiveMessageOnPort: { kind: 'cpu', cost: 'low', when: byInput },
} satisfies BlockingExports<typeof import('node:worker_threads')>

export const workerThreads: BuiltinEntry = {
  specifiers: ['node:worker_threads', 'worker_threads'],
  blocking,
  leftOut: {
    Worker:
      'the thread runs beside the loop; only starting it takes time, ' +
      'which is a matter of how many workers a request may start',
  } satisfies PathTexts<typeof import('node:worker_threads')>,
}
