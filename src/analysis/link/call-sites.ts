import type { Catalogue } from '../../catalogue/types.js'
import { compact, orNone } from '../compact.js'
import type { CallFacts } from '../facts.js'
import type { Evaluator } from './evaluator.js'
import { type CalledApi, type CallSite, type FunctionKey, functionKey } from './program.js'
import { filterValues, noValues, type Value, type ValueSet } from './values.js'

/** Resolves what a call calls and with what. */
export function resolveSite(call: CallFacts, file: number, evaluator: Evaluator): CallSite {
  if (call.form === 'get' || call.form === 'set') return accessSite(call, file, evaluator)
  const seen = seenThrough(call, file, evaluator)
  const functions: FunctionKey[] = []
  const apis: CalledApi[] = []
  for (const callee of seen.callees) {
    if (callee.type === 'function') functions.push(functionKey(callee.file, callee.function))
    else if (callee.type === 'class') functions.push(...constructorsOf(callee, evaluator))
    else if (callee.type === 'api') {
      const { module, path } = callee
      const facts = evaluator.catalogue.lookupApi(module, path || 'default')
      if (facts !== undefined) apis.push({ module, path, facts })
    }
  }
  if (evaluator.declared.size > 0) apis.push(...declaredApis(functions, evaluator))
  return {
    file,
    call,
    functions: compact(functions),
    apis: compact(apis),
    arguments: orNone(seen.arguments),
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
  return { file, call, functions: compact(functions), apis, arguments: orNone([]), unknownFrom: -1, resolved: true }
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
  const written = call.arguments.map((argument) => evaluator.values(argument, file))
  const { arguments: own, unknownFrom: ownUnknownFrom } = spelledOut(written, call.spreadAt, evaluator)
  const direct = evaluator.values(call.callee, file)
  if (direct.some(isReflectApply)) return applied(own[0] ?? noValues, own[2] ?? noValues, evaluator)
  if (call.callee.type === 'member') {
    const { object, property } = call.callee
    if (property === 'call' || property === 'apply') {
      const callees = callable(evaluator.values(object, file), evaluator.catalogue)
      if (callees.length > 0) {
        if (property === 'apply') return applied(callees, own[1] ?? noValues, evaluator)
        const unknownFrom = ownUnknownFrom > 0 ? ownUnknownFrom - 1 : ownUnknownFrom
        return { callees, arguments: own.slice(1), unknownFrom }
      }
    }
  }
  return { callees: direct, arguments: own, unknownFrom: ownUnknownFrom }
}

/** The arguments with those of a list that is spread after them, when it is one that the project writes down. */
function spelledOut(
  written: readonly ValueSet[],
  spreadAt: number,
  evaluator: Evaluator,
): Omit<Seen, 'callees'> {
  const asWritten = { arguments: written, unknownFrom: spreadAt }
  // An argument that follows stays where it is written, as what is a handler wherever it stands.
  if (spreadAt === -1 || spreadAt !== written.length - 1) return asWritten
  const [list, ...others] = written[spreadAt] ?? noValues
  if (list?.type !== 'object' || others.length > 0) return asWritten
  const facts = evaluator.factsOf(list.file)?.objects[list.object]
  if (!facts?.array || facts.collection !== undefined) return asWritten
  if (!facts.properties.every(({ name }, index) => name === String(index))) return asWritten
  const items = facts.properties.map(({ value }) => evaluator.values(value, list.file))
  const all = [...written.slice(0, spreadAt), ...items]
  // More may follow: what is spread in the list itself, or put into it later.
  return items.length === 0 ? asWritten : { arguments: all, unknownFrom: all.length }
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
