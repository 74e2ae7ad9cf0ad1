import type { BlockingApi, BlockingExports, BuiltinEntry } from '../types.js'

const byInput = { type: 'large-input' } as const

const blocking = {
  Script: { kind: 'cpu', cost: 'medium', when: byInput },
  'Script.prototype.runInContext': { kind: 'cpu', cost: 'medium' },
  'Script.prototype.runInNewContext': { kind: 'cpu', cost: 'medium' },
  'Script.prototype.runInThisContext': { kind: 'cpu', cost: 'medium' },
  compileFunction: { kind: 'cpu', cost: 'medium', when: byInput },
  createContext: { kind: 'cpu', cost: 'medium' },
  runInContext: { kind: 'cpu', cost: 'medium' },
  runInNewContext: { kind: 'cpu', cost: 'medium' },
  runInThisContext: { kind: 'cpu', cost: 'medium' },
} satisfies BlockingExports<typeof import('node:vm')>

// Undocumented, so @types/node leaves it out.
const untyped = {
  createScript: { kind: 'cpu', cost: 'medium', when: byInput },
} satisfies Readonly<Record<string, BlockingApi>>

export const vm: BuiltinEntry = {
  specifiers: ['node:vm', 'vm'],
  blocking: { ...blocking, ...untyped },
  returns: { createScript: 'Script' },
}
