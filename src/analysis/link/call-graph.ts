import { lookupMethodRunner } from '../../catalogue/index.js'
import type { CallbackRunner } from '../../catalogue/types.js'
import { declaredApis } from './call-sites.js'
import { CallbackParameters } from './callback-parameters.js'
import { answersRequests, HandlerParameters } from './handler-parameters.js'
import { calledReference } from './parameter-uses.js'
import type { Evaluator } from './evaluator.js'
import {
  type CallSite,
  type Edge,
  type EntryPoint,
  type FunctionKey,
  functionKey,
  functionsIn,
  type HandedApi,
  type LinkedCall,
  type Program,
} from './program.js'
import { KeptNames } from '../entries/kept-names.js'
import { entryPointsOf } from '../entries/registrations.js'
import { repeatedTimers } from '../entries/repeated-timers.js'
import type { ValueSet } from './values.js'

/** Puts resolved calls together to a graph. */
export function buildCallGraph(
  evaluator: Evaluator,
  calls: readonly LinkedCall[],
  declared: readonly EntryPoint[],
  byLooks: readonly EntryPoint[],
  byPlace: readonly EntryPoint[],
): Program {
  const sites = calls.map(({ site }) => site)
  const edgesFrom = new Map<FunctionKey, Edge[]>()
  const atStartup = byLooks.filter(({ phase }) => phase !== 'serving')
  const entryPoints = [...declared, ...byPlace, ...atStartup]
  const starting = new Set<FunctionKey>()
  const registering = new Set<FunctionKey>()
  const handedApis: HandedApi[][] = evaluator.files.map(() => [])
  const kept = new KeptNames(sites, evaluator)
  const registered = registeredBy(calls, evaluator, kept)
  const callbacks = new CallbackParameters(sites, evaluator, handlersIn(registered), runsArgument)
  const handlers = new HandlerParameters(sites, evaluator, registered, kept)
  const passed = new Map<CallSite, readonly EntryPoint[]>()
  for (const site of sites) {
    const entries = handlers.entriesOf(site)
    if (entries.length > 0) passed.set(site, entries)
  }
  const known = new Set([...passed.values()].flat().map((entry) => entry.function))
  for (const site of sites) {
    const from = functionKey(site.file, site.call.function)
    const own = registered.get(site) ?? []
    const others = handlers.isDispatching(site)
      ? own.filter((entry) => !known.has(entry.function))
      : own
    const entries = others.concat(passed.get(site) ?? [])
    entryPoints.push(...entries)
    if (site.apis.some(({ facts }) => facts.boots)) starting.add(from)
    if (entries.some(({ phase }) => phase === 'serving')) registering.add(from)

    const taken = new Set(entries.map((entry) => entry.function))
    const called = callbacks.ownAmong(site.functions, calledReference(site), site)
    const handed = site.arguments.flatMap((values, position) => {
      if (values.size === 0) return []
      const argument = site.call.arguments[position]
      if (argument === undefined || isShipped(site, position)) return []
      const runs = runsArgument(site, position) || callbacks.runsArgument(site, position)
      const direct = runs ? callbacks.ownAmong(functionsIn(values), argument, site) : []
      return [...direct, ...callbacks.callbacksIn(site, position)]
    })
    const targets = [...called, ...handed.filter((key) => !taken.has(key))].filter(
      (key) => evaluator.declared.get(key)?.isClosed !== true,
    )
    if (targets.length > 0) {
      const edges = edgesFrom.get(from) ?? []
      for (const to of new Set(targets)) edges.push({ from, to, site })
      edgesFrom.set(from, edges)
    }
    site.arguments.forEach((values, position) => {
      if (values.size > 0) handedApis[site.file]?.push(...apisIn(values, site, position, evaluator))
    })
  }
  entryPoints.push(...repeatedTimers(sites, edgesFrom))
  return {
    files: evaluator.files,
    evaluator,
    sites: byFile(sites, evaluator.files.length),
    edgesFrom,
    entryPoints,
    handlersByLooks: byLooks.filter(({ phase }) => phase === 'serving'),
    starting,
    registering,
    handedApis,
  }
}

/** By call, the functions that it hands to the platform; calls that hand over none are left out. */
function registeredBy(
  calls: readonly LinkedCall[],
  evaluator: Evaluator,
  kept: KeptNames,
): ReadonlyMap<CallSite, readonly EntryPoint[]> {
  const registered = new Map<CallSite, readonly EntryPoint[]>()
  for (const { site, entries } of calls) {
    if (entries.length > 0) registered.set(site, entryPointsOf(site, evaluator, kept))
  }
  return registered
}

function handlersIn(
  registered: ReadonlyMap<CallSite, readonly EntryPoint[]>,
): ReadonlySet<FunctionKey> {
  const handlers = [...registered.values()].flat().filter(answersRequests)
  return new Set(handlers.map((entry) => entry.function))
}

function byFile(sites: readonly CallSite[], files: number): readonly (readonly CallSite[])[] {
  const groups: CallSite[][] = Array.from({ length: files }, () => [])
  for (const site of sites) groups[site.file]?.push(site)
  return groups
}

/** Whether a function at this position runs on this thread because of the call, in the caller's phase. */
function runsArgument(site: CallSite, position: number): boolean {
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
  return [...values.values()].flatMap((value) => {
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
