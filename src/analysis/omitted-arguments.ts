import type { Reference } from './facts.js'
import { type CallSite, callsInto, type Edge, type FunctionKey, functionKey, type Program } from './link/program.js'
import { noValues, type Value } from './link/values.js'

/** A parameter of a function that makes something of it run another way. */
interface Condition {
  readonly function: FunctionKey
  readonly position: number
  /** Where the same function may stand instead: `if (typeof options === 'function') callback = options`. */
  readonly orFunctionAt: readonly number[]
}

const noConditions: readonly Condition[] = []

/** What is known of the functions that serve: how control comes to them, null for where it begins. */
type Serving = ReadonlyMap<FunctionKey, { readonly by: Edge | null }>

/**
 * Calls that run only when a caller leaves out an argument: `readSync()` in
 * `callback ? read(callback) : readSync()`.
 */
export class OmittedArguments {
  readonly #program: Program
  readonly #conditions = new Map<CallSite, readonly Condition[]>()
  #callers: ReadonlyMap<FunctionKey, readonly Edge[]> | null = null

  constructor(program: Program) {
    this.#program = program
  }

  /** Every call that leads to a function and depends on an argument. */
  get edges(): readonly Edge[] {
    const found: Edge[] = []
    for (const edges of this.#program.edgesFrom.values()) {
      for (const edge of edges) if (this.#conditionsOf(edge.site).length > 0) found.push(edge)
    }
    return found
  }

  /** Whether everybody who has a call run while requests are served hands over what makes it not run. */
  isShut(site: CallSite, serving: Serving): boolean {
    return this.#conditionsOf(site).some((condition) => this.#isMetByAll(condition, serving))
  }

  #isMetByAll(condition: Condition, serving: Serving): boolean {
    const { function: key } = condition
    // What the platform hands over is not written down.
    if (serving.get(key)?.by === null) return false
    const all = this.#callersOf(key)
    // What it has made may serve without it: `makeHandler(callback)` at start-up.
    const callers = serving.has(key) ? all.filter(({ from }) => serving.has(from)) : all
    return callers.length > 0 && callers.every(({ to, site }) => site.functions.includes(to) && meets(condition, site))
  }

  #callersOf(key: FunctionKey): readonly Edge[] {
    this.#callers ??= callsInto(this.#program)
    return this.#callers.get(key) ?? []
  }

  #conditionsOf(site: CallSite): readonly Condition[] {
    const { without } = site.call
    if (without === undefined) return noConditions
    const known = this.#conditions.get(site)
    if (known !== undefined) return known
    const found = without.flatMap((variable) => {
      const [own, ...others] = this.#parametersIn(variable, site.file, new Set()) ?? []
      if (own === undefined || others.some((other) => other.function !== own.function)) return []
      const orFunctionAt = others.map(({ index }) => index)
      return [{ function: functionKey(site.file, own.function), position: own.index, orFunctionAt }]
    })
    this.#conditions.set(site, found)
    return found
  }

  /** The parameters whose values a variable may have, its own first; null when it may have others. */
  #parametersIn(variable: number, file: number, seen: Set<number>): readonly Parameter[] | null {
    if (seen.has(variable)) return []
    seen.add(variable)
    const found: Parameter[] = []
    for (const write of this.#program.files[file]?.variables[variable]?.writes ?? []) {
      if (write.type === 'parameter') found.push(write)
      else if (write.type === 'variable') {
        const inner = this.#parametersIn(write.variable, file, seen)
        if (inner === null) return null
        found.push(...inner)
      } else if (!isNothing(write)) return null
    }
    return found
  }
}

type Parameter = Reference & { readonly type: 'parameter' }

function meets({ position, orFunctionAt }: Condition, { arguments: passed, unknownFrom }: CallSite): boolean {
  const known = unknownFrom === -1 ? passed : passed.slice(0, unknownFrom)
  const holds = (at: number, isWanted: (value: Value) => boolean): boolean => {
    const values = known[at] ?? noValues
    return values.length > 0 && values.every(isWanted)
  }
  return holds(position, isThere) || orFunctionAt.some((at) => holds(at, ({ type }) => type === 'function'))
}

/** Whether a value is something for sure: what a request holds may be missing. */
function isThere(value: Value): boolean {
  return value.type === 'literal' ? Boolean(value.value) : value.type !== 'request' && value.type !== 'api'
}

function isNothing(reference: Reference): boolean {
  if (reference.type === 'literal') return reference.value === null
  return reference.type === 'global' && reference.name === 'undefined'
}
