import type { Reference } from '../facts.js'
import type { Evaluator } from './evaluator.js'
import { type CallSite, functionKey } from './program.js'

/** A parameter of a function: `file:function:index`. */
type ParameterKey = string

/**
 * Which functions run which of their parameters before they return or settle, themselves or through others.
 *
 * A callback belongs to the call that hands it over: `each(items, save)` runs `save` for whoever wrote that
 * line, not for every caller of `each`. So a call of a parameter makes no edge in the function that has the
 * parameter; the call that passes the callback gets the edge.
 */
export class CallbackParameters {
  readonly #evaluator: Evaluator
  readonly #run = new Set<ParameterKey>()

  /**
   * @param runsArgument whether an API or an unknown function runs what it gets at a position
   */
  constructor(
    sites: readonly CallSite[],
    evaluator: Evaluator,
    runsArgument: (site: CallSite, position: number) => boolean,
  ) {
    this.#evaluator = evaluator
    for (let grown = true; grown; ) {
      grown = false
      for (const site of sites) {
        for (const parameter of this.#runAt(site, runsArgument)) {
          if (this.#run.has(parameter)) continue
          this.#run.add(parameter)
          grown = true
        }
      }
    }
  }

  /** Whether a call hands its argument to a function of the project that runs it. */
  runsArgument(site: CallSite, position: number): boolean {
    return site.functions.some((target) => this.#run.has(`${target}:${position}`))
  }

  /** Whether a reference is a parameter that the function at hand runs, so that its callers answer for it. */
  belongsToCaller(reference: Reference, site: CallSite): boolean {
    const parameter = this.#parameterBehind(reference, site)
    return parameter !== null && this.#run.has(parameter)
  }

  /** The callee of a call, or what stands before its `.call` or `.apply`. */
  calledReference(site: CallSite): Reference {
    const { callee } = site.call
    const isForwarded =
      callee.type === 'member' && (callee.property === 'call' || callee.property === 'apply')
    return isForwarded ? callee.object : callee
  }

  #runAt(
    site: CallSite,
    runsArgument: (site: CallSite, position: number) => boolean,
  ): readonly ParameterKey[] {
    const found: ParameterKey[] = []
    const called = this.#parameterBehind(this.calledReference(site), site)
    if (called !== null) found.push(called)
    site.call.arguments.forEach((argument, position) => {
      if (!runsArgument(site, position) && !this.runsArgument(site, position)) return
      const passed = this.#parameterBehind(argument, site)
      if (passed !== null) found.push(passed)
    })
    return found
  }

  /** The parameter that a name stands for, if the call stands in that very function or a callback in it. */
  #parameterBehind(reference: Reference, site: CallSite): ParameterKey | null {
    const facts = this.#evaluator.files[site.file]
    if (reference.type !== 'variable') return null
    const writes = facts?.variables[reference.variable]?.writes ?? []
    const [write] = writes
    const parameter = write?.type === 'either' ? write.options[0] : write
    if (writes.length !== 1 || parameter?.type !== 'parameter') return null
    if (!this.#isInside(site.call.function, parameter.function, site.file)) return null
    return `${functionKey(site.file, parameter.function)}:${parameter.index}`
  }

  /** Whether a function is another one, or an arrow function or expression handed on inside of it. */
  #isInside(inner: number, outer: number, file: number): boolean {
    const functions = this.#evaluator.files[file]?.functions ?? []
    const returned = new Set<number>()
    for (const value of functions[outer]?.returns ?? []) {
      if (value.type === 'function') returned.add(value.function)
    }
    for (let at: number | null = inner; at !== null; at = functions[at]?.enclosing ?? null) {
      if (at === outer) return true
      // What a function returns runs when its caller wants it to.
      if (returned.has(at)) return false
    }
    return false
  }
}

