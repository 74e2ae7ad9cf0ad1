import type { PackageEntry } from '../types.js'

// Each of these stops the thread until something asynchronous has ended elsewhere.
const wait = { kind: 'wait', cost: 'high' } as const
const sleep = {
  ...wait,
  instead: 'node:timers/promises#setTimeout',
  sleeps: { milliseconds: 0 },
} as const
const sleepInOtherUnits = { ...sleep, sleeps: {} } as const

export const waiting: readonly PackageEntry[] = [
  {
    specifiers: ['@prettier/sync'],
    blocking: [
      { ...wait, paths: ['check', 'format', 'formatWithCursor'] },
      { ...wait, instead: 'prettier#resolveConfig', paths: ['resolveConfig'] },
    ],
  },
  {
    specifiers: ['atomic-sleep'],
    blocking: [{ ...sleep, paths: ['default'] }],
  },
  {
    specifiers: ['deasync'],
    blocking: [
      { ...wait, paths: ['deasync().prototype'] },
      { ...wait, sleeps: {}, paths: ['loopWhile', 'runLoopOnce'] },
      { ...sleep, paths: ['sleep'] },
    ],
    returns: { default: 'deasync()' },
    leftOut: { default: 'only wraps a function; calling what it gives is listed' },
  },
  {
    specifiers: ['make-synchronous'],
    blocking: [{ ...wait, paths: ['makeSynchronous().prototype'] }],
    returns: { default: 'makeSynchronous()' },
    leftOut: { default: 'only wraps a function; calling what it gives is listed' },
  },
  {
    specifiers: ['sleep'],
    blocking: [
      { ...sleep, paths: ['msleep'] },
      { ...sleepInOtherUnits, paths: ['sleep', 'usleep'] },
    ],
  },
  { specifiers: ['sync-fetch'], blocking: [{ ...wait, instead: 'global#fetch', paths: ['default'] }] },
  { specifiers: ['sync-request'], blocking: [{ ...wait, instead: 'global#fetch', paths: ['default'] }] },
  {
    specifiers: ['sync-threads'],
    blocking: [{ ...wait, paths: ['createSyncFn().prototype'] }],
    returns: { createSyncFn: 'createSyncFn()' },
    leftOut: { createSyncFn: 'only wraps a worker; calling what it gives is listed' },
  },
  {
    specifiers: ['synckit'],
    blocking: [{ ...wait, paths: ['createSyncFn().prototype'] }],
    returns: { createSyncFn: 'createSyncFn()' },
    leftOut: { createSyncFn: 'only wraps a worker; calling what it gives is listed' },
  },
  { specifiers: ['system-sleep'], blocking: [{ ...sleep, paths: ['default'] }] },
  { specifiers: ['thread-sleep'], blocking: [{ ...sleep, paths: ['default'] }] },
]
