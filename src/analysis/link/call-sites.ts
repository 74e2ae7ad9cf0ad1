import type { Catalogue } from '../../catalogue/types.js'
import type { CallFacts } from '../facts.js'
import type { Evaluator } from './evaluator.js'
import { type CalledApi, type CallSite, type FunctionKey, functionKey } from './program.js'
import { filterValues, noValues, type Value, type ValueSet } from './values.js'

// Most calls have none of what others have, and there are very many calls.
const none: never[] = []

/** Resolves what a call calls and with what. */
export function resolveSite(call: CallFacts, file: number, evaluator: Evaluator): CallSite {
  if (call.form === 'get' || call.form === 'set') return accessSite(call, file, evaluator)
  const seen = seenThrough(call, file, evaluator)
  let functions: FunctionKey[] = none
  let apis: CalledApi[] = none
  for (const callee of seen.callees) {
    if (callee.type === 'function') functions = [...functions, functionKey(callee.file, callee.function)]
    else if (callee.type === 'class') functions = [...functions, ...constructorsOf(callee, evaluator)]
    else if (callee.type === 'api') {
      const { module, path } = callee
      const facts = evaluator.catalogue.lookupApi(module, path || 'default')
      if (facts !== undefined) apis = [...apis, { module, path, facts }]
    }
  }
  if (evaluator.declared.size > 0) apis = [...apis, ...declaredApis(functions, evaluator)]
  return {
    file,
    call,
    functions,
    apis,
    arguments: seen.arguments.length === 0 ? none : seen.arguments,
    unknownFrom: seen.unknownFrom,
    resolved: seen.callees.length > 0,
  }
}

function accessSite(call: CallFacts, file: number, evaluator: Evaluator): CallSite {
  const functions: FunctionKey[] = []
  if (call.callee.type === 'member') {
    const objects = evaluator.values(call.callee.object, file)
    const form = call.form === 'get' ? 'getter' : 'setter'
    for (const value of evaluator.accessors(objects, call.callee.property, form)) {
      if (value.type === 'function') functions.push(functionKey(value.file, value.function))
    }
  }
  const apis = declaredApis(functions, evaluator)
  return { file, call, functions, apis, arguments: [], unknownFrom: -1, resolved: true }
}

/** Functions of the project that are declared to be what a catalogue describes. */
export function declaredApis(
  functions: readonly FunctionKey[],
  { declared }: Evaluator,
): readonly CalledApi[] {
  if (declared.size === 0) return []
  return functions.flatMap((key) => {
    const found = declared.get(key)
    return found ? [{ module: found.module, path: found.path, facts: found.facts }] : []
  })
}

interface Seen {
  readonly callees: ValueSet
  readonly arguments: readonly ValueSet[]
  readonly unknownFrom: number
}

/** The call behind `f.call(this, …)`, `f.apply(this, […])` and `Reflect.apply(f, this, […])`. */
function seenThrough(call: CallFacts, file: number, evaluator: Evaluator): Seen {
  const own = call.arguments.map((argument) => evaluator.values(argument, file))
  const direct = evaluator.values(call.callee, file)
  if (direct.some(isReflectApply)) return applied(own[0] ?? noValues, own[2] ?? noValues, evaluator)
  if (call.callee.type === 'member') {
    const { object, property } = call.callee
    if (property === 'call' || property === 'apply') {
      const callees = callable(evaluator.values(object, file), evaluator.catalogue)
      if (callees.length > 0) {
        if (property === 'apply') return applied(callees, own[1] ?? noValues, evaluator)
        const unknownFrom = call.spreadAt > 0 ? call.spreadAt - 1 : call.spreadAt
        return { callees, arguments: own.slice(1), unknownFrom }
      }
    }
  }
  return { callees: direct, arguments: own, unknownFrom: call.spreadAt }
}

function isReflectApply(value: Value): boolean {
  return value.type === 'api' && value.module === 'global' && value.path === 'Reflect.apply'
}

function applied(callees: ValueSet, list: ValueSet, evaluator: Evaluator): Seen {
  const [array] = list.filter((value) => value.type === 'object')
  if (array === undefined) return { callees, arguments: [], unknownFrom: 0 }
  const facts = evaluator.factsOf(array.file)?.objects[array.object]
  const items = facts?.properties ?? []
  return {
    callees,
    arguments: items.map(({ value }) => evaluator.values(value, array.file)),
    unknownFrom: (facts?.spreads.length ?? 0) > 0 ? 0 : -1,
  }
}

function callable(values: ValueSet, catalogue: Catalogue): ValueSet {
  return filterValues(
    values,
    (value) =>
      value.type === 'function' ||
      // `process.nextTick.call` is a function, `app.call` of an instance would be a method of it.
      (value.type === 'api' &&
        catalogue.lookupApi(value.module, value.path || 'default') !== undefined),
  )
}

/** What `new` runs: field initialisers and constructors, up to the first class that is not the project's. */
function constructorsOf(start: Value & { type: 'class' }, evaluator: Evaluator): FunctionKey[] {
  const keys: FunctionKey[] = []
  const seen = new Set<Value>()
  const pending: Value[] = [start]
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (value.type !== 'class' || seen.has(value)) continue
    seen.add(value)
    const facts = evaluator.factsOf(value.file)?.classes[value.class]
    if (facts === undefined) continue
    if (facts.fields !== null) keys.push(functionKey(value.file, facts.fields))
    if (facts.construct !== null) keys.push(functionKey(value.file, facts.construct))
    // A constructor that is written calls its parent by `super()`, which is a call of its own.
    if (facts.superClass !== null && facts.construct === null) {
      pending.push(...evaluator.values(facts.superClass, value.file).values())
    }
  }
  return keys
}
