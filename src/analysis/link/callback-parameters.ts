import type { Reference } from '../facts.js'
import type { Evaluator } from './evaluator.js'
import { calledReference, isReturned, parameterAt, type ParameterKey, parameterUse } from './parameter-uses.js'
import { type CallSite, type FunctionKey, functionKey } from './program.js'

/** A parameter that a function hands to another function of the project. */
interface PassedOn {
  readonly parameter: ParameterKey
  readonly site: CallSite
  readonly position: number
}

/**
 * Which functions run which of their parameters before they return or settle, themselves or through others.
 *
 * A callback belongs to the call that hands it over: `each(items, save)` runs `save` for whoever wrote that
 * line, not for every caller of `each`. So a call of a parameter makes no edge in the function that has the
 * parameter; the call that passes the callback gets the edge.
 */
export class CallbackParameters {
  readonly #evaluator: Evaluator
  readonly #handlers: ReadonlySet<FunctionKey>
  readonly #run = new Set<ParameterKey>()

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
      const called = this.#parameterBehind(calledReference(site), site)
      if (called !== null) this.#run.add(called)
      site.call.arguments.forEach((argument, position) => {
        const parameter = this.#parameterBehind(argument, site)
        if (parameter === null) return
        if (runsArgument(site, position)) this.#run.add(parameter)
        else if (site.functions.length > 0) passed.push({ parameter, site, position })
      })
    }
    for (let before = -1; before !== this.#run.size; ) {
      before = this.#run.size
      for (const { parameter, site, position } of passed) {
        if (this.runsArgument(site, position)) this.#run.add(parameter)
      }
    }
  }

  /** Whether a call hands its argument to a function of the project that runs it. */
  runsArgument(site: CallSite, position: number): boolean {
    return site.functions.some((target) =>
      this.#run.has(parameterAt(target, position, this.#evaluator)),
    )
  }

  /** Whether a reference is a parameter that the function at hand runs, so that its callers answer for it. */
  belongsToCaller(reference: Reference, site: CallSite): boolean {
    const parameter = this.#parameterBehind(reference, site)
    return parameter !== null && this.#run.has(parameter)
  }

  /** The parameter that a name stands for, if the call stands in that very function or a callback in it. */
  #parameterBehind(reference: Reference, site: CallSite): ParameterKey | null {
    const use = parameterUse(reference, site, this.#evaluator)
    if (use === null) return null
    const { functions } = this.#evaluator.files[site.file] ?? { functions: [] }
    const isHandled = use.inside.some((id) => this.#handlers.has(functionKey(site.file, id)))
    return isHandled || isReturned(use, functions) ? null : use.parameter
  }
}
