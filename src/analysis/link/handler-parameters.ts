import type { KeptNames } from '../entries/kept-names.js'
import { entryPointsOf } from '../entries/registrations.js'
import { type Evaluator, isRequestRole } from './evaluator.js'
import {
  calledReference,
  functionsBetween,
  ownerOf,
  parameterAt,
  type ParameterKey,
  type ParameterUse,
  parameterUse,
} from './parameter-uses.js'
import { type CallSite, type EntryPoint, type FunctionKey, functionKey } from './program.js'
import { noValues, unite, type ValueSet } from './values.js'

/** How a parameter comes to be a handler. */
interface Way {
  /** In the function that has the parameter: what registers it, or the call that passes it on. */
  readonly site: CallSite
  /** Where it is passed, or where the closure that calls it is. */
  readonly position: number
  /** From the parameter that it is passed on to; null when `site` registers it. */
  readonly then: { readonly parameter: ParameterKey; readonly way: Way } | null
}

// A registration behind more wrappers, or with more ways to register, is nobody's.
const mostHops = 4
const mostWays = 8

/** A place where a call passes on a parameter of the function around it. */
interface PassedParameter {
  readonly site: CallSite
  readonly position: number
  readonly parameter: ParameterKey
}

/** What the calls of one file say of parameters that may be handlers. */
export interface HandlerUses {
  /** Calls of a parameter that has many values. */
  readonly called: readonly { readonly site: CallSite; readonly use: ParameterUse }[]
  /** Passed to something that registers it. */
  readonly registered: readonly PassedParameter[]
  /** Passed to functions of the project. */
  readonly passedOn: readonly (PassedParameter & { readonly to: readonly ParameterKey[] })[]
}

/** What the calls of a file say of the parameters of its functions. */
export function handlerUsesIn(sites: readonly CallSite[], evaluator: Evaluator): HandlerUses {
  const uses = { called: [], registered: [], passedOn: [] } as {
    -readonly [Key in keyof HandlerUses]: HandlerUses[Key][number][]
  }
  for (const site of sites) {
    // The only one there is can stay behind the closure that calls it.
    const use = site.functions.length > 1 ? parameterUse(calledReference(site), site, evaluator) : null
    if (use !== null) uses.called.push({ site, use })
    const registers = site.apis.some(({ facts }) => facts.registration !== undefined)
    if (!registers && site.functions.length === 0) continue
    site.call.arguments.forEach((argument, position) => {
      if (argument.type !== 'variable') return
      const parameter = parameterUse(argument, site, evaluator)?.parameter
      if (parameter === undefined) return
      const passed = { site, position, parameter }
      if (!registers) {
        const to = site.functions.map((target) => parameterAt(target, position, evaluator))
        uses.passedOn.push({ ...passed, to })
      } else if (site.arguments[position]?.length !== 1) uses.registered.push(passed)
    })
  }
  return uses
}

/**
 * Functions of the project that register what they are given:
 * `route(path, handler) { router.get(path, (req, res) => handler(req, res)) }`. Whoever calls `route` registers a
 * handler of its own, under its own path. Seen from inside of `route`, all the handlers of a server are one
 * parameter, with more values than are told apart.
 */
export class HandlerParameters {
  readonly #evaluator: Evaluator
  readonly #kept: KeptNames
  readonly #ways = new Map<ParameterKey, Way[]>()
  readonly #dispatching = new Set<CallSite>()

  /**
   * @param files What the calls of each file say.
   * @param registered By file, the entry points that its calls register.
   */
  constructor(
    files: readonly HandlerUses[],
    evaluator: Evaluator,
    registered: readonly ReadonlyMap<CallSite, readonly EntryPoint[]>[],
    kept: KeptNames,
  ) {
    this.#evaluator = evaluator
    this.#kept = kept
    files.forEach((uses, file) => {
      const closures = uses.called.length === 0 ? noClosures : closuresIn(registered[file] ?? new Map())
      for (const { site, use } of uses.called) this.#findCalled(site, use, closures)
      for (const { site, position, parameter } of uses.registered) {
        this.#dispatching.add(site)
        this.#add(parameter, { site, position, then: null })
      }
    })
    if (this.#ways.size === 0) return
    const passedOn = files.flatMap((uses) => uses.passedOn)
    for (let hop = 1; hop < mostHops; hop += 1) {
      for (const { site, position, parameter, to } of passedOn) {
        for (const then of this.#waysFrom(to)) this.#add(parameter, { site, position, then })
      }
    }
  }

  /** The parameters of which something else is known than to another one. */
  differencesFrom(other: HandlerParameters): readonly ParameterKey[] {
    const all = new Set([...this.#ways.keys(), ...other.#ways.keys()])
    return [...all].filter((key) => !areSame(this.#ways.get(key), other.#ways.get(key)))
  }

  /** The files of the calls that register whatever their function is given. */
  get dispatchingFiles(): ReadonlySet<number> {
    return new Set([...this.#dispatching].map(({ file }) => file))
  }

  /** The entry points that a call makes by giving functions to something that registers them. */
  entriesOf(site: CallSite): readonly EntryPoint[] {
    if (this.#ways.size === 0 || site.functions.length === 0) return []
    return site.arguments.flatMap((handlers, position) => {
      if (!handlers.some(({ type }) => type === 'function')) return []
      return this.#waysOf(site, position).flatMap(({ parameter, way }) =>
        this.#entriesBy(way, this.#passedBy(site, parameter), handlers, site),
      )
    })
  }

  /** Whether a call registers whatever its function is given: who gives it knows the path. */
  isDispatching(site: CallSite): boolean {
    return this.#dispatching.has(site)
  }

  #findCalled(
    site: CallSite,
    use: ParameterUse,
    closures: ReadonlyMap<FunctionKey, readonly Pick<Way, 'site' | 'position'>[]>,
  ): void {
    const { functions } = this.#evaluator.factsOf(site.file) ?? { functions: [] }
    for (const id of use.inside) {
      for (const place of closures.get(functionKey(site.file, id)) ?? []) {
        // A closure that is returned is registered elsewhere, and by whoever called for it.
        const isHere = functionsBetween(place.site.call.function, use.owner, functions) !== null
        if (isHere) this.#add(use.parameter, { ...place, then: null })
      }
    }
  }

  /** The parameter that a call in its own function passes at a position. */
  #parameterAt(site: CallSite, position: number): ParameterKey | null {
    const argument = site.call.arguments[position]
    const use = argument ? parameterUse(argument, site, this.#evaluator) : null
    return use?.parameter ?? null
  }

  #waysOf(site: CallSite, position: number): readonly NonNullable<Way['then']>[] {
    return this.#waysFrom(
      site.functions.map((target) => parameterAt(target, position, this.#evaluator)),
    )
  }

  #waysFrom(parameters: readonly ParameterKey[]): readonly NonNullable<Way['then']>[] {
    return parameters.flatMap((parameter) =>
      (this.#ways.get(parameter) ?? []).map((way) => ({ parameter, way })),
    )
  }

  #add(parameter: ParameterKey, way: Way): void {
    const ways = this.#ways.get(parameter)
    if (ways === undefined) this.#ways.set(parameter, [way])
    else if (ways.length < mostWays && !ways.some((known) => isSame(known, way))) ways.push(way)
  }

  #entriesBy(
    { site, position, then }: Way,
    passed: ReadonlyMap<ParameterKey, ValueSet>,
    handlers: ValueSet,
    origin: CallSite,
  ): readonly EntryPoint[] {
    const given = site.arguments.map((values, index) => {
      if (index === position) return handlers
      const parameter = this.#parameterAt(site, index)
      return (parameter === null ? undefined : passed.get(parameter)) ?? values
    })
    const here = { ...site, arguments: given }
    if (then !== null) {
      return this.#entriesBy(then.way, this.#passedBy(here, then.parameter), handlers, origin)
    }
    const registered = `${origin.file}:${origin.call.range.join(':')}`
    const meant = { ...here, apis: this.#apisMeant(site, passed) }
    return entryPointsOf(meant, this.#evaluator, this.#kept)
      .filter((entry) => holds(handlers, entry.function))
      .map((entry) => ({ ...entry, roles: [], passes: [], registered }))
  }

  /** By parameter of the function that has this one, the values that a call passes. */
  #passedBy(site: CallSite, parameter: ParameterKey): ReadonlyMap<ParameterKey, ValueSet> {
    const target = ownerOf(parameter)
    const passed = new Map<ParameterKey, ValueSet>()
    site.arguments.forEach((values, index) => {
      const at = parameterAt(target, index, this.#evaluator)
      passed.set(at, unite([passed.get(at) ?? noValues, values]))
    })
    return passed
  }

  /** Of `router[method](…)` the method that the caller names. */
  #apisMeant(site: CallSite, passed: ReadonlyMap<ParameterKey, ValueSet>): CallSite['apis'] {
    const { callee } = site.call
    const use = callee.type === 'computed' ? parameterUse(callee.key, site, this.#evaluator) : null
    const names = ((use && passed.get(use.parameter)) ?? noValues).flatMap((value) =>
      value.type === 'literal' ? [String(value.value)] : [],
    )
    const meant = site.apis.filter(({ path }) => names.some((name) => path.endsWith(`.${name}`)))
    return meant.length > 0 ? meant : site.apis
  }
}

/**
 * Whether a function is called with requests. A parameter that a mere listener calls is as a rule what goes on
 * when the event has come, once: `open(done) { database.on('open', () => done()) }`.
 */
export function answersRequests({ phase, roles }: EntryPoint): boolean {
  return phase === 'serving' && roles.some(isRequestRole)
}

const noClosures: ReturnType<typeof closuresIn> = new Map()

/** Where the functions that a file hands to the platform are handed over. */
function closuresIn(
  entriesOf: ReadonlyMap<CallSite, readonly EntryPoint[]>,
): ReadonlyMap<FunctionKey, readonly Pick<Way, 'site' | 'position'>[]> {
  const closures = new Map<FunctionKey, Pick<Way, 'site' | 'position'>[]>()
  for (const [site, entries] of entriesOf) {
    for (const entry of entries) {
      const key = entry.function
      const position = site.arguments.findIndex((values) => holds(values, key))
      if (!answersRequests(entry) || position === -1) continue
      const places = closures.get(key) ?? []
      places.push({ site, position })
      closures.set(key, places)
    }
  }
  return closures
}

function holds(values: ValueSet, key: FunctionKey): boolean {
  return values.some(
    (value) => value.type === 'function' && functionKey(value.file, value.function) === key,
  )
}

function areSame(some: readonly Way[] | undefined, others: readonly Way[] | undefined): boolean {
  if (some?.length !== others?.length) return false
  return (some ?? []).every((way, index) => {
    const other = others?.[index]
    return other !== undefined && isAlike(way, other)
  })
}

/** Whether two ways, of two programs, lead over the same calls. */
function isAlike(one: Way, other: Way): boolean {
  if (one.site !== other.site || one.position !== other.position) return false
  if (one.then === null || other.then === null) return one.then === other.then
  return one.then.parameter === other.then.parameter && isAlike(one.then.way, other.then.way)
}

function isSame(one: Way, other: Way): boolean {
  return one.site === other.site && one.position === other.position && one.then?.way === other.then?.way
}
