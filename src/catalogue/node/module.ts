import type { BlockingApi, BlockingExports, BuiltinEntry, PathTexts } from '../types.js'

const once = { type: 'first-call' } as const

const blocking = {
  createRequire: { kind: 'io', cost: 'low', when: once },
  enableCompileCache: { kind: 'io', cost: 'medium', when: once, nodeVersions: [22, 24, 26] },
  findPackageJSON: { kind: 'io', cost: 'low', when: once, nodeVersions: [22, 24, 26] },
  flushCompileCache: { kind: 'io', cost: 'medium', nodeVersions: [22, 24, 26] },
  stripTypeScriptTypes: {
    kind: 'cpu',
    cost: 'medium',
    when: { type: 'large-input' },
    nodeVersions: [22, 24, 26],
  },
} satisfies BlockingExports<typeof import('node:module')>

// The `require` of a module object: an interface of its own in @types/node.
const untyped = {
  'prototype.require': { kind: 'io', cost: 'high', when: once },
  'Module.prototype.require': { kind: 'io', cost: 'high', when: once },
} satisfies Readonly<Record<string, BlockingApi>>

export const module: BuiltinEntry = {
  specifiers: ['node:module', 'module'],
  blocking: { ...blocking, ...untyped },
  leftOut: {
    findSourceMap: 'looks up a map that is already loaded',
    registerHooks: 'only registers hooks; what loads modules later is listed',
    runMain: 'starts the program, once',
    syncBuiltinESMExports: 'takes well under 1 ms',
  } satisfies PathTexts<typeof import('node:module')>,
}
