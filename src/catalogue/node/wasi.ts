import type { BlockingExports, BuiltinEntry } from '../types.js'

const blocking = {
  'WASI.prototype.initialize': { kind: 'cpu', cost: 'medium' },
  'WASI.prototype.start': { kind: 'cpu', cost: 'high' },
} satisfies BlockingExports<typeof import('node:wasi')>

export const wasi: BuiltinEntry = { specifiers: ['node:wasi', 'wasi'], blocking }
