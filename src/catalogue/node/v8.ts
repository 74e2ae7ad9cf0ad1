import type { BlockingExports, BuiltinEntry, PathTexts } from '../types.js'

const blocking = {
  deserialize: { kind: 'cpu', cost: 'medium', when: { type: 'large-input' } },
  getHeapCodeStatistics: { kind: 'cpu', cost: 'medium' },
  // Builds the whole snapshot before it returns the stream.
  getHeapSnapshot: { kind: 'cpu', cost: 'high' },
  queryObjects: { kind: 'cpu', cost: 'high' },
  serialize: { kind: 'cpu', cost: 'medium', when: { type: 'large-input' } },
  takeCoverage: { kind: 'io', cost: 'medium' },
  writeHeapSnapshot: { kind: 'cpu', cost: 'high' },
} satisfies BlockingExports<typeof import('node:v8')>

const few = 'takes well under 1 ms'

export const v8: BuiltinEntry = {
  specifiers: ['node:v8', 'v8'],
  blocking,
  leftOut: {
    getCppHeapStatistics: few,
    getHeapSpaceStatistics: few,
    setFlagsFromString: few,
    startCpuProfile: few,
    stopCoverage: few,
  } satisfies PathTexts<typeof import('node:v8')>,
}
