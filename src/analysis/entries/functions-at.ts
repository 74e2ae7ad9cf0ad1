import type { Reference } from '../facts.js'
import { type Evaluator, isModuleExports } from '../link/evaluator.js'
import { filterValues, noValues, setOf, unite, type Value, type ValueSet } from '../link/values.js'

/** A function inside of a value. */
export interface FoundFunction {
  readonly file: number
  readonly function: number
  /** The names that `*` stands for on the way to it. */
  readonly keys: readonly string[]
  /** See `EntryPoint.wrapped`. */
  readonly wrapped: boolean
}

// Literals that hold themselves end here.
const deepestList = 3
const deepestSpread = 5
// A wrapped handler among a wrapper's options is seen; deeper options may hold themselves, and are many.
const deepestWrapping = 1

/**
 * The functions at a path inside of values: `Query.users`, `*.handler`. Lists are gone through at every
 * step, and a step through a function goes into what it returns.
 */
export function functionsAt(
  values: ValueSet,
  path: readonly string[],
  evaluator: Evaluator,
  keys: readonly string[] = [],
  depth = 0,
): readonly FoundFunction[] {
  const [step, ...rest] = path
  if (step === undefined) return functionsIn(values, evaluator, keys)
  return Array.from(flatten(values, evaluator).values()).flatMap((value) => {
    if (value.type === 'function' && depth < deepestWrapping) {
      const returns = evaluator.factsOf(value.file)?.functions[value.function]?.returns ?? []
      const returned = unite(returns.map((reference) => evaluator.values(reference, value.file)))
      const objects = filterValues(returned, ({ type }) => type !== 'function')
      const found = functionsAt(objects, path, evaluator, keys, depth + 1)
      if (found.length > 0 || step === '*') return found
    }
    const names = step === '*' ? namesIn(value, evaluator) : [step]
    return names.flatMap((name) => {
      const passed = step === '*' ? [...keys, name] : keys
      const member = evaluator.member(setOf(value), name)
      const found = functionsAt(member, rest, evaluator, passed, depth)
      if (rest.length > 0) return found
      const inside = depth < deepestWrapping ? wrappedAt(value, name, evaluator, depth + 1) : []
      return [...found, ...inside.map((each) => ({ ...each, keys: passed }))]
    })
  })
}

/** What `wrap(handler)` was given: what it gives back calls that, in the same phase. */
export function wrappedBy(
  argument: Reference,
  file: number,
  evaluator: Evaluator,
  depth = 0,
): readonly FoundFunction[] {
  const facts = evaluator.factsOf(file)
  let reference: Reference | undefined = argument
  for (let hops = 0; reference?.type === 'variable' && hops < 3; hops += 1) {
    const writes: readonly Reference[] = facts?.variables[reference.variable]?.writes ?? []
    reference = writes.length === 1 ? writes[0] : undefined
  }
  if (reference?.type !== 'call') return []
  const wrapper = facts?.calls[reference.call]
  if (wrapper === undefined) return []
  if (wrapper.callee.type === 'member' && wrapper.callee.property === 'bind') return []
  const callees = evaluator.callees(wrapper, file)
  const isOwn = callees.some(({ type }) => type === 'function' || type === 'class')
  return wrapper.arguments
    .flatMap((inner) => {
      const values = evaluator.values(inner, file)
      // `route({ handler })`: of the members of options, the project's own wrapper shows which it calls.
      const options = isOwn ? filterValues(values, ({ type }) => type === 'object') : noValues
      return [...functionsIn(values, evaluator, []), ...functionsAt(options, ['*'], evaluator, [], depth)]
    })
    .map((found) => ({ ...found, wrapped: isOwn }))
}

function wrappedAt(
  value: Value,
  name: string,
  evaluator: Evaluator,
  depth: number,
): readonly FoundFunction[] {
  if (value.type === 'namespace') {
    const exports = evaluator.factsOf(value.file)?.exports ?? []
    return exports
      .filter((entry) => entry.name === name)
      .flatMap((entry) => wrappedBy(entry.value, value.file, evaluator, depth))
  }
  if (value.type !== 'object') return []
  const properties = evaluator.factsOf(value.file)?.objects[value.object]?.properties ?? []
  return properties
    .filter((property) => property.name === name)
    .flatMap((property) => wrappedBy(property.value, value.file, evaluator, depth))
}

function functionsIn(
  values: ValueSet,
  evaluator: Evaluator,
  keys: readonly string[],
): readonly FoundFunction[] {
  return flatten(values, evaluator).flatMap((value) =>
    value.type === 'function'
      ? [{ file: value.file, function: value.function, keys, wrapped: false }]
      : [],
  )
}

/** Values with those in arrays among them: `[authenticate, [authorise, handle]]`. */
export function flatten(values: ValueSet, evaluator: Evaluator, depth = 0): ValueSet {
  const arrays = values.filter(
    (value) =>
      value.type === 'object' && evaluator.factsOf(value.file)?.objects[value.object]?.array === true,
  )
  if (arrays.length === 0) return values
  const others = filterValues(values, (value) => !arrays.includes(value))
  if (depth >= deepestList) return others
  const items = arrays.map((array) => {
    if (array.type !== 'object') return noValues
    const { properties = [], spreads = [] } = evaluator.factsOf(array.file)?.objects[array.object] ?? {}
    return unite(
      [...properties, ...spreads].map(({ value }) => evaluator.values(value, array.file)),
    )
  })
  return unite([others, ...items.map((set) => flatten(set, evaluator, depth + 1))])
}

/** The names that a value has members under. */
function namesIn(value: Value, evaluator: Evaluator, depth = 0): readonly string[] {
  switch (value.type) {
    case 'object': {
      const facts = evaluator.factsOf(value.file)?.objects[value.object]
      const spread = (facts?.spreads ?? []).flatMap((part) =>
        Array.from(evaluator.values(part.value, value.file).values()).flatMap((inner) =>
          depth < deepestSpread ? namesIn(inner, evaluator, depth + 1) : [],
        ),
      )
      const own = (facts?.properties ?? []).flatMap(({ name }) => (name === null ? [] : [name]))
      return [...new Set([...own, ...spread])]
    }
    case 'instance': {
      const members = evaluator.factsOf(value.file)?.classes[value.class]?.members ?? []
      return members.filter((member) => !member.static).map(({ name }) => name)
    }
    case 'namespace': {
      const { exports = [], propertyWrites = [] } = evaluator.factsOf(value.file) ?? {}
      const named = exports.map(({ name }) => name).filter((name) => name !== '*')
      const written = propertyWrites.flatMap((write) => {
        if (!isModuleExports(write)) {
        return write.property !== null && isExports(write.object) ? [write.property] : []
      }
        const whole = evaluator.values(write.value, value.file)
        return depth < deepestSpread
          ? whole.flatMap((inner) => namesIn(inner, evaluator, depth + 1))
          : []
      })
      return [...new Set([...named, ...written])]
    }
    default:
      return []
  }
}

/** `exports` or `module.exports`. */
function isExports(object: Reference): boolean {
  if (object.type === 'member') return isModuleExports(object)
  return object.type === 'global' && object.name === 'exports'
}
