import type { ModuleEntry } from './types.js'

/** What this package exports for programs. */
export const ownRuntime: ModuleEntry = {
  specifiers: ['eslint-plugin-event-loop/runtime'],
  exports: { allowBlocking: { excuses: true } },
}
