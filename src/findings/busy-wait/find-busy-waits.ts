import type { ReadSource } from '../../catalogue/types.js'
import type { Range, WaitFacts } from '../../analysis/facts.js'
import { type CallSite, functionKey } from '../../analysis/link/program.js'
import type { Project } from '../../analysis/project.js'
import { blocksAt } from '../call-conditions.js'
import { chainOf, entryPointsTo, joinChain } from '../chains.js'
import { isFilledByStartup, othersText } from '../find-blocking-calls.js'
import { byPlace, locationOf } from '../places.js'
import { nameOfApi, remedyFor } from '../../remedies.js'
import type { Finding } from '../types.js'
import { lookAtCall } from './look-at-call.js'
import { type Rescheduling, reschedulingsIn, schedulesAtOnce } from './reschedulings.js'

export type BusyWaitMessage =
  | 'spins'
  | 'stuck'
  | 'endless'
  | 'settledAwaits'
  | 'sleeps'
  | 'starves'
  | 'polls'

export interface BusyWaitOptions {
  /** Whether calls that only sleep are reported, too. */
  readonly checkSleeps: boolean
}

interface Candidate {
  readonly messageId: BusyWaitMessage
  readonly function: number
  readonly range: Range
  /** What waits, as it is written or as a person names it. */
  readonly name: string
  readonly data?: Finding['data']
  /** The event loop never turns again: at start-up that is the end, too. */
  readonly isForEver?: boolean
}

const awaited: Readonly<Record<ReadSource, { readonly until: string; readonly remedy: string }>> = {
  clock: {
    until: 'a time has come',
    remedy: 'Await `setTimeout` from `node:timers/promises` instead.',
  },
  'shared-memory': {
    until: 'another thread writes to shared memory',
    remedy: 'Await `Atomics.waitAsync` instead.',
  },
  files: {
    until: 'a file changes',
    remedy: 'Look again after a timer, or wait for `watch` from `node:fs/promises`.',
  },
  arguments: { until: '', remedy: '' },
}

/** What waits in a file by keeping the thread, while requests are served. */
export function findBusyWaits(
  file: number,
  project: Project,
  { checkSleeps }: BusyWaitOptions,
): readonly Finding<BusyWaitMessage>[] {
  if (project.kinds[file] !== 'server') return []
  const { program } = project
  const loops = (program.files[file]?.waits ?? []).filter(({ schedules }) => schedules === undefined)
  const sites = checkSleeps ? (program.sites[file] ?? []) : []
  return [
    ...loops.map((wait) => waitingLoop(wait, file, project)),
    ...reschedulingsIn(file, program).map((found) => rescheduled(found, project)),
    ...sites.map((site) => sleepAt(site, project)),
  ]
    .flatMap((candidate) => {
      const finding = candidate && judge(candidate, file, project)
      return finding ? [finding] : []
    })
    .sort(byPlace)
}

/** Whether there is anything in a file that may be such a wait. */
export function mayWait(file: number, { program }: Project): boolean {
  if (program.files[file]?.waits !== undefined) return true
  return (program.sites[file] ?? []).some(
    (site) => site.apis.some(({ facts }) => facts.blocking?.sleeps) || schedulesAtOnce(site, program),
  )
}

/** What a wait looks at while it waits; null when its calls do more than look. */
function sourcesOf({ calls, deciding }: WaitFacts, file: number, { program }: Project): readonly ReadSource[] | null {
  const looks = new Map<number, ReadSource>()
  for (const id of calls) {
    const site = program.sites[file]?.[id]
    const look = site ? lookAtCall(site, program) : null
    if (look === null) return null
    looks.set(id, look)
  }
  return deciding.flatMap((id) => looks.get(id) ?? [])
}

function waitingLoop(wait: WaitFacts, file: number, project: Project): Candidate | null {
  const sources = sourcesOf(wait, file, project)
  if (sources === null) return null
  const candidate = { function: wait.function, range: wait.range, name: wait.text }
  const source = sources.find((each) => each !== 'arguments')
  if (wait.awaits) {
    const ends = source !== undefined || wait.flag || wait.endless
    return ends ? { ...candidate, messageId: 'settledAwaits' } : null
  }
  if (source !== undefined) return { ...candidate, messageId: 'spins', data: awaited[source] }
  if (wait.endless) return { ...candidate, messageId: 'endless' }
  return wait.flag && sources.length === 0 ? { ...candidate, messageId: 'stuck' } : null
}

function rescheduled({ site, name, wait }: Rescheduling, project: Project): Candidate | null {
  const { call } = site
  const target = name === '' ? 'its function' : `\`${name}\``
  const candidate = { function: call.function, range: call.range, name: call.text, data: { target } }
  if (wait === null) return { ...candidate, messageId: 'starves', isForEver: true }
  const sources = sourcesOf(wait, site.file, project)
  if (sources === null) return null
  return wait.flag || sources.some((source) => source !== 'arguments')
    ? { ...candidate, messageId: 'polls' }
    : null
}

function sleepAt(site: CallSite, project: Project): Candidate | null {
  const { call } = site
  const api = site.apis.find(
    ({ facts }) => facts.blocking?.sleeps && blocksAt(facts.blocking, site, project.program.evaluator),
  )
  if (api?.facts.blocking === undefined || call.endsProcess || isFilledByStartup(site, project)) return null
  return {
    messageId: 'sleeps',
    function: call.function,
    range: call.range,
    name: nameOfApi(api),
    data: {
      remedy: remedyFor(api, api.facts.blocking, null),
      millisecondsAt: `${api.facts.blocking.sleeps?.milliseconds ?? ''}`,
    },
  }
}

function judge(
  { messageId, function: id, range, name, data, isForEver }: Candidate,
  file: number,
  project: Project,
): Finding<BusyWaitMessage> | null {
  const { phases, program } = project
  const key = functionKey(file, id)
  const isServing = phases.serving.has(key)
  if (!isServing && !(isForEver && phases.startup.has(key))) return null
  const chain = isServing ? chainOf(key, phases.serving, program, { name, file, range }) : []
  const entryPoints = isServing ? entryPointsTo(key, project) : []
  return {
    rule: 'no-busy-wait',
    messageId,
    data: {
      api: name,
      chain: joinChain(chain),
      others: othersText(entryPoints.length - 1),
      ...data,
    },
    location: locationOf(range),
    chain,
    confidence: 'certain',
    entryPoints,
    cost: 'high',
  }
}
