import type { ApiFacts, ModuleEntry, ModuleFacts, ReadSource } from './types.js'

/** Calls that change nothing: whoever only makes these does nothing but look. */

const reading = (source: ReadSource, paths: readonly string[]): ModuleFacts =>
  Object.fromEntries(paths.map((path): [string, ApiFacts] => [path, { reads: source }]))

const language: ModuleEntry = {
  specifiers: ['global'],
  exports: {
    ...reading('clock', ['Date', 'Date.now', 'performance.now']),
    // Of those that write, the ones by which a lock is waited for.
    ...reading('shared-memory', ['Atomics.compareExchange', 'Atomics.exchange', 'Atomics.load']),
    ...reading('arguments', [
      'Atomics.pause',
      'BigInt',
      'Boolean',
      'Math.abs',
      'Math.ceil',
      'Math.floor',
      'Math.max',
      'Math.min',
      'Math.pow',
      'Math.random',
      'Math.round',
      'Math.sqrt',
      'Math.trunc',
      'Number',
      'Promise.resolve',
      'String',
    ]),
  },
}

const process: ModuleEntry = {
  specifiers: ['node:process', 'process'],
  exports: reading('clock', ['hrtime', 'hrtime.bigint', 'uptime']),
}

const performanceHooks: ModuleEntry = {
  specifiers: ['node:perf_hooks', 'perf_hooks'],
  exports: reading('clock', ['performance.now']),
}

const fs: ModuleEntry = {
  specifiers: ['node:fs', 'fs'],
  exports: reading('files', ['accessSync', 'existsSync', 'lstatSync', 'statSync']),
}

export const reads: readonly ModuleEntry[] = [language, process, performanceHooks, fs]
