import type { Offload } from '../../catalogue/types.js'
import type { CallFacts, Reference } from '../../analysis/facts.js'
import {
  type CallSite,
  type FunctionKey,
  functionKey,
  functionOf,
  functionsIn,
} from '../../analysis/link/program.js'
import type { Project } from '../../analysis/project.js'

/** Where a promise of offloaded work comes from. */
export interface OffloadOrigin {
  /** The call that hands the work over. */
  readonly site: CallSite
  readonly offload: Offload
}

/** Which calls give a promise of offloaded work, themselves or through functions of the project. */
export class OffloadPromises {
  readonly #project: Project
  readonly #byFunction = new Map<FunctionKey, OffloadOrigin | null>()

  constructor(project: Project) {
    this.#project = project
  }

  /** The work whose failure makes the promise of a call reject; null when there is none. */
  ofCall(site: CallSite): OffloadOrigin | null {
    const { call, apis, functions } = site
    for (const { facts } of apis) {
      if (facts.offload?.promise) return { site, offload: facts.offload }
      // A queue that runs what it is given, and promises its result.
      if (facts.runner?.passes !== undefined) return this.ofCallback(site, 0)
    }
    if (functions.length > 0) return call.form === 'call' ? this.#ofEvery(functions) : null
    if (apis.length > 0 && !isGlobal(site, 'Promise.resolve')) return null
    if (this.#isGlobalCall(site, ['Promise.resolve'])) return this.#ofArgument(site)
    if (this.#isGlobalCall(site, ['Promise.all', 'Promise.any', 'Promise.race'])) {
      return this.#ofElements(call.arguments[0], site.file)
    }
    return call.callee.type === 'member' ? this.#ofMethod(call.callee, site) : null
  }

  /** The work that a function among the arguments promises to whoever calls it. */
  ofCallback({ arguments: passed }: CallSite, position: number): OffloadOrigin | null {
    const values = passed[position]
    return values === undefined ? null : this.#ofEvery(functionsIn(values))
  }

  /** `then` hands failures on unless it gets what handles them; `catch` does when it gets nothing. */
  #ofMethod(callee: Reference & { type: 'member' }, site: CallSite): OffloadOrigin | null {
    const { call, file } = site
    const isKnown = call.spreadAt === -1
    switch (callee.property) {
      case 'then': {
        if (!isKnown || call.arguments.length > 1) return null
        return this.ofReference(callee.object, file) ?? this.ofCallback(site, 0)
      }
      case 'catch':
        return isKnown && call.arguments.length === 0 ? this.ofReference(callee.object, file) : null
      case 'finally':
        return this.ofReference(callee.object, file)
      case 'map':
      case 'flatMap':
        return this.ofCallback(site, 0)
      default:
        return null
    }
  }

  /** The work behind an expression that is a promise; a result that was awaited is none. */
  ofReference(reference: Reference, file: number): OffloadOrigin | null {
    switch (reference.type) {
      case 'call': {
        const site = this.#project.program.sites[file]?.[reference.call]
        return site === undefined || isAwaited(site.call) ? null : this.ofCall(site)
      }
      case 'variable': {
        const write = this.#onlyWrite(reference, file)
        return write ? this.ofReference(write, file) : null
      }
      case 'either':
        return firstOf(reference.options, (option) => this.ofReference(option, file))
      default:
        return null
    }
  }

  #ofArgument({ call, file }: CallSite): OffloadOrigin | null {
    const [argument] = call.arguments
    return argument === undefined ? null : this.ofReference(argument, file)
  }

  #ofElements(list: Reference | undefined, file: number): OffloadOrigin | null {
    if (list?.type === 'object') {
      const literal = this.#project.program.files[file]?.objects[list.object]
      if (literal?.array !== true) return null
      return (
        firstOf(literal.properties, ({ value }) => this.ofReference(value, file)) ??
        firstOf(literal.spreads, ({ value }) => this.#ofElements(value, file))
      )
    }
    if (list?.type === 'variable') {
      const write = this.#onlyWrite(list, file)
      return write ? this.#ofElements(write, file) : null
    }
    return list ? this.ofReference(list, file) : null
  }

  /** Only if each function that may be called promises offloaded work. */
  #ofEvery(functions: readonly FunctionKey[]): OffloadOrigin | null {
    const origins = functions.map((key) => this.#ofFunction(key))
    return origins.includes(null) ? null : (origins[0] ?? null)
  }

  #ofFunction(key: FunctionKey): OffloadOrigin | null {
    const known = this.#byFunction.get(key)
    if (known !== undefined) return known
    // A function that calls itself promises what it promises otherwise.
    this.#byFunction.set(key, null)
    const origin = this.#searchFunction(key)
    this.#byFunction.set(key, origin)
    return origin
  }

  #searchFunction(key: FunctionKey): OffloadOrigin | null {
    const { program } = this.#project
    const found = functionOf(program, key)
    if (found === null) return null
    const { file, facts } = found
    const returned = firstOf(facts.returns, (value) => this.ofReference(value, file))
    if (returned !== null || !facts.async) return returned
    // What an async function awaits makes its own promise reject.
    const awaited = (program.sites[file] ?? []).filter(
      ({ call }) => call.result === 'awaited' && functionKey(file, call.function) === key,
    )
    return firstOf(awaited, (site) => this.ofCall(site))
  }

  #onlyWrite({ variable }: { readonly variable: number }, file: number): Reference | null {
    const writes = this.#project.program.files[file]?.variables[variable]?.writes ?? []
    return writes.length === 1 ? (writes[0] ?? null) : null
  }

  #isGlobalCall({ call, file, functions }: CallSite, paths: readonly string[]): boolean {
    if (functions.length > 0) return false
    const callees = this.#project.program.evaluator.values(call.callee, file)
    return callees.some(
      (value) => value.type === 'api' && value.module === 'global' && paths.includes(value.path),
    )
  }
}

function isGlobal({ apis }: CallSite, path: string): boolean {
  return apis.some((api) => api.module === 'global' && api.path === path)
}

function isAwaited({ result }: CallFacts): boolean {
  return result === 'awaited' || result === 'caught'
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | null): Found | null {
  for (const item of items) {
    const found = find(item)
    if (found !== null) return found
  }
  return null
}
