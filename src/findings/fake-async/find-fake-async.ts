import type { BlockingKind } from '../../catalogue/types.js'
import type { FunctionFacts, Range } from '../../analysis/facts.js'
import {
  type CallSite,
  type FunctionKey,
  functionKey,
  functionOf,
  functionsIn,
} from '../../analysis/link/program.js'
import type { Project } from '../../analysis/project.js'
import type { BlockingCallOptions } from '../blocking-call-options.js'
import { blockingCallRule } from '../blocking-call-rule.js'
import { chainOf, entryPointsTo, joinChain } from '../chains.js'
import { kindNames, othersText } from '../find-blocking-calls.js'
import { byPlace, locationOf } from '../places.js'
import { nameOfApi, remedyFor } from '../../remedies.js'
import { isThenOfSettled } from '../settled-promise.js'
import type { Finding } from '../types.js'
import { asyncUses } from './async-uses.js'
import { type BlockingWork, BlockingWorkSearch } from './blocking-work.js'
import { isSyncValue } from './is-sync-value.js'
import { servingUses } from './promisified-uses.js'

export type FakeAsyncMessage =
  | 'executor'
  | 'settled'
  | 'resolved'
  | 'scheduled'
  | 'asyncFunction'
  | 'promisified'
  | 'promisifiedOwn'

export type FakeAsyncOptions = Pick<BlockingCallOptions, 'allow' | 'kinds' | 'minimumCost'>

interface Wrapper {
  readonly messageId: FakeAsyncMessage
  readonly range: Range
  /** As it is written, or the name of the function. */
  readonly text: string
  readonly work: BlockingWork
  /** A function that serving reaches and in which the wrapper does its harm. */
  readonly reachedBy: FunctionKey
  readonly awaited?: string
}

// Further away it is not that call which is wrapped; what is put off may be so for other reasons.
const mostHelpers = 2
const mostHelpersOfPutOff = 1

const schedulers = /^(?:process\.)?nextTick$|^queueMicrotask$|^setImmediate$|^setTimeout$/

/** What makes blocking calls of a file look asynchronous, while requests are served. */
export function findFakeAsync(
  file: number,
  project: Project,
  options: FakeAsyncOptions,
): readonly Finding<FakeAsyncMessage>[] {
  if (project.kinds[file] !== 'server') return []
  const search = new BlockingWorkSearch(project, { ...blockingCallRule.defaults, ...options })
  const functions = project.program.files[file]?.functions ?? []
  return [
    ...(project.program.sites[file] ?? []).map((site) => wrapperAt(site, project, search)),
    ...functions.map((_, id) => asyncWrapper(functionKey(file, id), project, search)),
  ]
    .flatMap((wrapper) => (wrapper === null ? [] : [report(wrapper, file, project)]))
    .sort(byPlace)
}

function wrapperAt(site: CallSite, project: Project, search: BlockingWorkSearch): Wrapper | null {
  const { call, file } = site
  if (call.memoised || call.endsProcess) return null
  if (site.apis.some(({ facts }) => facts.promisifies)) return promisified(site, project, search)
  const reachedBy = functionKey(file, call.function)
  if (!project.phases.serving.has(reachedBy)) return null
  const kind = kindOf(site, project)
  if (kind === null) return null
  const work = workIn(site, kind, project, search)
  return work && { messageId: kind, range: call.range, text: textOf(site), work, reachedBy }
}

function textOf({ call }: CallSite): string {
  return call.form === 'new' ? `new ${call.text}` : call.text
}

type CallKind = 'executor' | 'settled' | 'resolved' | 'scheduled'

function kindOf(site: CallSite, { program }: Project): CallKind | null {
  const { apis, call } = site
  if (call.form === 'new') {
    return apis.some(({ path }) => path === 'Promise') && call.settlesAtOnce ? 'executor' : null
  }
  for (const { module, path } of apis) {
    if (module === 'global' && path === 'Promise.resolve') return 'resolved'
    if (module === 'global' && path === 'Promise.try') return 'executor'
    if (schedulers.test(path)) return isPutOff(site, path) ? 'scheduled' : null
  }
  return isThenOfSettled(site, program) ? 'settled' : null
}

/** A timer of some length is there for the time, and not to look asynchronous. */
function isPutOff({ call }: CallSite, path: string): boolean {
  if (path !== 'setTimeout') return true
  const [, delay] = call.arguments
  return delay === undefined || (delay.type === 'literal' && Number(delay.value ?? 0) <= 1)
}

function workIn(
  site: CallSite,
  kind: CallKind,
  project: Project,
  search: BlockingWorkSearch,
): BlockingWork | null {
  if (kind === 'resolved') {
    const [value] = site.call.arguments
    const inner = value?.type === 'call' ? project.program.sites[site.file]?.[value.call] : undefined
    return inner ? search.at(inner) : null
  }
  const helpers = kind === 'executor' ? mostHelpers : mostHelpersOfPutOff
  for (const key of functionsIn(site.arguments[0] ?? [])) {
    const facts = functionOf(project.program, key)?.facts
    if (facts === undefined || facts.awaits) continue
    if (kind === 'executor' && site.call.form === 'new' && !callsFirstParameter(key, project, search)) continue
    const work = search.in(key, helpers)
    if (work !== null) return work
  }
  return search.handedTo(site)
}

/** Whether a function calls its first parameter: an executor that settles its promise. */
function callsFirstParameter(key: FunctionKey, { program }: Project, search: BlockingWorkSearch): boolean {
  return search.sitesIn(key).some(({ call: { callee }, file }) => {
    if (callee.type !== 'variable') return false
    const [write] = program.files[file]?.variables[callee.variable]?.writes ?? []
    return write?.type === 'parameter' && write.index === 0
  })
}

/** An async function that others await although it awaits nothing. */
function asyncWrapper(
  key: FunctionKey,
  project: Project,
  search: BlockingWorkSearch,
): Wrapper | null {
  const found = functionOf(project.program, key)
  const reach = project.phases.serving.get(key)
  if (found === null || !found.facts.async || found.facts.awaits || !reach?.by) return null
  const { facts, file } = found
  if (!facts.returns.every((value) => isSyncValue(value, file, project))) return null
  const work = search.in(key, mostHelpers)
  if (work === null) return null
  const uses = asyncUses(project)
  const awaiting = uses.awaiting.get(key) ?? []
  if (awaiting.length === 0 || uses.entries.has(key)) return null
  const text = facts.name === '' ? 'This function' : `\`${facts.name.split('.').at(-1) ?? ''}\``
  const awaited = awaiting.length === 1 ? 'one place' : `${awaiting.length} places`
  return { messageId: 'asyncFunction', range: headOf(facts), text, work, reachedBy: key, awaited }
}

/** The whole function would be too much to underline. */
function headOf({ form, name, object, range: [line, column] }: FunctionFacts): Range {
  // What ESTree calls the function of a method begins behind its name.
  if (form === 'method') {
    const length = (name.split('.').at(-1) ?? '').length
    return [line, Math.max(1, column - length), line, column]
  }
  const isPlain = form === 'arrow' || object === null
  return [line, column, line, column + (isPlain ? 'async'.length : 1)]
}

function promisified(site: CallSite, project: Project, search: BlockingWorkSearch): Wrapper | null {
  const around = functionKey(site.file, site.call.function)
  const reachedBy = project.phases.serving.has(around) ? around : servingUses(project).get(site)
  const [argument] = site.arguments
  if (reachedBy === undefined || argument === undefined) return null
  const wrapper = { range: site.call.range, text: site.call.text, reachedBy }
  for (const value of argument) {
    if (value.type === 'api') {
      const { module, path } = value
      const facts = project.program.evaluator.catalogue.lookupApi(module, path || 'default')
      if (facts?.blocking === undefined || facts.blocking.when !== undefined) continue
      if (facts.blocking.inNameOnly !== undefined) continue
      const api = { module, path, facts }
      const work = search.at({ ...site, apis: [api], call: { ...site.call, memoised: false } })
      if (work !== null) return { ...wrapper, messageId: 'promisified', work }
    }
    if (value.type === 'function' && callsBackAtHome(value, project, search)) {
      const work = search.in(functionKey(value.file, value.function), mostHelpersOfPutOff)
      if (work !== null) return { ...wrapper, messageId: 'promisifiedOwn', work }
    }
  }
  return null
}

/** Whether a function calls its callback itself, and hands it to nobody who might later. */
function callsBackAtHome(
  { file, function: id }: { readonly file: number; readonly function: number },
  { program }: Project,
  search: BlockingWorkSearch,
): boolean {
  const facts = program.files[file]
  const own = facts?.functions[id]
  const last = (own?.parameters.length ?? 0) - 1
  if (facts === undefined || own === undefined || own.async || last < 0) return false
  const callback = facts.variables.findIndex(({ writes }) =>
    writes.some((write) => write.type === 'parameter' && write.function === id && write.index === last),
  )
  if (callback === -1) return false
  const isCaptured = facts.functions.some(({ captures }) =>
    captures.some(({ variable }) => variable === callback),
  )
  const sites = search.sitesIn(functionKey(file, id))
  const isPassed = sites.some(({ call }) =>
    call.arguments.some((argument) => argument.type === 'variable' && argument.variable === callback),
  )
  const isCalled = sites.some(
    ({ call: { callee } }) => callee.type === 'variable' && callee.variable === callback,
  )
  return isCalled && !isCaptured && !isPassed
}

function report(wrapper: Wrapper, file: number, project: Project): Finding<FakeAsyncMessage> {
  const { messageId, range, text, work, reachedBy, awaited } = wrapper
  const { phases, program } = project
  const name = messageId === 'asyncFunction' ? text.replaceAll('`', '') : text
  const chain = chainOf(reachedBy, phases.serving, program, { name, file, range })
  // The function itself is the last call of its chain.
  const shown = messageId === 'asyncFunction' ? [...chain.slice(0, -2), ...chain.slice(-1)] : chain
  const entryPoints = entryPointsTo(reachedBy, project)
  return {
    rule: 'no-fake-async',
    messageId,
    data: {
      api: nameOfApi(work.api),
      wrapper: text,
      kind: kindNames[work.blocking.kind satisfies BlockingKind],
      place: placeText(work, file, project),
      awaited: awaited ?? '',
      chain: joinChain(shown),
      others: othersText(entryPoints.length - 1),
      remedy: remedyFor(work.api, work.blocking, null),
    },
    location: locationOf(range),
    chain: shown,
    confidence: 'certain',
    entryPoints,
    cost: work.blocking.cost,
  }
}

function placeText({ site, range }: BlockingWork, file: number, { program }: Project): string {
  if (site.file === file) return `line ${range[0]}`
  const path = program.files[site.file]?.file ?? ''
  return `${path.slice(path.lastIndexOf('/') + 1)}:${range[0]}`
}
