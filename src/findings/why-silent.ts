import type { BlockingApi } from '../catalogue/types.js'
import { nameOfFunction } from '../analysis/entries/entry-names.js'
import {
  type CalledApi,
  type CallSite,
  callsInto,
  type Edge,
  type FunctionKey,
  functionKey,
  functionOf,
} from '../analysis/link/program.js'
import type { Barrier } from '../analysis/phases.js'
import type { FileKind } from '../analysis/file-kind.js'
import type { Project } from '../analysis/project.js'
import { type BlockingCall, type BlockingCallOptions, isWanted } from './blocking-call-options.js'
import { blocksAt, isOfUnknownSize } from './call-conditions.js'

const fileKinds: Readonly<Record<Exclude<FileKind, 'server'>, string>> = {
  test: 'a test',
  script: 'a script',
  browser: "code of the browser's",
  worker: 'off the event loop',
}

/** Why a call is silent for what it is, wherever its function runs; ends without a full stop. Null: it is not. */
export function reasonAt(
  site: CallSite,
  api: CalledApi,
  blocking: BlockingApi,
  project: Project,
  options: BlockingCallOptions,
): string | null {
  const kind = project.kinds[site.file] ?? 'server'
  if (kind !== 'server') {
    return `this file is taken for ${fileKinds[kind]}, because ${project.cues[site.file] ?? ''}`
  }
  if (site.call.endsProcess) return 'the block it stands in ends the process'
  if (!blocksAt(blocking, site, project.program.evaluator)) return 'not with these arguments'
  if (project.phases.isShut(site)) return 'it runs without an argument that every caller gives'
  return unwantedBecause({ site, api, blocking }, options)
}

function unwantedBecause(call: BlockingCall, options: BlockingCallOptions): string | null {
  const { site, blocking } = call
  const { when, cost, kind } = blocking
  if (when?.type === 'first-call') return 'only when it is called for the first time'
  if (isOfUnknownSize(blocking, site) && !options.checkLargeInput) {
    return 'only in proportion to its input: the option `checkLargeInput` reports it'
  }
  if (!options.kinds.includes(kind)) return `calls of the kind "${kind}" are not asked for`
  if (isWanted(call, options)) return null
  return isWanted(call, { ...options, minimumCost: 'low' })
    ? `its cost is ${cost}, and less than ${options.minimumCost} is not asked for`
    : 'it is allowed'
}

/** When a function runs that no reported chain leads to. */
export interface WhereRuns {
  /** Ends without a full stop. */
  readonly reason: string
  readonly isStartup: boolean
}

/** Why nothing that serves requests is seen to run a function. */
export function whereFunctionRuns(key: FunctionKey, project: Project): WhereRuns {
  const { phases, program } = project
  const name = nameOf(key, project)
  if (phases.serving.has(key)) {
    return { isStartup: false, reason: 'what it works on makes it harmless here' }
  }
  if (phases.likely.has(key)) {
    const reason = `nothing is seen to call the async function that leads to it; \`--strict\` reports it`
    return { isStartup: false, reason }
  }
  const into = callsInto(program)
  const stopped = stoppedCall(key, into, project)
  const isStartup = phases.startup.has(key)
  if (stopped !== null) {
    const { edge, barrier } = stopped
    const { file, call } = edge.site
    const place = `${program.files[file]?.file ?? ''}:${call.range[0]}`
    return { isStartup, reason: `${barriers[barrier]} (\`${call.text}\`, ${place})` }
  }
  if (isOffLoop(key, into, project)) {
    return { isStartup: false, reason: 'only another thread or process runs it' }
  }
  if (isStartup) return { isStartup, reason: 'only start-up runs it' }
  const callers = (into.get(key) ?? []).length
  if (callers === 0) return { isStartup, reason: `nothing in the project is seen to call ${name}` }
  return { isStartup, reason: `nothing that serves requests is seen to lead to ${name}` }
}

const barriers: Readonly<Record<Barrier, string>> = {
  memoised: 'while requests are served only a call behind a memo leads to it, which start-up has filled',
  'ends-process': 'while requests are served only a call leads to it whose block ends the process',
  'argument-given':
    'while requests are served only a call leads to it that runs without an argument, which every caller gives',
  restarts: 'while requests are served only a call leads to it that starts the server anew',
}

function nameOf(key: FunctionKey, { program }: Project): string {
  const facts = functionOf(program, key)?.facts
  if (facts === undefined) return 'it'
  const name = nameOfFunction(facts, '')
  return name === '' ? `the function on line ${facts.range[0]}` : `\`${name}\``
}

/** The nearest call on a way to a function that serving reaches and does not pass. */
function stoppedCall(
  key: FunctionKey,
  into: ReadonlyMap<FunctionKey, readonly Edge[]>,
  { phases }: Project,
): { readonly edge: Edge; readonly barrier: Barrier } | null {
  const seen = new Set([key])
  // Breadth first: a set that grows is iterated to its end.
  for (const at of seen) {
    for (const edge of into.get(at) ?? []) {
      const barrier = phases.serving.has(edge.from) ? phases.barrierAt(edge) : null
      if (barrier !== null) return { edge, barrier }
      seen.add(edge.from)
    }
  }
  return null
}

function isOffLoop(
  key: FunctionKey,
  into: ReadonlyMap<FunctionKey, readonly Edge[]>,
  { kinds, phases }: Project,
): boolean {
  const start = phases.startup.get(key)
  if (start !== undefined) return start.entry?.phase === 'off-loop'
  const seen = new Set([key])
  for (const at of seen) for (const { from } of into.get(at) ?? []) seen.add(from)
  return kinds.some((kind, file) => kind === 'worker' && seen.has(functionKey(file, 0)))
}
