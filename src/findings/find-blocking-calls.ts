import type { BlockingKind } from '../catalogue/types.js'
import type { CallFacts, Range } from '../analysis/facts.js'
import { type CalledApi, type CallSite, functionKey } from '../analysis/link/program.js'
import type { Reach } from '../analysis/phases.js'
import type { Project } from '../analysis/project.js'
import { type BlockingCall, type BlockingCallOptions, isWanted } from './blocking-call-options.js'
import { blocksAt, inNameOnly, isJudgedByArguments } from './call-conditions.js'
import { chainOf, entryPointsTo, joinChain } from './chains.js'
import { nameOfApi, remedyFor, remedyForKept } from '../remedies.js'
import type { Finding } from './types.js'
import { byPlace, locationOf } from './places.js'

export type BlockingCallMessage =
  | 'direct'
  | 'chained'
  | 'likely'
  | 'inNameOnly'
  | 'likelyInNameOnly'

interface Candidate extends BlockingCall {
  readonly range: Range
}

export const kindNames: Readonly<Record<BlockingKind, string>> = {
  io: 'I/O',
  cpu: 'computation',
  wait: 'waiting',
}

/** The blocking calls of a file that can run while requests are served, in the order of the text. */
export function findBlockingCalls(
  file: number,
  project: Project,
  options: BlockingCallOptions,
): readonly Finding<BlockingCallMessage>[] {
  if (project.kinds[file] !== 'server') return []
  const wanted = candidatesIn(file, project).filter((candidate) => isWanted(candidate, options))
  const steps = stepsTo(wanted, project)
  const findings = wanted
    .filter(({ site, blocking: { kind, cost } }) => kind !== 'io' || cost !== 'low' || !steps.has(site.call))
    .flatMap((candidate) => {
      const finding = judge(candidate, project, options)
      return finding === null ? [] : [finding]
    })
  return findings.sort(byPlace)
}

/** Whether a file calls a blocking API at all. */
export function callsBlockingApi(file: number, { program }: Project): boolean {
  const isBlocking = ({ facts }: CalledApi): boolean => facts.blocking !== undefined
  return (
    (program.handedApis[file] ?? []).length > 0 ||
    (program.sites[file] ?? []).some(({ apis }) => apis.some(isBlocking))
  )
}

function candidatesIn(file: number, { program }: Project): readonly Candidate[] {
  const called = (program.sites[file] ?? [])
    .filter((site) => !site.call.endsProcess)
    .flatMap((site) => {
      const api = site.apis.find(
        ({ facts }) => facts.blocking && blocksAt(facts.blocking, site, program.evaluator),
      )
      return api?.facts.blocking
        ? [{ site, api, blocking: api.facts.blocking, range: site.call.range }]
        : []
    })
  const handed = (program.handedApis[file] ?? [])
    .filter(({ site }) => !site.call.endsProcess)
    .flatMap(({ site, api, range }) => {
      const { blocking } = api.facts
      // Whether a callback or an option comes with it shows only where the API is called.
      return blocking && !isJudgedByArguments(blocking) ? [{ site, api, blocking, range }] : []
    })
  return [...called, ...handed]
}

/** The calls whose results others of them are methods of: `db.prepare(sql)` in `db.prepare(sql).all()`. */
function stepsTo(candidates: readonly Candidate[], { program }: Project): ReadonlySet<CallFacts> {
  const steps = new Set<CallFacts>()
  for (const { site } of candidates) {
    const calls = program.files[site.file]?.calls ?? []
    for (let at = receiverOf(site.call, calls); at; at = receiverOf(at, calls)) steps.add(at)
  }
  return steps
}

function receiverOf({ callee }: CallFacts, calls: readonly CallFacts[]): CallFacts | undefined {
  if (callee.type !== 'member' || callee.object.type !== 'call') return undefined
  return calls[callee.object.call]
}

function judge(
  { site, api, blocking, range }: Candidate,
  project: Project,
  options: BlockingCallOptions,
): Finding<BlockingCallMessage> | null {
  const key = functionKey(site.file, site.call.function)
  const certain = project.phases.serving.get(key)
  const reach = certain ?? (options.confidence === 'likely' ? project.phases.likely.get(key) : null)
  if (!reach || reach.length > (options.maximumDepth ?? Infinity)) return null
  if (isFilledByStartup(site, project) || project.phases.isShut(site)) return null
  const name = nameOfApi(api)
  const reached = certain ? project.phases.serving : project.phases.likely
  const chain = chainOf(key, reached, project.program, { name, file: site.file, range })
  const looks = inNameOnly(blocking, site)
  const entryPoints = certain ? entryPointsTo(key, project) : chain.slice(0, 1)
  return {
    rule: 'no-blocking-call',
    messageId: messageFor(reach, certain !== undefined, looks !== null),
    data: {
      api: name,
      kind: kindNames[blocking.kind],
      entry: reach.entry.name,
      chain: joinChain(chain),
      looks: looks === 'callback' ? 'takes a callback' : 'returns a promise',
      others: othersText(entryPoints.length - 1),
      remedy: isKeptForAll(site, project) ? remedyForKept : remedyFor(api, blocking, helperAround(site, reach, project)),
    },
    location: locationOf(range),
    chain,
    confidence: certain ? 'certain' : 'likely',
    entryPoints,
    cost: blocking.cost,
  }
}

/** `version ??= readFileSync('VERSION')` in a function that start-up calls: a request finds it filled. */
export function isFilledByStartup(site: CallSite, { phases }: Project): boolean {
  return isKept(site) && phases.startup.has(functionKey(site.file, site.call.function))
}

/** Its result is kept, and not by a key. */
function isKept({ call }: CallSite): boolean {
  return call.memoised && !call.byKey
}

/** Nor by an object, of which each request may make one. */
function isKeptForAll(site: CallSite, { program }: Project): boolean {
  if (!isKept(site)) return false
  const functions = program.files[site.file]?.functions ?? []
  let around = functions[site.call.function]
  while (around?.class === null && around.enclosing !== null) around = functions[around.enclosing]
  return around?.class === null
}

function messageFor(
  reach: Reach,
  isCertain: boolean,
  isInNameOnly: boolean,
): BlockingCallMessage {
  if (isInNameOnly) return isCertain ? 'inNameOnly' : 'likelyInNameOnly'
  if (!isCertain) return 'likely'
  return reach.length === 0 ? 'direct' : 'chained'
}

/** The synchronous helper that a call stands in: to await there, its callers have to change, too. */
function helperAround({ file, call }: CallSite, { by }: Reach, { program }: Project): string | null {
  const facts = program.files[file]?.functions[call.function]
  if (by === null || facts === undefined || facts.async || facts.name === '') return null
  return ['arrow', 'function', 'method'].includes(facts.form) ? facts.name : null
}

/** How many more entry points there are than the one that is named. */
export function othersText(count: number): string {
  if (count <= 0) return ''
  return count === 1 ? ' One more entry point reaches it.' : ` ${count} more entry points reach it.`
}
