import type { BlockingExports, BuiltinEntry, PathTexts } from '../types.js'

const blocking = {
  execFileSync: { kind: 'io', cost: 'high', instead: 'node:child_process#execFile' },
  execSync: { kind: 'io', cost: 'high', instead: 'node:child_process#exec' },
  spawnSync: { kind: 'io', cost: 'high', instead: 'node:child_process#spawn' },
} satisfies BlockingExports<typeof import('node:child_process')>

const asynchronous =
  'the program runs beside the loop; only creating the process takes time, ' +
  'which is a matter of how many processes a request may start'

export const childProcess: BuiltinEntry = {
  specifiers: ['node:child_process', 'child_process'],
  blocking,
  returns: {
    exec: 'ChildProcess',
    execFile: 'ChildProcess',
    fork: 'ChildProcess',
    spawn: 'ChildProcess',
  } satisfies PathTexts<typeof import('node:child_process')>,
  leftOut: {
    exec: asynchronous,
    execFile: asynchronous,
    fork: asynchronous,
    spawn: asynchronous,
  } satisfies PathTexts<typeof import('node:child_process')>,
}
