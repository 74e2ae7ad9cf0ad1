import type { ParameterRole } from '../../catalogue/types.js'

/** What an expression may be at run time, as far as the project's text tells. */
export type Value =
  | { readonly type: 'function'; readonly file: number; readonly function: number }
  | { readonly type: 'class'; readonly file: number; readonly class: number }
  /** An object made by a class of the project. */
  | { readonly type: 'instance'; readonly file: number; readonly class: number }
  /** An object made by `new` from a plain function, or that function's `prototype`. */
  | { readonly type: 'made'; readonly file: number; readonly function: number }
  | { readonly type: 'object'; readonly file: number; readonly object: number }
  /** What a file of the project exports, as `require` or a namespace import gives it. */
  | { readonly type: 'namespace'; readonly file: number }
  /** An export path of a module of the catalogue; empty for the module itself. */
  | { readonly type: 'api'; readonly module: string; readonly path: string }
  | { readonly type: 'literal'; readonly value: string | number | boolean | null }
  /** A request object (path empty), or a member of one: `socket`, `body.user`. */
  | { readonly type: 'request'; readonly role: ParameterRole; readonly path: string }

/** Values by key, so that equal ones count once. */
export type ValueSet = ReadonlyMap<string, Value>

export const noValues: ValueSet = new Map()

// Past this many alternatives a set says nothing any more, and would only make linking slow.
export const mostValues = 32

export function keyOf(value: Value): string {
  switch (value.type) {
    case 'function':
    case 'made':
      return `${value.type}:${value.file}:${value.function}`
    case 'class':
    case 'instance':
      return `${value.type}:${value.file}:${value.class}`
    case 'object':
      return `object:${value.file}:${value.object}`
    case 'namespace':
      return `namespace:${value.file}`
    case 'api':
      return `api:${value.module}#${value.path}`
    case 'literal':
      return `literal:${typeof value.value}:${String(value.value)}`
    case 'request':
      return `request:${value.role}:${value.path}`
  }
}

export function setOf(...values: readonly Value[]): ValueSet {
  if (values.length === 0) return noValues
  const set = new Map<string, Value>()
  for (const value of values) set.set(keyOf(value), value)
  return set
}

export function unite(sets: Iterable<ValueSet>): ValueSet {
  let result: Map<string, Value> | null = null
  let first: ValueSet = noValues
  for (const set of sets) {
    if (set.size === 0) continue
    if (first.size === 0) {
      first = set
      continue
    }
    result ??= new Map(first)
    for (const [key, value] of set) {
      if (result.size >= mostValues) return result
      result.set(key, value)
    }
  }
  return result ?? first
}

export function joinPath(path: string, property: string): string {
  return path === '' ? property : `${path}.${property}`
}

/** A class or type of the catalogue named by a module's facts: `Hash`, `node:http#Server`. */
export function describedBy(returns: string, module: string): Value {
  const [other, name] = returns.split('#')
  return name === undefined
    ? { type: 'api', module, path: `${returns}.prototype` }
    : { type: 'api', module: other ?? module, path: `${name}.prototype` }
}
