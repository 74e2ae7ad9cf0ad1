import type { BlockingApi, BuiltinEntry, PathTexts } from '../types.js'

// @types/node lacks both.
const untyped = {
  'Socket.prototype.bindSync': {
    kind: 'io',
    cost: 'low',
    instead: 'node:dgram#Socket.prototype.bind',
    nodeVersions: [24, 26],
  },
  'Socket.prototype.connectSync': {
    kind: 'io',
    cost: 'low',
    instead: 'node:dgram#Socket.prototype.connect',
    nodeVersions: [24, 26],
  },
} satisfies Readonly<Record<string, BlockingApi>>

export const dgram: BuiltinEntry = {
  specifiers: ['node:dgram', 'dgram'],
  blocking: untyped,
  returns: { createSocket: 'Socket' } satisfies PathTexts<typeof import('node:dgram')>,
}
