import type { BlockingExports, BuiltinEntry } from '../types.js'

const blocking = {
  dlopen: { kind: 'io', cost: 'medium' },
  loadEnvFile: { kind: 'io', cost: 'medium' },
  'report.getReport': { kind: 'cpu', cost: 'high' },
  'report.writeReport': { kind: 'cpu', cost: 'high' },
} satisfies BlockingExports<typeof import('node:process')>

const ends = 'ends the process: nothing is left to serve'
const cheap = 'takes well under 1 ms'

export const processModule: BuiltinEntry = {
  specifiers: ['node:process', 'process'],
  blocking,
  leftOut: {
    _rawDebug: 'writes a line to stderr',
    abort: ends,
    chdir: cheap,
    cpuUsage: cheap,
    execve: ends,
    exit: ends,
    memoryUsage: cheap,
    'stdout.write': 'as `console.log`',
  },
}
