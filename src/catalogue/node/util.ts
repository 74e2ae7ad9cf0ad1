import type { BlockingExports, BuiltinEntry, PathTexts } from '../types.js'

const byInput = { type: 'large-input' } as const

const ofUtil = {
  diff: { kind: 'cpu', cost: 'high', when: byInput, nodeVersions: [22, 24, 26] },
  format: { kind: 'cpu', cost: 'medium', when: byInput },
  inspect: { kind: 'cpu', cost: 'medium', when: byInput },
  isDeepStrictEqual: { kind: 'cpu', cost: 'medium', when: byInput },
} satisfies BlockingExports<typeof import('node:util')>

export const util: BuiltinEntry = {
  specifiers: ['node:util', 'util'],
  blocking: ofUtil,
  leftOut: {
    parseEnv: 'parses a few lines',
  } satisfies PathTexts<typeof import('node:util')>,
}

const ofAssert = {
  deepStrictEqual: { kind: 'cpu', cost: 'medium', when: byInput },
} satisfies BlockingExports<typeof import('node:assert')>

export const assert: BuiltinEntry = {
  specifiers: ['node:assert', 'assert', 'node:assert/strict', 'assert/strict'],
  blocking: ofAssert,
}
