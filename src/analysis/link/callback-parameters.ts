import type { Reference } from '../facts.js'
import type { Evaluator } from './evaluator.js'
import {
  calledReference,
  isReturned,
  mayBeOfParameter,
  parameterAt,
  type ParameterKey,
  parameterMemberUse,
  type ParameterUse,
  parameterUse,
} from './parameter-uses.js'
import { type CallSite, type FunctionKey, functionKey, functionOf, functionsIn } from './program.js'
import { noValues } from './values.js'

/** A parameter, or a member of one, that a function hands to other functions of the project. */
interface PassedOn {
  readonly parameter: ParameterKey
  readonly property: string | null
  /** The parameters that get it. */
  readonly to: readonly ParameterKey[]
}

/** What the calls of one file say of parameters. */
export interface CallbackUses {
  /** Those that are run, or whose member of that name is. */
  readonly run: readonly { readonly parameter: ParameterKey; readonly property: string | null }[]
  readonly passedOn: readonly PassedOn[]
}

/**
 * What the calls of a file say of the parameters of its functions.
 * @param handlers Functions that the platform calls: what is called in them is not run by whoever passed it.
 * @param runsArgument Whether an API or an unknown function runs what it gets at a position.
 */
export function callbackUsesIn(
  sites: readonly CallSite[],
  evaluator: Evaluator,
  handlers: ReadonlySet<FunctionKey>,
  runsArgument: (site: CallSite, position: number) => boolean,
): CallbackUses {
  const run: { parameter: ParameterKey; property: string | null }[] = []
  const passedOn: PassedOn[] = []
  const runBy = (reference: Reference, site: CallSite): void => {
    if (!mayBeOfParameter(reference)) return
    const use = callbackBehind(reference, site, evaluator, handlers)
    if (use !== null) run.push(use)
  }
  for (const site of sites) {
    runBy(calledReference(site), site)
    site.call.arguments.forEach((argument, position) => {
      if (!mayBeOfParameter(argument)) return
      if (runsArgument(site, position)) runBy(argument, site)
      else if (site.functions.length > 0) {
        const use = callbackBehind(argument, site, evaluator, handlers)
        if (use === null) return
        const to = site.functions.map((target) => parameterAt(target, position, evaluator))
        passedOn.push({ ...use, to })
      }
    })
  }
  return { run, passedOn }
}

/** The parameter, or the member of one, that an expression means, if whoever passed it runs it there. */
function callbackBehind(
  reference: Reference,
  site: CallSite,
  evaluator: Evaluator,
  handlers: ReadonlySet<FunctionKey>,
): { readonly parameter: ParameterKey; readonly property: string | null } | null {
  const use = parameterUse(reference, site, evaluator)
  if (use !== null) {
    return isRunHere(use, site, evaluator, handlers) ? { parameter: use.parameter, property: null } : null
  }
  const member = parameterMemberUse(reference, site, evaluator)
  if (member === null || !isRunHere(member, site, evaluator, handlers)) return null
  return { parameter: member.parameter, property: member.property }
}

/** Whether a call stands in the function that has the parameter, or in a callback in it. */
function isRunHere(
  use: ParameterUse,
  site: CallSite,
  evaluator: Evaluator,
  handlers: ReadonlySet<FunctionKey>,
): boolean {
  if (use.inside.some((id) => handlers.has(functionKey(site.file, id)))) return false
  return !isReturned(use, evaluator.factsOf(site.file)?.functions ?? [])
}

type Passed = Pick<PassedOn, 'parameter' | 'property'>

/** What is passed on, by the parameter that gets it. */
export class PassedOnIndex {
  readonly #before: PassedOnIndex | null
  readonly #changed: ReadonlySet<number>
  readonly #byTarget = new Map<ParameterKey, { readonly file: number; readonly passed: Passed }[]>()

  /**
   * @param before An index of the same files, but for those that have changed.
   * @param changed Their indexes.
   */
  constructor(
    files: readonly CallbackUses[],
    before: PassedOnIndex | null,
    changed: ReadonlySet<number>,
  ) {
    this.#before = before
    this.#changed = changed
    files.forEach(({ passedOn }, file) => {
      if (before === null || changed.has(file)) this.#addFile(passedOn, file)
    })
  }

  /** What is passed to a parameter. */
  to(target: ParameterKey): readonly Passed[] {
    const own = this.#byTarget.get(target) ?? []
    const others = this.#before === null ? [] : (this.#before.#byTarget.get(target) ?? [])
    return [...own, ...others.filter(({ file }) => !this.#changed.has(file))].map(({ passed }) => passed)
  }

  #addFile(passedOn: readonly PassedOn[], file: number): void {
    for (const passed of passedOn) {
      for (const target of passed.to) {
        const all = this.#byTarget.get(target)
        if (all) all.push({ file, passed })
        else this.#byTarget.set(target, [{ file, passed }])
      }
    }
  }
}

/**
 * Which functions run which of their parameters before they return or settle, themselves or through others.
 *
 * A callback belongs to the call that hands it over: `each(items, save)` runs `save` for whoever wrote that
 * line, not for every caller of `each`. So a call of a parameter makes no edge in the function that has the
 * parameter; the call that passes the callback gets the edge. The same holds for callbacks in an object:
 * `fetchAll({ onPage })`.
 */
export class CallbackParameters {
  readonly #evaluator: Evaluator
  readonly #handlers: ReadonlySet<FunctionKey>
  readonly #run = new Set<ParameterKey>()
  /** The names of the members that are run, by the parameter whose members they are. */
  readonly #runMembers = new Map<ParameterKey, Set<string>>()

  readonly #passedOn: PassedOnIndex

  /** @param passedOn What the same files pass on. */
  constructor(
    files: readonly CallbackUses[],
    passedOn: PassedOnIndex,
    evaluator: Evaluator,
    handlers: ReadonlySet<FunctionKey>,
  ) {
    this.#passedOn = passedOn
    this.#evaluator = evaluator
    this.#handlers = handlers
    for (const { run } of files) for (const { parameter, property } of run) this.#add(parameter, property)
  }

  /** The parameters of which something else is known than to another one. */
  differencesFrom(other: CallbackParameters): readonly ParameterKey[] {
    return [
      ...differencesBetween(this.#run, other.#run),
      ...[...new Set([...this.#runMembers.keys(), ...other.#runMembers.keys()])].filter((key) => {
        const [own, others] = [this.#runMembers.get(key), other.#runMembers.get(key)]
        return own === undefined || others === undefined || differencesBetween(own, others).length > 0
      }),
    ]
  }

  /** Whether a call hands its argument to a function of the project that runs it. */
  runsArgument(site: CallSite, position: number): boolean {
    return site.functions.some((target) =>
      this.#run.has(parameterAt(target, position, this.#evaluator)),
    )
  }

  /** The callbacks in an object that a call hands to a function of the project that runs them. */
  callbacksIn(site: CallSite, position: number): readonly FunctionKey[] {
    const members = this.#membersRunAt(site, position)
    const argument = site.call.arguments[position]
    if (members.length === 0 || argument === undefined) return []
    const use = callbackBehind(argument, site, this.#evaluator, this.#handlers)
    const leftToCaller = use?.property === null ? this.#runMembers.get(use.parameter) : undefined
    return members
      .filter((member) => leftToCaller?.has(member) !== true)
      .flatMap((member) =>
        functionsIn(this.#evaluator.member(site.arguments[position] ?? noValues, member)),
      )
      .filter((key) => this.#isLoose(key))
  }

  /** Of functions that a reference may be, those that are not run for whoever passed them to this function. */
  ownAmong(functions: readonly FunctionKey[], reference: Reference, site: CallSite): readonly FunctionKey[] {
    if (functions.length === 0) return functions
    const use = callbackBehind(reference, site, this.#evaluator, this.#handlers)
    if (use === null) return functions
    if (use.property === null) return this.#run.has(use.parameter) ? [] : functions
    if (!this.#runMembers.get(use.parameter)?.has(use.property)) return functions
    return functions.filter((key) => !this.#isLoose(key))
  }

  /** Says that a parameter is run, or a member of it, and with it whatever is passed to it. */
  #add(parameter: ParameterKey, property: string | null): void {
    const pending = [{ parameter, property }]
    for (let last = pending.pop(); last !== undefined; last = pending.pop()) {
      if (!this.#isNew(last.parameter, last.property)) continue
      for (const passed of this.#passedOn.to(last.parameter)) {
        if (last.property === null) pending.push(passed)
        else if (passed.property === null) pending.push({ ...passed, property: last.property })
      }
    }
  }

  #isNew(parameter: ParameterKey, property: string | null): boolean {
    let known: Set<string> | undefined = this.#run
    if (property !== null) {
      known = this.#runMembers.get(parameter) ?? new Set()
      this.#runMembers.set(parameter, known)
    }
    const { size } = known
    known.add(property ?? parameter)
    return known.size > size
  }

  #membersRunAt(site: CallSite, position: number): readonly string[] {
    if (this.#runMembers.size === 0) return []
    return site.functions.flatMap((target) => [
      ...(this.#runMembers.get(parameterAt(target, position, this.#evaluator)) ?? []),
    ])
  }

  /** A method of a class is the same for everybody who has the object, whoever passed it. */
  #isLoose(key: FunctionKey): boolean {
    return functionOf(this.#evaluator, key)?.facts.class === null
  }
}

function differencesBetween<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): readonly T[] {
  return [...[...one].filter((key) => !other.has(key)), ...[...other].filter((key) => !one.has(key))]
}
