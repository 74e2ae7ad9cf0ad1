import type { BlockingApi } from '../catalogue/types.js'
import type { Range } from '../analysis/facts.js'
import {
  type CalledApi,
  type CallSite,
  type FunctionKey,
  functionKey,
  functionOf,
} from '../analysis/link/program.js'
import type { Project } from '../analysis/project.js'
import type { BlockingCallOptions } from './blocking-call-options.js'
import { chainsTo, startupChainOf } from './chains.js'
import { findBlockingCalls } from './find-blocking-calls.js'
import { nameOfApi } from '../remedies.js'
import type { ChainStep, Position } from './types.js'
import { reasonAt, whereFunctionRuns } from './why-silent.js'

/** Why a call is reported, or why it is not. */
export interface CallExplanation {
  /** What is called, as it is written. */
  readonly text: string
  readonly position: Position
  /** The blocking API; null when none is called. */
  readonly api: string | null
  readonly isReported: boolean
  /** One sentence or a few. */
  readonly reason: string
  /** Of a reported call, the shortest from each entry point; of another, how start-up gets there. */
  readonly chains: readonly (readonly ChainStep[])[]
}

interface Called {
  readonly site: CallSite
  readonly range: Range
  readonly api: (CalledApi & { readonly blocking: BlockingApi }) | null
}

/**
 * Explains the calls that begin on a line, in their order.
 * @param silencedBy The place of the comment that silences a finding at a place, or null.
 */
export function explainLine(
  file: number,
  line: number,
  project: Project,
  options: BlockingCallOptions,
  silencedBy: (place: Position) => Position | null,
): readonly CallExplanation[] {
  const reported = findBlockingCalls(file, project, options)
  return calledOn(line, file, project).map((called): CallExplanation => {
    const { site, range, api } = called
    const position = { line: range[0], column: range[1] }
    const text = site.call.text
    const key = functionKey(file, site.call.function)
    if (api === null) {
      const reason = whyHarmless(site, project)
      return { text, position, api: null, isReported: false, reason, chains: [] }
    }
    const name = nameOfApi(api)
    const step = { name, file, range }
    const finding = reported.find(
      ({ location: { start } }) => start.line === position.line && start.column === position.column,
    )
    const silent = { text, position, api: name, isReported: false }
    if (finding === undefined) {
      const reason = reasonAt(site, api, api.blocking, project, options)
      if (reason !== null) return { ...silent, reason: `\`${name}\` blocks, but ${reason}.`, chains: [] }
      const where = whereFunctionRuns(key, project)
      const chains = where.isStartup ? [startupChainOf(key, project, step)] : []
      return { ...silent, reason: `\`${name}\` blocks, but ${where.reason}.`, chains }
    }
    const comment = silencedBy(position)
    const chains = finding.confidence === 'certain' ? chainsTo(key, project, step) : [finding.chain]
    if (comment !== null) {
      return { ...silent, reason: `A comment on line ${comment.line} silences \`${name}\`.`, chains }
    }
    const reason = whyReported(name, finding.confidence, chains.length)
    return { ...silent, isReported: true, reason, chains }
  })
}

function whyReported(name: string, confidence: 'certain' | 'likely', entryPoints: number): string {
  if (confidence === 'likely') {
    return `\`${name}\` is reported as likely: it stands in what an async function runs that is handed on, and that nothing is seen to call.`
  }
  const reach = entryPoints === 1 ? 'one entry point reaches' : `${entryPoints} entry points reach`
  return `\`${name}\` is reported: ${reach} it while requests are served.`
}

function calledOn(line: number, file: number, { program }: Project): readonly Called[] {
  const called = (program.sites[file] ?? [])
    .filter(({ call }) => call.range[0] === line && call.form !== 'get' && call.form !== 'set')
    .map((site): Called => {
      const api = site.apis.map(withBlocking).find((found) => found !== null)
      return { site, range: site.call.range, api: api ?? null }
    })
  const handed = (program.handedApis[file] ?? [])
    .filter(({ range }) => range[0] === line)
    .map(({ site, api, range }): Called => ({ site, range, api: withBlocking(api) }))
  return [...called, ...handed].sort((a, b) => a.range[1] - b.range[1])
}

function withBlocking(api: CalledApi): Called['api'] {
  const { blocking } = api.facts
  return blocking ? { ...api, blocking } : null
}

/** Why a call of nothing that is known to block is not reported. */
function whyHarmless(site: CallSite, project: Project): string {
  const [own] = site.functions
  if (own !== undefined) {
    return `\`${site.call.text}\` calls ${describe(own, project)}. What blocks in there is reported there.`
  }
  const [api] = site.apis
  if (api !== undefined) return `\`${nameOfApi(api)}\` is known, and does not block.`
  return `\`${site.call.text}\` is not known to block, and what is not known is taken as harmless.`
}

function describe(key: FunctionKey, { program }: Project): string {
  const found = functionOf(program, key)
  if (found === null) return 'a function of the project'
  const { file, facts } = found
  return `a function of the project (${program.files[file]?.file ?? ''}:${facts.range[0]})`
}
