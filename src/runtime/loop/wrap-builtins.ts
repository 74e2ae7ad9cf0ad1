import { syncBuiltinESMExports } from 'node:module'

/** A function of one of Node's modules. */
export interface Builtin {
  readonly module: JournalledModule
  readonly name: string
}

export type JournalledModule = (typeof modules)[number]

export type BuiltinFunction = (this: unknown, ...parameters: unknown[]) => unknown

const modules = ['fs', 'child_process', 'crypto', 'zlib'] as const

/**
 * Replaces every function of these modules whose name ends in `Sync`, for CommonJS, default and
 * named imports alike.
 *
 * @param wrap gives the replacement; its name, length and properties become the original's.
 * @returns a function that puts back the originals, except where somebody else has replaced ours.
 */
export function wrapBuiltins(
  wrap: (builtin: Builtin, original: BuiltinFunction) => BuiltinFunction,
): () => void {
  const restorers: (() => void)[] = []
  for (const module of modules) {
    const exports: object = process.getBuiltinModule(module)
    for (const name of Object.getOwnPropertyNames(exports)) {
      const property = Object.getOwnPropertyDescriptor(exports, name)
      if (!name.endsWith('Sync') || !isReplaceable(property)) continue
      const original = property.value
      const wrapper = wrap({ module, name }, original)
      copyProperties(original, wrapper)
      Object.defineProperty(exports, name, { ...property, value: wrapper })
      restorers.push(() => {
        const current = Object.getOwnPropertyDescriptor(exports, name)
        if (current?.value === wrapper) Object.defineProperty(exports, name, property)
      })
    }
  }
  syncBuiltinESMExports()
  return () => {
    for (const restore of restorers) restore()
    syncBuiltinESMExports()
  }
}

function isReplaceable(
  property: PropertyDescriptor | undefined,
): property is PropertyDescriptor & { value: BuiltinFunction } {
  return typeof property?.value === 'function' && property.configurable === true
}

/** Name, length and what else hangs on a function, such as `realpathSync.native`. */
function copyProperties(from: BuiltinFunction, to: BuiltinFunction): void {
  for (const key of Reflect.ownKeys(from)) {
    const target = Object.getOwnPropertyDescriptor(to, key)
    const source = Object.getOwnPropertyDescriptor(from, key)
    if (source && key !== 'prototype' && target?.configurable !== false) {
      Object.defineProperty(to, key, source)
    }
  }
}
