import { syncBuiltinESMExports } from 'node:module'

import { eagerModules, journalledApis, type JournalledApi } from './journalled-apis.js'

export type BuiltinFunction = (this: unknown, ...parameters: unknown[]) => unknown

/** Gives a builtin's replacement; its name, length and properties become the original's. */
export type WrapBuiltin = (api: JournalledApi, original: BuiltinFunction) => BuiltinFunction

/** Builtins that were replaced. */
export interface WrappedBuiltins {
  /** Replaces those of modules that the program has loaded since; costs next to nothing if there are none. */
  wrapLoaded(): void
  /** Puts back the originals, except where somebody else has replaced ours. */
  restore(): void
}

/**
 * Replaces the journalled functions of Node's modules, for CommonJS, default and named imports
 * alike, and those of the global object.
 */
export function wrapBuiltins(wrap: WrapBuiltin): WrappedBuiltins {
  const restorers: (() => void)[] = []
  const waiting = new Map<string, readonly JournalledApi[]>()
  // Undocumented, and there since Node.js 0.x: the builtins that have been loaded, always in the same array.
  const { moduleLoadList } = process as { moduleLoadList?: readonly string[] }
  let modulesSeen = 0

  const wrapAll = (apis: readonly JournalledApi[]): void => {
    for (const api of apis) {
      const place = findPlace(api)
      const property = place && Object.getOwnPropertyDescriptor(place.owner, place.key)
      if (!property || !isReplaceable(property)) continue
      const { owner, key } = place
      const replacement = replace(api, property.value, wrap)
      Object.defineProperty(owner, key, { ...property, value: replacement })
      restorers.push(() => {
        const current = Object.getOwnPropertyDescriptor(owner, key)
        if (current?.value === replacement) Object.defineProperty(owner, key, property)
      })
    }
  }

  wrapAll(journalledApis.filter(({ module }) => eagerModules.has(module)))
  for (const api of journalledApis) {
    if (eagerModules.has(api.module)) continue
    const name = `NativeModule ${api.module}`
    waiting.set(name, [...(waiting.get(name) ?? []), api])
  }
  syncBuiltinESMExports()
  wrapLoaded()

  function wrapLoaded(): void {
    if (moduleLoadList === undefined || moduleLoadList.length === modulesSeen) return
    modulesSeen = moduleLoadList.length
    const loaded = moduleLoadList.filter((name) => waiting.has(name))
    for (const name of loaded) {
      wrapAll(waiting.get(name) ?? [])
      waiting.delete(name)
    }
    if (loaded.length > 0) syncBuiltinESMExports()
  }

  return {
    wrapLoaded,
    restore: () => {
      for (const restore of restorers.reverse()) restore()
      syncBuiltinESMExports()
    },
  }
}

/** The object that holds an API, and under which name; null where this Node.js has no such API. */
function findPlace({ module, path }: JournalledApi): { owner: object; key: string } | null {
  const keys = path.split('.')
  const key = keys.pop() ?? ''
  let owner: unknown = module === 'global' ? globalThis : moduleExports(module)
  for (const step of keys) {
    const property = isObject(owner) ? Object.getOwnPropertyDescriptor(owner, step) : undefined
    // A getter may load something, or warn. Those of `fs.Dir` and `process.report` do neither.
    owner = property?.get && !(module in quietGetters) ? undefined : isObject(owner) && readMember(owner, step)
  }
  return isObject(owner) ? { owner, key } : null
}

const quietGetters = { fs: 'Dir', process: 'report' }

function readMember(owner: object, name: string): unknown {
  return (owner as Record<string, unknown>)[name]
}

function moduleExports(name: string): object | undefined {
  return process.getBuiltinModule(name.includes('/') || name === 'sqlite' ? `node:${name}` : name)
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}

function isReplaceable(
  property: PropertyDescriptor,
): property is PropertyDescriptor & { value: BuiltinFunction } {
  return typeof property.value === 'function' && property.configurable === true
}

function replace(api: JournalledApi, original: BuiltinFunction, wrap: WrapBuiltin): BuiltinFunction {
  if (api.isClass) return replaceClass(api, original, wrap)
  const wrapper = wrap(api, original)
  copyProperties(original, wrapper)
  return wrapper
}

/** A class stays the same to `instanceof`, to its heirs and to whoever reads its members. */
function replaceClass(
  api: JournalledApi,
  original: BuiltinFunction,
  wrap: WrapBuiltin,
): BuiltinFunction {
  const { apply, construct } = Reflect
  // The journal hands `this` and arguments on, whatever they are: here, `this` is what `new` names.
  const create = wrap(api, function create(this: unknown, ...parameters: unknown[]) {
    return construct(original, parameters, this as BuiltinFunction)
  })
  const replacement: BuiltinFunction = new Proxy(original, {
    construct: (_target, parameters, newTarget) => {
      return apply(create, newTarget === replacement ? original : newTarget, parameters) as object
    },
  })
  return replacement
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
