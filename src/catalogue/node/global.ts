import type { BlockingApi, BlockingExports, BuiltinEntry } from '../types.js'

const byInput = { type: 'large-input' } as const
const once = { type: 'first-call' } as const

const blocking = {
  'Atomics.wait': {
    kind: 'wait',
    cost: 'high',
    when: { type: 'timeout', argument: 3 },
    instead: 'global#Atomics.waitAsync',
    sleeps: { milliseconds: 3 },
  },
  'JSON.parse': { kind: 'cpu', cost: 'medium', when: byInput },
  'JSON.stringify': { kind: 'cpu', cost: 'medium', when: byInput },
  require: { kind: 'io', cost: 'high', when: once },
  structuredClone: { kind: 'cpu', cost: 'medium', when: byInput },
} satisfies BlockingExports<typeof globalThis>

// TypeScript declares WebAssembly among the browser's types only, and `import.meta` is no export.
const untyped = {
  'WebAssembly.Instance': {
    kind: 'cpu',
    cost: 'medium',
    instead: 'global#WebAssembly.instantiate',
  },
  'WebAssembly.Module': { kind: 'cpu', cost: 'medium', instead: 'global#WebAssembly.compile' },
  'import.meta.resolve': { kind: 'io', cost: 'low', when: once },
  'require.resolve': { kind: 'io', cost: 'low', when: once },
} satisfies Readonly<Record<string, BlockingApi>>

/** What needs no import: export paths are names of globals. */
export const global: BuiltinEntry = {
  specifiers: ['global'],
  blocking: { ...blocking, ...untyped },
  leftOut: {
    Function: 'what it costs is the code it compiles',
    'WebAssembly.validate': 'only checks the bytes',
    'console.log':
      'writes to a pipe are asynchronous on Linux and macOS, and small ones to a file are fast',
    eval: 'what it costs is the code it runs',
    'localStorage.setItem': 'in code shared with the browser the name means the browser’s own',
  },
}
