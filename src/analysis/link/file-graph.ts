import { lookupMethodRunner } from '../../catalogue/index.js'
import type { CallbackRunner } from '../../catalogue/types.js'
import type { CallbackParameters } from './callback-parameters.js'
import { declaredApis } from './call-sites.js'
import type { Evaluator } from './evaluator.js'
import type { HandlerParameters } from './handler-parameters.js'
import { calledReference } from './parameter-uses.js'
import {
  type CallSite,
  type Edge,
  type EntryPoint,
  type FunctionKey,
  functionKey,
  functionsIn,
  type HandedApi,
} from './program.js'
import type { Value, ValueSet } from './values.js'

/** The entry points that calls make. */
export type EntriesByCall = ReadonlyMap<CallSite, readonly EntryPoint[]>

/** A file's part of the graph. */
export interface FileGraph {
  readonly edges: ReadonlyMap<FunctionKey, readonly Edge[]>
  readonly entries: readonly EntryPoint[]
  readonly handed: readonly HandedApi[]
  readonly starting: readonly FunctionKey[]
  readonly registering: readonly FunctionKey[]
}

export const emptyGraph: FileGraph = { edges: new Map(), entries: [], handed: [], starting: [], registering: [] }

/** What is known of all files. */
export interface GraphContext {
  readonly evaluator: Evaluator
  readonly callbacks: CallbackParameters
  readonly parameters: HandlerParameters
  /** Functions that callers hand to something that registers them, under a path of their own. */
  readonly known: ReadonlySet<FunctionKey>
}

/**
 * Puts the edges of one file's calls, and what else they do, together.
 * @param registered What they hand to the platform themselves.
 * @param passed What they hand to functions that hand it to the platform.
 */
export function graphOf(
  sites: readonly CallSite[],
  registered: EntriesByCall,
  passed: EntriesByCall,
  { evaluator, callbacks, parameters, known }: GraphContext,
): FileGraph {
  const edges = new Map<FunctionKey, Edge[]>()
  const entryPoints: EntryPoint[] = []
  const starting: FunctionKey[] = []
  const registering: FunctionKey[] = []
  const handedApis: HandedApi[] = []
  for (const site of sites) {
    const from = functionKey(site.file, site.call.function)
    const own = registered.get(site) ?? noEntryPoints
    const others = parameters.isDispatching(site)
      ? own.filter((entry) => !known.has(entry.function))
      : own
    const entries = passed.has(site) ? others.concat(passed.get(site) ?? []) : others
    for (const entry of entries) entryPoints.push(entry)
    if (site.apis.some(({ facts }) => facts.boots)) starting.push(from)
    if (entries.some(({ phase }) => phase === 'serving')) registering.push(from)

    const targets = new Set(callbacks.ownAmong(site.functions, calledReference(site), site))
    site.arguments.forEach((values, position) => {
      if (values.length === 0) return
      for (const key of functionsHanded(values, site, position, callbacks)) {
        if (!entries.some((entry) => entry.function === key)) targets.add(key)
      }
      if (values.some(isCallable)) handedApis.push(...apisIn(values, site, position, evaluator))
    })
    for (const to of targets) {
      if (evaluator.declared.get(to)?.isClosed === true) continue
      const known = edges.get(from)
      if (known === undefined) edges.set(from, [{ from, to, site }])
      else known.push({ from, to, site })
    }
  }
  return { edges, entries: entryPoints, handed: handedApis, starting, registering }
}

const noEntryPoints: readonly EntryPoint[] = []

function isCallable({ type }: Value): boolean {
  return type === 'function' || type === 'api'
}

/** The functions among an argument's values, and in objects there, that run because of the call. */
function functionsHanded(
  values: ValueSet,
  site: CallSite,
  position: number,
  callbacks: CallbackParameters,
): readonly FunctionKey[] {
  const argument = site.call.arguments[position]
  if (argument === undefined || isShipped(site, position)) return []
  const inObjects = callbacks.callbacksIn(site, position)
  const functions = functionsIn(values)
  if (functions.length === 0) return inObjects
  const runs = runsArgument(site, position) || callbacks.runsArgument(site, position)
  return runs ? [...callbacks.ownAmong(functions, argument, site), ...inObjects] : inObjects
}

/** Whether a function at this position runs on this thread because of the call, in the caller's phase. */
export function runsArgument(site: CallSite, position: number): boolean {
  // What a function of the project does with its argument shows in that function.
  if (site.functions.length > 0 || site.apis.some(({ facts }) => facts.excuses)) return false
  if (isShipped(site, position)) return false
  const runner = runnerOf(site)
  if (runner !== null) return runner.positions.includes(position)
  return !site.apis.some(({ facts }) => facts.registration !== undefined)
}

/** Whether a function at this position runs off the loop. */
function isShipped({ apis }: CallSite, position: number): boolean {
  return apis.some(({ facts }) => facts.offload?.functions?.includes(position))
}

function runnerOf(site: CallSite): CallbackRunner | null {
  for (const { facts } of site.apis) if (facts.runner) return facts.runner
  const { callee } = site.call
  if (callee.type !== 'member' || site.apis.length > 0 || site.functions.length > 0) return null
  return lookupMethodRunner(callee.property) ?? null
}

/** APIs among an argument's values, where the callee is known to run what it gets. */
function apisIn(
  values: ValueSet,
  site: CallSite,
  position: number,
  evaluator: Evaluator,
): readonly HandedApi[] {
  const range = site.call.argumentRanges[position]
  if (range === undefined || runnerOf(site)?.positions.includes(position) !== true) return []
  return values.flatMap((value) => {
    if (value.type === 'function') {
      const key = functionKey(value.file, value.function)
      return declaredApis([key], evaluator).flatMap((api) =>
        api.facts.blocking ? [{ site, range, api }] : [],
      )
    }
    if (value.type !== 'api') return []
    const { module, path } = value
    const facts = evaluator.catalogue.lookupApi(module, path || 'default')
    return facts?.blocking ? [{ site, range, api: { module, path, facts } }] : []
  })
}
