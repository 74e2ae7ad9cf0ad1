/** Something of the catalogue that can be taken away. */
export interface Row {
  readonly name: string
  /** What a test must have asked for, one of them at least, to know of it. */
  readonly keys: Set<string>
  /** Takes it away. Calling the result puts it back. */
  readonly remove: () => () => void
}

export interface Collection {
  /** What stands before a key in the names of rows. */
  readonly name: string
  readonly map: ReadonlyMap<string, unknown> | ReadonlySet<string>
  /** What stands under a key is no more than its parts. */
  readonly isOfParts?: true
  /** What stands under a key has its parts elsewhere. */
  readonly isOfWholes?: true
}

type Keyed = Map<string, unknown> & Set<string>

/** Properties that say how a finding reads, or that running Node.js proves, and not whether there is one. */
const wording = new Set([
  'copies',
  'flag',
  'framework',
  'instead',
  'label',
  'library',
  'message',
  'name',
  'nodeVersions',
  'noun',
  'onceEnough',
  'outcome',
  'platforms',
  'route',
  'type',
])

/** Numbers that say where something stands, without which its owner has no meaning. */
const places = new Set(['argument', 'position', 'from', 'prefix'])

/**
 * Reports whenever a key of a collection is asked for.
 *
 * @param report gets the collection's name with the key
 */
export function watch({ name, map }: Collection, report: (key: string) => void): void {
  const watched = map as Keyed
  const { get, has } = watched
  const all = (): void => {
    for (const key of Map.prototype.keys.call(asMap(watched))) report(`${name}${String(key)}`)
  }
  if (watched instanceof Map) {
    watched.get = (key) => {
      const value: unknown = get.call(watched, key)
      if (value !== undefined) report(`${name}${key}`)
      return value
    }
  }
  watched.has = (key) => {
    const isThere = has.call(watched, key)
    if (isThere) report(`${name}${key}`)
    return isThere
  }
  for (const method of ['entries', 'keys', 'values', 'forEach', Symbol.iterator] as const) {
    const original = watched[method] as (...args: unknown[]) => unknown
    Object.defineProperty(watched, method, {
      value: (...args: unknown[]) => {
        all()
        return original.apply(watched, args)
      },
    })
  }
}

const ownKeys = new WeakMap<object, string>()

/** Gives a part a key of its own: tests that ask for it know more of it than those that ask for the whole. */
export function giveKey(part: object, key: string): void {
  ownKeys.set(part, key)
}

/** Reports whenever a property is read, whether or not it is there. */
export function watchProperty(owner: object, property: string, report: () => void): void {
  let value: unknown = (owner as Record<string, unknown>)[property]
  Object.defineProperty(owner, property, {
    configurable: true,
    enumerable: true,
    get: () => {
      report()
      return value
    },
    set: (next) => {
      value = next
    },
  })
}

const asMap = (collection: Keyed): Map<string, unknown> =>
  collection instanceof Map
    ? collection
    : new Map(Array.from(Set.prototype.values.call(collection), (key) => [String(key), key]))

/** Each key of a collection, and the parts of what stands under it. */
export function rowsOfMap(collection: Collection, seen: Map<object, Row[]>): readonly Row[] {
  const { name, isOfParts = false, isOfWholes = false } = collection
  const map = collection.map as Keyed
  return [...asMap(map)].flatMap(([key, value]) => {
    const id = `${name}${key}`
    const whole: Row = {
      name: id,
      keys: new Set([id]),
      remove: () => {
        map.delete(key)
        return () => void (map instanceof Map ? map.set(key, value) : (map as Set<string>).add(key))
      },
    }
    // `{}` says that nothing is known of it, whatever a row for all of its kind says.
    const isWhole = !isOfParts || (isObject(value) && Object.keys(value).length === 0)
    return [...(isWhole ? [whole] : []), ...(isObject(value) && !isOfWholes ? partsOf(value, id, [id], seen) : [])]
  })
}

/**
 * The parts of a value: optional properties and items of lists, down to the last. What several rows
 * share is one part, with the keys of all.
 */
export function partsOf(
  value: object,
  name: string,
  keys: readonly string[],
  seen: Map<object, Row[]>,
): readonly Row[] {
  const known = seen.get(value)
  if (known !== undefined) {
    for (const row of known) for (const key of keys) row.keys.add(key)
    return []
  }
  const rows: Row[] = []
  seen.set(value, rows)
  const keysOf = (part: unknown): readonly string[] => {
    const own = isObject(part) ? ownKeys.get(part) : undefined
    return own === undefined ? keys : [own]
  }
  // A value's parts are found below every row that holds it, so that all their keys count.
  const below = (part: object, partName: string): Row[] => {
    const found = [...partsOf(part, partName, keysOf(part), seen)]
    rows.push(...(seen.get(part) ?? []))
    return found
  }
  const found: Row[] = []
  const add = (row: Row): void => {
    rows.push(row)
    found.push(row)
  }
  if (Array.isArray(value)) {
    value.forEach((item: unknown, index) => {
      const itemName = `${name}[${isObject(item) ? index : String(item)}]`
      if (!unseenRoles.has(item)) add(rowOfItem(value, item, itemName, keysOf(item)))
      if (isObject(item)) found.push(...below(item, itemName))
    })
    return found
  }
  for (const [property, part] of Object.entries(value) as [string, unknown][]) {
    if (wording.has(property) || places.has(property) || part instanceof RegExp) continue
    // Which is as good as nothing: only what runs in place is asked for.
    if (property === 'runs' && part === 'later') continue
    const partName = `${name} ${property}`
    // A list is no more than its items.
    if (!Array.isArray(part)) {
      add({ name: partName, keys: new Set(keys), remove: () => removeProperty(value, property) })
    }
    if (isObject(part)) found.push(...below(part, partName))
  }
  return found
}

function rowOfItem(list: unknown[], item: unknown, name: string, keys: readonly string[]): Row {
  return {
    name,
    keys: new Set(keys),
    remove: () => {
      const before = [...list]
      const at = list.indexOf(item)
      // The places of the others matter in lists of roles.
      if (isRole(item)) list[at] = 'other'
      else list.splice(at, 1)
      return () => void list.splice(0, list.length, ...before)
    },
  }
}

const requestRoles = new Set<unknown>(['request', 'response', 'context', 'socket'])
const isRole = (item: unknown): boolean => requestRoles.has(item)

/** What else parameters are told to be makes no difference yet. */
const unseenRoles = new Set<unknown>(['next', 'error', 'data', 'other', null])

function removeProperty(owner: object, property: string): () => void {
  // It may be watched.
  const before = Object.getOwnPropertyDescriptors(owner)
  delete (owner as Record<string, unknown>)[property]
  return () => void Object.defineProperties(owner, before)
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !(value instanceof RegExp) && !(value instanceof Map) && !(value instanceof Set)
