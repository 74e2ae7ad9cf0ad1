import type { Reference } from '../facts.js'
import type { Evaluator } from './evaluator.js'
import { type CallSite, functionKey } from './program.js'

/** A parameter of a function: `file:function:index`. */
type ParameterKey = string

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
    const passed: PassedOn[] = []
    for (const site of sites) {
      const called = this.#parameterBehind(this.calledReference(site), site)
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

