import type { BlockingApi, BlockingExports, BuiltinEntry, PathTexts } from '../types.js'

// node:sqlite has no asynchronous form of a query, so nothing stands under `instead`: only a worker
// helps.
const since22 = { nodeVersions: [22, 24, 26] } as const
const since24 = { nodeVersions: [24, 26] } as const

const blocking = {
  DatabaseSync: { kind: 'io', cost: 'medium', ...since22 },
  'DatabaseSync.prototype.applyChangeset': { kind: 'io', cost: 'medium', ...since22 },
  'DatabaseSync.prototype.close': { kind: 'io', cost: 'medium', ...since22 },
  'DatabaseSync.prototype.deserialize': { kind: 'io', cost: 'high', ...since24 },
  'DatabaseSync.prototype.exec': { kind: 'io', cost: 'high', ...since22 },
  'DatabaseSync.prototype.loadExtension': { kind: 'io', cost: 'medium', ...since22 },
  'DatabaseSync.prototype.open': { kind: 'io', cost: 'medium', ...since22 },
  // Measured: 9 to 44 µs.
  'DatabaseSync.prototype.prepare': { kind: 'io', cost: 'low', ...since22 },
  'DatabaseSync.prototype.serialize': { kind: 'io', cost: 'high', ...since24 },
  'StatementSync.prototype.all': { kind: 'io', cost: 'high', ...since22 },
  'StatementSync.prototype.get': { kind: 'io', cost: 'high', ...since22 },
  'StatementSync.prototype.iterate': { kind: 'io', cost: 'high', ...since22 },
  'StatementSync.prototype.run': { kind: 'io', cost: 'high', ...since22 },
} satisfies BlockingExports<typeof import('node:sqlite')>

// Interfaces in @types/node: Session is a class that Node.js 22 does not export yet, SQLTagStore
// one that no version exports reliably; both come from a method of DatabaseSync.
const ofInterfaces = {
  'SQLTagStore.prototype.all': { kind: 'io', cost: 'high', ...since24 },
  'SQLTagStore.prototype.get': { kind: 'io', cost: 'high', ...since24 },
  'SQLTagStore.prototype.iterate': { kind: 'io', cost: 'high', ...since24 },
  'SQLTagStore.prototype.run': { kind: 'io', cost: 'high', ...since24 },
  'Session.prototype.changeset': { kind: 'io', cost: 'medium', ...since22 },
  'Session.prototype.patchset': { kind: 'io', cost: 'medium', ...since22 },
} satisfies Readonly<Record<string, BlockingApi>>

export const sqlite: BuiltinEntry = {
  specifiers: ['node:sqlite'],
  blocking: { ...blocking, ...ofInterfaces },
  returns: {
    'DatabaseSync.prototype.createSession': 'Session',
    'DatabaseSync.prototype.createTagStore': 'SQLTagStore',
    'DatabaseSync.prototype.prepare': 'StatementSync',
  } satisfies PathTexts<typeof import('node:sqlite')>,
  leftOut: {
    StatementSync: 'cannot be constructed; `prepare()` gives it',
    backup: 'copies page by page on another thread and returns a promise',
    'DatabaseSync.prototype.aggregate': 'only registers functions that queries call later',
    'DatabaseSync.prototype.createSession': 'only starts recording, which took 1 µs',
    'DatabaseSync.prototype.function': 'only registers a function that queries call later',
  } satisfies PathTexts<typeof import('node:sqlite')>,
}
