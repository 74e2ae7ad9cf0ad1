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
  | {
      readonly type: 'api'
      readonly module: string
      readonly path: string
      /** The functions that a builder was given and that run before what it is given next, by key. */
      readonly after?: string
    }
  | { readonly type: 'literal'; readonly value: string | number | boolean | null }
  /** A request object (path empty), or a member of one: `socket`, `body.user`. */
  | { readonly type: 'request'; readonly role: ParameterRole; readonly path: string }

/** A set: values in the order of `compareValues`, none twice. Equal values are the same object. */
export type ValueSet = readonly Value[]

export const noValues: ValueSet = []

// Past this many alternatives a set says nothing any more, and would only make linking slow.
export const mostValues = 32

/** The set of some values. */
export function setOf(...values: readonly Value[]): ValueSet {
  const [first] = values
  if (first === undefined) return noValues
  return values.length === 1 ? singleOf(first) : unite(values.map(singleOf))
}

/** The set of one value that a file and a number in it tell, made without making the value again. */
export function numberedSet(type: 'function' | 'class' | 'object', file: number, number: number): ValueSet {
  const known = numbered[type][file]?.[number]
  if (known !== undefined) return known
  if (type === 'function') return numberedSingle({ type, file, function: number })
  return numberedSingle(type === 'class' ? { type, file, class: number } : { type, file, object: number })
}

/** The set of one literal. */
export function literalSet(value: string | number | boolean | null): ValueSet {
  return literals.get(value) ?? singleOf({ type: 'literal', value })
}

/** The values that meet a condition. */
export function filterValues(values: ValueSet, isKept: (value: Value) => boolean): ValueSet {
  if (values.length === 0) return values
  const kept = values.filter(isKept)
  return kept.length === values.length ? values : setOf(...kept)
}

/** All values of some sets; of too many the first ones. */
export function unite(sets: Iterable<ValueSet>): ValueSet {
  let first: ValueSet = noValues
  let all: Set<Value> | null = null
  for (const set of sets) {
    if (set.length === 0 || set === first) continue
    if (first.length === 0) {
      first = set
      continue
    }
    all ??= new Set(first)
    for (const value of set) all.add(value)
  }
  if (all === null || all.size === first.length) return first
  // In order, so that neither the result nor what is left out depends on who came first.
  return [...all].sort(compareValues).slice(0, mostValues)
}

export function areEqual(a: ValueSet, b: ValueSet): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  return a.every((value, index) => value === b[index])
}

/** All values that something makes of some. */
export function uniteEach(values: ValueSet, toValues: (value: Value) => ValueSet): ValueSet {
  // Nearly all sets hold one value.
  const [only] = values
  if (only === undefined) return noValues
  return values.length === 1 ? toValues(only) : unite(values.map(toValues))
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

// The sets of one value, made once. They hold nothing of a project, only its numbers and the texts in it.
type Numbered = 'function' | 'class' | 'instance' | 'made' | 'object' | 'namespace'
const numbered: Readonly<Record<Numbered, (ValueSet | undefined)[][]>> = {
  function: [],
  class: [],
  instance: [],
  made: [],
  object: [],
  namespace: [],
}
const named = new Map<string, Map<string, ValueSet>>()
const literals = new Map<unknown, ValueSet>()

function singleOf(value: Value): ValueSet {
  switch (value.type) {
    case 'api':
      return namedSingle(value, value.module, value.after ? `${value.path} ${value.after}` : value.path)
    case 'request':
      return namedSingle(value, `request ${value.role}`, value.path)
    case 'literal': {
      const known = literals.get(value.value)
      if (known !== undefined) return known
      const single = [value]
      literals.set(value.value, single)
      return single
    }
    default:
      return numberedSingle(value)
  }
}

function namedSingle(value: Value, group: string, name: string): ValueSet {
  let byName = named.get(group)
  if (byName === undefined) {
    byName = new Map()
    named.set(group, byName)
  }
  const known = byName.get(name)
  if (known !== undefined) return known
  const single = [value]
  byName.set(name, single)
  return single
}

function numberedSingle(value: Value & { readonly type: Numbered }): ValueSet {
  const byNumber = (numbered[value.type][value.file] ??= [])
  return (byNumber[numberOf(value)] ??= [value])
}

function numberOf(value: Value & { readonly type: Numbered }): number {
  switch (value.type) {
    case 'function':
    case 'made':
      return value.function
    case 'class':
    case 'instance':
      return value.class
    case 'object':
      return value.object
    case 'namespace':
      return 0
  }
}

// Texts come last: of too many alternatives they are the ones that matter least.
const typeOrder: readonly Value['type'][] = [
  'function',
  'class',
  'instance',
  'made',
  'object',
  'namespace',
  'api',
  'request',
  'literal',
]

function compareValues(a: Value, b: Value): number {
  return typeOrder.indexOf(a.type) - typeOrder.indexOf(b.type) || compareAlike(a, b)
}

function compareAlike(a: Value, b: Value): number {
  if (a.type === 'literal' && b.type === 'literal') {
    return compareTexts(typeof a.value, typeof b.value) || compareTexts(`${a.value}`, `${b.value}`)
  }
  if (a.type === 'api' && b.type === 'api') {
    return (
      compareTexts(a.module, b.module) ||
      compareTexts(a.path, b.path) ||
      compareTexts(a.after ?? '', b.after ?? '')
    )
  }
  if (a.type === 'request' && b.type === 'request') {
    return compareTexts(a.role, b.role) || compareTexts(a.path, b.path)
  }
  return isNumbered(a) && isNumbered(b) ? a.file - b.file || numberOf(a) - numberOf(b) : 0
}

function isNumbered(value: Value): value is Value & { readonly type: Numbered } {
  return 'file' in value
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
