import { lookupMethodRunner } from '../../catalogue/index.js'
import type { Range } from '../../analysis/facts.js'
import {
  type CallSite,
  type Edge,
  fileOf,
  type FunctionKey,
  functionKey,
  functionOf,
} from '../../analysis/link/program.js'
import type { Project } from '../../analysis/project.js'
import { type BlockingCall, type BlockingCallOptions, isWanted } from '../blocking-call-options.js'
import { blocksAt, inNameOnly, isJudgedByArguments } from '../call-conditions.js'

/** A blocking call that a function makes before it returns. */
export interface BlockingWork extends BlockingCall {
  readonly range: Range
}

/** Looks for what functions do before they return or await anything. */
export class BlockingWorkSearch {
  readonly #project: Project
  readonly #options: BlockingCallOptions
  /** By file, then by function. */
  readonly #sites = new Map<number, Map<FunctionKey, CallSite[]>>()

  constructor(project: Project, options: BlockingCallOptions) {
    this.#project = project
    this.#options = options
  }

  /**
   * The blocking call of a function or of a helper that it calls; null when there is none.
   * @param helpers How many calls away it may be.
   */
  in(key: FunctionKey, helpers: number): BlockingWork | null {
    const seen = new Set<FunctionKey>()
    let front: readonly FunctionKey[] = [key]
    for (let away = 0; away <= helpers; away += 1) {
      // A set that grows is iterated to its end: what is run where it stands is no step away.
      const here = new Set(front.filter((at) => !seen.has(at)))
      for (const at of here) {
        seen.add(at)
        const work = this.#directlyIn(at)
        if (work !== null) return work
        for (const to of this.#ranBy(at, false)) here.add(to)
      }
      front = [...here].flatMap((at) => this.#ranBy(at, true))
    }
    return null
  }

  /** The blocking API that a call calls. */
  at(site: CallSite): BlockingWork | null {
    // What is kept is done once, and what ends the process holds up nobody.
    if (site.call.endsProcess || site.call.memoised) return null
    for (const api of site.apis) {
      const { blocking } = api.facts
      if (blocking === undefined || inNameOnly(blocking, site) !== null) continue
      if (!blocksAt(blocking, site, this.#project.program.evaluator)) continue
      if (isWanted({ site, api, blocking }, this.#options)) return { api, blocking, site, range: site.call.range }
    }
    return null
  }

  /** The blocking API that a call has run without calling it: `setImmediate(fs.rmSync, path)`. */
  handedTo(site: CallSite): BlockingWork | null {
    if (site.call.endsProcess || site.call.memoised) return null
    const handed = (this.#project.program.handedApis[site.file] ?? []).filter((each) => each.site === site)
    for (const { api, range } of handed) {
      const { blocking } = api.facts
      if (blocking === undefined || isJudgedByArguments(blocking) || blocking.inNameOnly) continue
      if (isWanted({ site, api, blocking }, this.#options)) return { api, blocking, site, range }
    }
    return null
  }

  /** The calls that stand in a function. */
  sitesIn(key: FunctionKey): readonly CallSite[] {
    const file = fileOf(key)
    let byFunction = this.#sites.get(file)
    if (byFunction === undefined) {
      byFunction = new Map<FunctionKey, CallSite[]>()
      for (const site of this.#project.program.sites[file] ?? []) {
        const around = functionKey(file, site.call.function)
        const known = byFunction.get(around)
        if (known) known.push(site)
        else byFunction.set(around, [site])
      }
      this.#sites.set(file, byFunction)
    }
    return byFunction.get(key) ?? []
  }

  #directlyIn(key: FunctionKey): BlockingWork | null {
    for (const site of this.sitesIn(key)) {
      const work = this.at(site) ?? (isInPlace(site) ? this.handedTo(site) : null)
      if (work !== null) return work
    }
    return null
  }

  /** The functions that one calls, or has run where it stands, before it returns; an async one is a wrapper of its own. */
  #ranBy(key: FunctionKey, isCalled: boolean): readonly FunctionKey[] {
    const { program } = this.#project
    return (program.edgesFrom.get(key) ?? [])
      .filter(({ site, to }) => site.functions.includes(to) === isCalled && this.#runsAtOnce({ site, to }))
      .map(({ to }) => to)
  }

  #runsAtOnce({ site, to }: Pick<Edge, 'site' | 'to'>): boolean {
    const target = functionOf(this.#project.program, to)?.facts
    if (target === undefined || target.async || site.call.memoised || site.call.endsProcess) return false
    return site.functions.includes(to) ? site.call.form !== 'new' : isInPlace(site)
  }
}

/** Whether a call runs the functions that it is given before it returns. */
function isInPlace({ apis, call: { callee }, functions }: CallSite): boolean {
  if (functions.length > 0) return false
  const own = apis.find(({ facts }) => facts.runner)?.facts.runner
  const runner = own ?? (callee.type === 'member' ? lookupMethodRunner(callee.property) : undefined)
  return runner?.runs === 'in-place'
}

