import type { Reference } from '../facts.js'
import type { Evaluator } from './evaluator.js'
import {
  calledReference,
  isReturned,
  parameterAt,
  type ParameterKey,
  parameterMemberUse,
  type ParameterUse,
  parameterUse,
} from './parameter-uses.js'
import { type CallSite, type FunctionKey, functionKey, functionOf, functionsIn } from './program.js'
import { noValues } from './values.js'

/** A parameter, or a member of one, that a function hands to another function of the project. */
interface PassedOn {
  readonly parameter: ParameterKey
  readonly property: string | null
  readonly site: CallSite
  readonly position: number
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

  /**
   * @param handlers Functions that the platform calls: what is called in them is not run by whoever passed it.
   * @param runsArgument whether an API or an unknown function runs what it gets at a position
   */
  constructor(
    sites: readonly CallSite[],
    evaluator: Evaluator,
    handlers: ReadonlySet<FunctionKey>,
    runsArgument: (site: CallSite, position: number) => boolean,
  ) {
    this.#evaluator = evaluator
    this.#handlers = handlers
    const passed: PassedOn[] = []
    for (const site of sites) {
      this.#runBy(calledReference(site), site)
      site.call.arguments.forEach((argument, position) => {
        if (runsArgument(site, position)) this.#runBy(argument, site)
        else if (site.functions.length > 0) passed.push(...this.#passedOn(argument, site, position))
      })
    }
    for (let grown = true; grown; ) {
      grown = false
      for (const { parameter, property, site, position } of passed) {
        if (this.runsArgument(site, position)) grown = this.#add(parameter, property) || grown
        if (property !== null) continue
        for (const member of this.#membersRunAt(site, position)) {
          grown = this.#add(parameter, member) || grown
        }
      }
    }
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
    const parameter = this.#parameterBehind(argument, site)
    const leftToCaller = this.#runMembers.get(parameter ?? '') ?? new Set<string>()
    return members
      .filter((member) => !leftToCaller.has(member))
      .flatMap((member) =>
        functionsIn(this.#evaluator.member(site.arguments[position] ?? noValues, member)),
      )
      .filter((key) => this.#isLoose(key))
  }

  /** Of functions that a reference may be, those that are not run for whoever passed them to this function. */
  ownAmong(functions: readonly FunctionKey[], reference: Reference, site: CallSite): readonly FunctionKey[] {
    const parameter = this.#parameterBehind(reference, site)
    if (parameter !== null && this.#run.has(parameter)) return []
    const member = this.#memberBehind(reference, site)
    if (member === null || !this.#runMembers.get(member.parameter)?.has(member.property)) return functions
    return functions.filter((key) => !this.#isLoose(key))
  }

  #runBy(reference: Reference, site: CallSite): void {
    const parameter = this.#parameterBehind(reference, site)
    if (parameter !== null) this.#run.add(parameter)
    const member = this.#memberBehind(reference, site)
    if (member !== null) this.#add(member.parameter, member.property)
  }

  #passedOn(argument: Reference, site: CallSite, position: number): readonly PassedOn[] {
    const parameter = this.#parameterBehind(argument, site)
    if (parameter !== null) return [{ parameter, property: null, site, position }]
    const member = this.#memberBehind(argument, site)
    return member === null ? [] : [{ ...member, site, position }]
  }

  /** Whether something was new. */
  #add(parameter: ParameterKey, property: string | null): boolean {
    const known: Set<string> =
      property === null ? this.#run : (this.#runMembers.get(parameter) ?? new Set())
    const size = known.size
    known.add(property ?? parameter)
    if (property !== null) this.#runMembers.set(parameter, known)
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

  /** The parameter that a name stands for, if the call stands in that very function or a callback in it. */
  #parameterBehind(reference: Reference, site: CallSite): ParameterKey | null {
    const use = parameterUse(reference, site, this.#evaluator)
    return use !== null && this.#isRunHere(use, site) ? use.parameter : null
  }

  #memberBehind(
    reference: Reference,
    site: CallSite,
  ): { readonly parameter: ParameterKey; readonly property: string } | null {
    const use = parameterMemberUse(reference, site, this.#evaluator)
    return use !== null && this.#isRunHere(use, site) ? use : null
  }

  #isRunHere(use: ParameterUse, site: CallSite): boolean {
    const { functions } = this.#evaluator.files[site.file] ?? { functions: [] }
    if (use.inside.some((id) => this.#handlers.has(functionKey(site.file, id)))) return false
    return !isReturned(use, functions)
  }
}
