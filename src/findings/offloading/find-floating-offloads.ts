import type { Offload } from '../../catalogue/types.js'
import type { Reference } from '../../analysis/facts.js'
import { type CallSite, functionKey, functionsIn } from '../../analysis/link/program.js'
import type { Project } from '../../analysis/project.js'
import { chainOf, entryPointsTo, joinChain } from '../chains.js'
import { othersText } from '../find-blocking-calls.js'
import { byPlace, locationOf } from '../places.js'
import type { Finding } from '../types.js'
import { type OffloadOrigin, OffloadPromises } from './offload-promises.js'

export type FloatingOffloadMessage = 'dropped' | 'unread' | 'ignored' | 'list'

export interface FloatingOffloadOptions {
  /** Whether promises that `void` says are left alone are reported, too. */
  readonly checkVoid: boolean
}

interface Floating {
  readonly messageId: FloatingOffloadMessage
  readonly site: CallSite
  readonly origin: OffloadOrigin
  /** The functions whose calls make the promise, if others than the one around the call. */
  readonly callbacks?: readonly string[]
}

// These run what they are given and take no notice of what it gives back.
const takesNoNotice = /^(?:process\.nextTick|queueMicrotask|set(?:Immediate|Interval|Timeout)|nextTick)$/

const failures: Readonly<Record<NonNullable<Offload['promise']>, string>> = {
  native: 'Its failure is an unhandled rejection, which ends the process.',
  silent: 'Nobody handles its failure.',
}

/** Promises of offloaded work that nobody awaits or handles, while requests are served. */
export function findFloatingOffloads(
  file: number,
  project: Project,
  { checkVoid }: FloatingOffloadOptions,
): readonly Finding<FloatingOffloadMessage>[] {
  if (project.kinds[file] !== 'server') return []
  const promises = promisesOf(project)
  const unread = unreadIn(file, project)
  return (project.program.sites[file] ?? [])
    .flatMap((site) => {
      const floating = judge(site, promises, unread, checkVoid)
      const finding = floating && report(floating, project)
      return finding ? [finding] : []
    })
    .sort(byPlace)
}

/** Whether the project hands work to anything that promises its result. */
export function promisesOffloads(_file: number, project: Project): boolean {
  return hasOffloads(project)
}

function judge(
  site: CallSite,
  promises: OffloadPromises,
  unread: ReadonlySet<CallSite>,
  checkVoid: boolean,
): Floating | null {
  const { result, endsProcess } = site.call
  if (endsProcess) return null
  const isDropped = result === 'dropped' || (checkVoid && result === 'void')
  if (isDropped && isEach(site)) return floatingFrom('ignored', site, promises.ofCallback(site, 0))
  if (site.apis.some(({ path }) => takesNoNotice.test(path))) {
    const origin = promises.ofCallback(site, 0)
    return origin && { messageId: 'ignored', site, origin, callbacks: functionsIn(site.arguments[0] ?? []) }
  }
  if (isDropped) return floatingFrom('dropped', site, promises.ofCall(site))
  if (unread.has(site)) return floatingFrom('unread', site, promises.ofCall(site))
  // `await` waits for a promise, and not for those in a list.
  const isList = (result === 'awaited' || result === 'caught') && isMap(site)
  return isList ? floatingFrom('list', site, promises.ofCallback(site, 0)) : null
}

function floatingFrom(
  messageId: FloatingOffloadMessage,
  site: CallSite,
  origin: OffloadOrigin | null,
): Floating | null {
  return origin && { messageId, site, origin }
}

function isEach(site: CallSite): boolean {
  return isMethodOfLists(site, 'forEach')
}

function isMap(site: CallSite): boolean {
  return isMethodOfLists(site, 'map')
}

function isMethodOfLists({ call: { callee }, apis, functions }: CallSite, name: string): boolean {
  return callee.type === 'member' && callee.property === name && apis.length + functions.length === 0
}

/** The calls whose results are kept in variables that nothing reads. */
function unreadIn(file: number, { program }: Project): ReadonlySet<CallSite> {
  const writes = (program.files[file]?.variables ?? []).flatMap(
    ({ unread, writes: all }): readonly Reference[] => (unread ? all : []),
  )
  const sites = writes.flatMap((write) => {
    const site = write.type === 'call' ? program.sites[file]?.[write.call] : undefined
    return site?.call.result === undefined && site ? [site] : []
  })
  return new Set(sites)
}

function report(
  { messageId, site, origin, callbacks = [] }: Floating,
  project: Project,
): Finding<FloatingOffloadMessage> | null {
  const { phases, program } = project
  const { call, file } = site
  const around = functionKey(file, call.function)
  const key = [...callbacks, around].find((each) => phases.serving.has(each))
  if (key === undefined) return null
  const step = { name: call.text, file, range: call.range }
  const chain = chainOf(key, phases.serving, program, step)
  const entryPoints = entryPointsTo(key, project)
  return {
    rule: 'no-floating-offload',
    messageId,
    data: {
      api: call.text,
      library: origin.offload.library,
      failure: failures[origin.offload.promise ?? 'native'],
      through: throughText(site, origin, project),
      chain: joinChain(chain),
      others: othersText(entryPoints.length - 1),
    },
    location: locationOf(call.range),
    chain,
    confidence: 'certain',
    entryPoints,
    cost: null,
  }
}

/** Where the work is handed over, if not by the call itself. */
function throughText(site: CallSite, { site: handing }: OffloadOrigin, { program }: Project): string {
  if (handing === site) return ''
  const path = program.files[handing.file]?.file ?? ''
  const place = handing.file === site.file ? 'line ' : `${path.slice(path.lastIndexOf('/') + 1)}:`
  return ` by \`${handing.call.text}\` (${place}${handing.call.range[0]})`
}

const promisesByProject = new WeakMap<Project, OffloadPromises>()

function promisesOf(project: Project): OffloadPromises {
  const known = promisesByProject.get(project)
  if (known !== undefined) return known
  const promises = new OffloadPromises(project)
  promisesByProject.set(project, promises)
  return promises
}

// By the calls of a file, which stay the same while another one is edited.
const offloadsByFile = new WeakMap<readonly CallSite[], boolean>()

function hasOffloads({ program }: Project): boolean {
  return program.sites.some((sites) => {
    const known = offloadsByFile.get(sites)
    if (known !== undefined) return known
    const has = sites.some(({ apis }) => apis.some(({ facts }) => facts.offload?.promise))
    offloadsByFile.set(sites, has)
    return has
  })
}
