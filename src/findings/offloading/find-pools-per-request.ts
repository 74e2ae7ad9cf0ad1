import type { CallFacts } from '../../analysis/facts.js'
import { type EntryPoint, functionKey } from '../../analysis/link/program.js'
import type { Project } from '../../analysis/project.js'
import { type ChainFilter, chainsTo, joinChain } from '../chains.js'
import { othersText } from '../find-blocking-calls.js'
import type { Finding } from '../types.js'
import { executorMadeBy, type MadeExecutor } from './executors.js'
import { byPlace, locationOf } from '../places.js'

export type PoolPerRequestMessage = 'worker' | 'pool' | 'process'

export interface PoolPerRequestOptions {
  /** Whether to report programs and commands that are started for a request, too. */
  readonly checkProcesses: boolean
}

/** What a file makes for work to be handed to while requests are served, in the order of the text. */
export function findPoolsPerRequest(
  file: number,
  project: Project,
  { checkProcesses }: PoolPerRequestOptions,
): readonly Finding<PoolPerRequestMessage>[] {
  return madeIn(file, project)
    .filter(({ executor }) => checkProcesses || executor.type !== 'process')
    .flatMap((made) => {
      const finding = judge(made, project)
      return finding === null ? [] : [finding]
    })
    .sort(byPlace)
}

/** Whether a file makes anything for work to be handed to. */
export function makesExecutor(file: number, project: Project): boolean {
  return madeIn(file, project).length > 0
}

function madeIn(file: number, { kinds, program }: Project): readonly MadeExecutor[] {
  if (kinds[file] !== 'server') return []
  return (program.sites[file] ?? []).flatMap((site) => {
    const made = site.call.endsProcess ? null : executorMadeBy(site, program.evaluator)
    return made === null ? [] : [made]
  })
}

// What is kept is made once, however often somebody asks for it; a pool of the project's own counts what it has.
const perRequest: ChainFilter = {
  begins: ({ isPaced }: EntryPoint) => isPaced !== true,
  passes: ({ site: { call } }) => !isBounded(call),
}

function isBounded({ memoised, bounded }: CallFacts): boolean {
  return memoised || bounded === true
}

function judge(
  { site, executor, text }: MadeExecutor,
  project: Project,
): Finding<PoolPerRequestMessage> | null {
  const { call, file } = site
  const key = functionKey(file, call.function)
  if (isBounded(call) || !project.phases.serving.has(key)) return null
  const chains = chainsTo(key, project, { name: text, file, range: call.range }, perRequest)
  const [chain] = chains
  const entry = chain?.[0]
  if (chain === undefined || entry === undefined) return null
  return {
    rule: 'no-pool-per-request',
    messageId: executor.type,
    data: {
      api: text,
      noun: executor.noun,
      entry: entry.name,
      chain: joinChain(chain),
      others: othersText(chains.length - 1),
    },
    location: locationOf(call.range),
    chain,
    confidence: 'certain',
    entryPoints: chains.flatMap(([first]) => (first ? [first] : [])),
    cost: null,
  }
}
