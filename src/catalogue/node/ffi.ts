import type { BlockingExports, BuiltinEntry } from '../types.js'

// Its export toString would have to be listed, since every object has one.
const blocking = {
  'DynamicLibrary.prototype.getFunction': { kind: 'cpu', cost: 'medium', nodeVersions: [26] },
  dlopen: { kind: 'io', cost: 'medium', nodeVersions: [26] },
} satisfies BlockingExports<Omit<typeof import('node:ffi'), 'toString'>>

export const ffi: BuiltinEntry = { specifiers: ['node:ffi'], blocking }
