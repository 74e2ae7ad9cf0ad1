import type { ApiFacts, ModuleEntry, ModuleFacts } from '../types.js'

const later: ApiFacts = { runner: { positions: [0], runs: 'later' } }

const timers: ModuleFacts = {
  setImmediate: later,
  // A timer that fires once belongs to whoever set it; one that repeats goes on while the server
  // serves.
  setInterval: {
    runner: { positions: [0], runs: 'later' },
    registration: {
      handlers: [{ type: 'at', positions: [0] }],
      parameters: [],
      label: { type: 'text', text: 'interval' },
      paced: true,
    },
  },
  setTimeout: later,
}

export const nodeTimers: ModuleEntry = {
  framework: 'Node.js',
  specifiers: ['node:timers', 'timers'],
  exports: timers,
}

export const globalTimers: ModuleEntry = {
  framework: 'Node.js',
  specifiers: ['global'],
  exports: { ...timers, queueMicrotask: later },
}

export const processTimers: ModuleEntry = {
  framework: 'Node.js',
  specifiers: ['node:process', 'process'],
  exports: { nextTick: later },
}
