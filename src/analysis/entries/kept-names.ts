import type { CallFacts, FileFacts, Reference } from '../facts.js'
import type { Evaluator } from '../link/evaluator.js'
import type { CallSite } from '../link/program.js'
import type { Value } from '../link/values.js'

/** A place in an object literal. */
interface Place {
  /** `file:object` */
  readonly object: string
  readonly name: string
}

interface KeptInFile {
  /** By the call: the property that holds what it gives. */
  readonly places: ReadonlyMap<CallFacts, Place>
  /** By the call: the variable or exported name that holds what it gives. */
  readonly variables: ReadonlyMap<CallFacts, string>
}

// A router in a router in a router: nobody nests them deeper by hand.
const deepestGroup = 10

/** Names of what is registered by the place where the result is kept: `users.list`, `createInvoice`. */
export class KeptNames {
  readonly #evaluator: Evaluator
  /** Where an object literal stands in another one, by way of the calls that group them. */
  readonly #parents = new Map<string, Place>()
  /** By the call: the place in a group that holds what it gives, in whatever file. */
  readonly #grouped = new Map<CallFacts, Place>()
  readonly #files = new Map<number, KeptInFile>()
  #timesAsked = 0

  /** @param groups The calls that group what is registered. */
  constructor(groups: readonly CallSite[], evaluator: Evaluator) {
    this.#evaluator = evaluator
    for (const site of groups) {
      for (const value of site.arguments[0]?.values() ?? []) this.#addGroup(value, 0)
    }
  }

  /** How often a name was asked for. */
  get timesAsked(): number {
    return this.#timesAsked
  }

  /** The name that a call's result is kept under; null when it is not kept, or under many. */
  nameOf({ file, call }: CallSite): string | null {
    this.#timesAsked += 1
    const kept = this.#files.get(file) ?? keptIn(this.#evaluator.factsOf(file), file)
    this.#files.set(file, kept)
    const names: string[] = []
    let place = this.#grouped.get(call) ?? kept.places.get(call)
    for (let depth = 0; place !== undefined && depth < deepestGroup; depth += 1) {
      names.unshift(place.name)
      place = this.#parents.get(place.object)
    }
    return names.length > 0 ? names.join('.') : (kept.variables.get(call) ?? null)
  }

  #addGroup(group: Value, depth: number): void {
    if (group.type !== 'object' || depth > deepestGroup) return
    const object = `${group.file}:${group.object}`
    const properties = this.#evaluator.factsOf(group.file)?.objects[group.object]?.properties ?? []
    for (const { name, value } of properties) {
      if (name === null) continue
      const call = callAcross(value, group.file, this.#evaluator)
      if (call !== null && !this.#grouped.has(call)) this.#grouped.set(call, { object, name })
      for (const inner of this.#evaluator.values(value, group.file)) {
        if (inner.type !== 'object') continue
        const key = `${inner.file}:${inner.object}`
        if (this.#parents.has(key)) continue
        this.#parents.set(key, { object, name })
        this.#addGroup(inner, depth + 1)
      }
    }
  }
}

/** The call whose result a reference means, followed through variables, imports and exports. */
function callAcross(reference: Reference, file: number, evaluator: Evaluator): CallFacts | null {
  let at: { readonly value: Reference; readonly file: number } = { value: reference, file }
  for (let hops = 0; hops < deepestGroup; hops += 1) {
    const { value } = at
    const facts = evaluator.factsOf(at.file)
    if (value.type === 'call') return facts?.calls[value.call] ?? null
    if (value.type === 'variable') {
      const writes = facts?.variables[value.variable]?.writes ?? []
      if (writes[0] === undefined || writes.length > 1) return null
      at = { value: writes[0], file: at.file }
    } else if (value.type === 'import') {
      const target = evaluator.resolveImport(value.specifier, at.file)
      const exports = target === null ? [] : (evaluator.factsOf(target)?.exports ?? [])
      const exported = exports.find(({ name }) => name === value.name)
      if (target === null || exported === undefined) return null
      at = { value: exported.value, file: target }
    } else return null
  }
  return null
}

function keptIn(facts: FileFacts | undefined, file: number): KeptInFile {
  const places = new Map<CallFacts, Place>()
  const variables = new Map<CallFacts, string>()
  const callBehind = (value: Reference): CallFacts | undefined => {
    if (value.type === 'call') return facts?.calls[value.call]
    const writes = value.type === 'variable' ? (facts?.variables[value.variable]?.writes ?? []) : []
    const [write] = writes
    return writes.length === 1 && write?.type === 'call' ? facts?.calls[write.call] : undefined
  }
  facts?.objects.forEach(({ array, properties }, id) => {
    for (const { name, value } of properties) {
      const call = name === null || array ? undefined : callBehind(value)
      if (call && name !== null) places.set(call, { object: `${file}:${id}`, name })
    }
  })
  for (const { name, writes } of facts?.variables ?? []) {
    for (const write of writes) {
      const call = write.type === 'call' ? callBehind(write) : undefined
      if (call) variables.set(call, name)
    }
  }
  for (const { property, value } of facts?.propertyWrites ?? []) {
    if (property === null) continue
    const call = callBehind(value)
    if (call) variables.set(call, property)
  }
  return { places, variables }
}
