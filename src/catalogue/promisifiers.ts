import type { ApiFacts, ModuleEntry } from './types.js'

const promisifies: ApiFacts = { promisifies: true }

/** Functions that make a function with a callback one that returns a promise. */
export const promisifiers: readonly ModuleEntry[] = [
  { specifiers: ['node:util', 'util'], exports: { promisify: promisifies } },
  { specifiers: ['bluebird'], exports: { promisify: promisifies } },
  { specifiers: ['es6-promisify'], exports: { promisify: promisifies } },
  { specifiers: ['pify'], exports: { default: promisifies } },
  { specifiers: ['util.promisify'], exports: { default: promisifies } },
]
