import type { CallFacts, Reference } from '../facts.js'
import type { Evaluator } from './evaluator.js'
import { filterValues, type Value, type ValueSet } from './values.js'

// Methods of arrays, maps and sets that give one of what is in them, and those that give all of it.
const takingOne = new Set(['at', 'find', 'findLast', 'get', 'pop', 'shift'])
const takingAll = new Set(['filter', 'slice', 'toReversed', 'toSorted', 'values'])

/** What `handlers.get(name)`, `queue.shift()` and `handlers.values()` give; null for any other call. */
export function takenFrom(call: CallFacts, file: number, evaluator: Evaluator): ValueSet | null {
  if (call.callee.type !== 'member') return null
  const { object, property } = call.callee
  const isOne = takingOne.has(property)
  if (!isOne && !takingAll.has(property)) return null
  const collections = collectionsIn(evaluator.values(object, file), property, evaluator)
  if (collections.length === 0) return null
  if (!isOne) return collections
  const [key] = call.arguments
  if (property !== 'get' || key === undefined) return evaluator.elements(collections)
  const keys = evaluator.values(key, file).flatMap((value) =>
    value.type === 'literal' ? [String(value.value)] : [],
  )
  const [known] = keys
  return known === undefined || keys.length > 1
    ? evaluator.elements(collections)
    : evaluator.member(collections, known)
}

function collectionsIn(values: ValueSet, method: string, evaluator: Evaluator): ValueSet {
  return filterValues(values, (value) => {
    const facts = factsOf(value, evaluator)
    if (facts === undefined) return false
    if (method === 'get') return facts.collection === 'map'
    return method === 'values' ? facts.array || facts.collection !== undefined : facts.array
  })
}

/**
 * What `handler` is in `for (const [name, handler] of handlers)` where that goes through a map or through entries;
 * null for any other member.
 */
export function pairedValues(
  { object, property }: Reference & { type: 'member' },
  file: number,
  evaluator: Evaluator,
): ValueSet | null {
  if (property !== '1' || object.type !== 'element') return null
  const iterated = object.object
  const entries = entriesOf(iterated, file, evaluator)
  if (entries !== null) return evaluator.elements(entries)
  const maps = filterValues(
    evaluator.values(iterated, file),
    (value) => factsOf(value, evaluator)?.collection === 'map',
  )
  return maps.length === 0 ? null : evaluator.elements(maps)
}

/** What `Object.entries(handlers)` and `handlers.entries()` are called on. */
function entriesOf(iterated: Reference, file: number, evaluator: Evaluator): ValueSet | null {
  const call = iterated.type === 'call' ? evaluator.factsOf(file)?.calls[iterated.call] : undefined
  if (call?.callee.type !== 'member' || call.callee.property !== 'entries') return null
  const { object } = call.callee
  if (object.type !== 'global' || object.name !== 'Object') return evaluator.values(object, file)
  const [argument] = call.arguments
  return argument === undefined ? null : evaluator.values(argument, file)
}

function factsOf(value: Value, evaluator: Evaluator) {
  return value.type === 'object' ? evaluator.factsOf(value.file)?.objects[value.object] : undefined
}
