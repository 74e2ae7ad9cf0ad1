import type { ApiFacts, CallbackRunner, ModuleEntry, ModuleFacts } from './types.js'

const first: CallbackRunner = { positions: [0], runs: 'in-place' }
const second: CallbackRunner = { positions: [1], runs: 'in-place' }

const typedArrays = [
  'BigInt64Array',
  'BigUint64Array',
  'Float32Array',
  'Float64Array',
  'Int16Array',
  'Int32Array',
  'Int8Array',
  'Uint16Array',
  'Uint32Array',
  'Uint8Array',
  'Uint8ClampedArray',
] as const

const mapped: ModuleFacts = Object.fromEntries(
  typedArrays.map((name): [string, ApiFacts] => [`${name}.from`, { runner: second }]),
)

/** Functions of the language itself that run a function they are given. */
export const globalRunners: ModuleEntry = {
  specifiers: ['global'],
  exports: {
    'Array.from': { runner: second },
    'Array.fromAsync': { runner: { positions: [1], runs: 'later' } },
    'JSON.parse': { runner: second },
    'JSON.stringify': { runner: second },
    'Map.groupBy': { runner: second },
    'Object.groupBy': { runner: second },
    Promise: { runner: first },
    'Promise.try': { runner: first },
    'Reflect.construct': { runner: first },
    ...mapped,
  },
}

/** Functions of Node.js that run their callback before they return. */
export const asyncContext: ModuleEntry = {
  specifiers: ['node:async_hooks', 'async_hooks'],
  exports: {
    'AsyncLocalStorage.prototype.enterWith': { store: 'set' },
    'AsyncLocalStorage.prototype.exit': { runner: first },
    'AsyncLocalStorage.prototype.getStore': { store: 'get' },
    'AsyncLocalStorage.prototype.run': { runner: second, store: 'set' },
    'AsyncResource.prototype.runInAsyncScope': { runner: first },
  },
}

/**
 * Methods of built-in prototypes that run a function they are given, recognised by their name
 * alone: of arrays, typed arrays, maps, sets, iterators, strings and promises.
 */
export const methodRunners: Readonly<Record<string, CallbackRunner>> = {
  catch: { positions: [0], runs: 'later' },
  every: first,
  filter: first,
  finally: { positions: [0], runs: 'later' },
  find: first,
  findIndex: first,
  findLast: first,
  findLastIndex: first,
  flatMap: first,
  forEach: first,
  map: first,
  reduce: first,
  reduceRight: first,
  replace: second,
  replaceAll: second,
  some: first,
  sort: first,
  then: { positions: [0, 1], runs: 'later' },
  toSorted: first,
}
