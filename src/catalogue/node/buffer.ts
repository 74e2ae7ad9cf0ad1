import type { BlockingExports, BuiltinEntry } from '../types.js'

const byInput = { type: 'large-input' } as const

const blocking = {
  'Buffer.alloc': { kind: 'cpu', cost: 'low', when: byInput },
  'Buffer.concat': { kind: 'cpu', cost: 'medium', when: byInput },
  'Buffer.prototype.toString': { kind: 'cpu', cost: 'medium', when: byInput },
  transcode: { kind: 'cpu', cost: 'medium', when: byInput },
} satisfies BlockingExports<typeof import('node:buffer')>

export const buffer: BuiltinEntry = {
  specifiers: ['node:buffer', 'buffer'],
  blocking,
  returns: {
    'Buffer.alloc': 'Buffer',
    'Buffer.concat': 'Buffer',
    'Buffer.from': 'Buffer',
    transcode: 'Buffer',
  },
}
