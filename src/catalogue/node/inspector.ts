import type { BlockingExports, BuiltinEntry, PathTexts } from '../types.js'

const blocking = {
  waitForDebugger: { kind: 'wait', cost: 'high' },
} satisfies BlockingExports<typeof import('node:inspector')>

export const inspector: BuiltinEntry = {
  specifiers: ['node:inspector', 'inspector', 'node:inspector/promises', 'inspector/promises'],
  blocking,
  leftOut: {
    open: 'waits only when its third argument asks for it, which is a developer debugging',
    'Session.prototype.post': 'what it costs depends on the command',
  } satisfies PathTexts<typeof import('node:inspector')>,
}
