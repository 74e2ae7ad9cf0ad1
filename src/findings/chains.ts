import { dirname, relative, sep } from 'node:path'
import type { Range } from '../analysis/facts.js'
import {
  type Edge,
  type EntryPoint,
  type FunctionKey,
  functionOf,
  type Program,
} from '../analysis/link/program.js'
import { chainTo, type Phases, type Reach } from '../analysis/phases.js'
import type { Project } from '../analysis/project.js'
import type { ChainStep } from './types.js'

/** The steps from the entry point of a function to a call inside of it. */
export function chainOf(
  key: FunctionKey,
  reached: ReadonlyMap<FunctionKey, Reach>,
  program: Program,
  call: { readonly name: string; readonly file: number; readonly range: Range },
): readonly ChainStep[] {
  const entry = reached.get(key)?.entry
  if (entry === undefined) return []
  const steps = [entryStep(entry, program)]
  for (const edge of chainTo(key, reached)) {
    // The generator that a compiler made of an async function is that function to whoever wrote it.
    if (/\b__awaiter$/.test(edge.site.call.text)) continue
    steps.push(step('call', nameOfTarget(edge, program), edge.site.file, edge.site.call.range, program))
  }
  steps.push(step('blocking', call.name, call.file, call.range, program))
  return steps
}

/**
 * A chain on one line: `GET /users → loadUsers (routes.js:12) → fs.readFileSync (line 4)`. Places are in the
 * reported file unless they say otherwise.
 */
export function joinChain(chain: readonly ChainStep[]): string {
  const reported = chain.at(-1)?.file ?? ''
  return chain
    .map(({ type, name, file, position: { line } }) => {
      if (file !== reported) return `${name} (${nearPath(file, reported)}:${line})`
      return type === 'entry' ? name : `${name} (line ${line})`
    })
    .join(' → ')
}

/** A path as seen from the folder of another file, with forward slashes on every system. */
function nearPath(file: string, from: string): string {
  return relative(dirname(from), file).split(sep).join('/')
}

/**
 * Every entry point that leads to a function while requests are served, in the order of the files; a wrapper
 * and the handler inside of it, or the handlers of one route, count as one.
 */
export function entryPointsTo(key: FunctionKey, project: Project): readonly ChainStep[] {
  const { known, callers, entries } = waysInto(project)
  const before = known.get(key)
  if (before !== undefined) return before
  const seen = new Set<FunctionKey>([key])
  // A set that grows is iterated to its end.
  for (const at of seen) for (const from of callers.get(at) ?? []) seen.add(from)
  const found = new Map<string, ChainStep>()
  for (const { function: from, identity, step } of entries) {
    if (seen.has(from) && !found.has(identity)) found.set(identity, step)
  }
  const steps = [...found.values()]
  known.set(key, steps)
  return steps
}

interface WaysInto {
  /** Callers that pass the serving phase on. */
  readonly callers: ReadonlyMap<FunctionKey, ReadonlySet<FunctionKey>>
  readonly entries: readonly {
    readonly function: FunctionKey
    /** The same for the functions of one registration. */
    readonly identity: string
    readonly step: ChainStep
  }[]
  readonly known: Map<FunctionKey, readonly ChainStep[]>
}

const waysByPhases = new WeakMap<Phases, WaysInto>()

function waysInto({ program, phases }: Project): WaysInto {
  const before = waysByPhases.get(phases)
  if (before !== undefined) return before
  const callers = new Map<FunctionKey, Set<FunctionKey>>()
  for (const [from, edges] of program.edgesFrom) {
    if (!phases.serving.has(from)) continue
    for (const edge of edges) {
      if (phases.barrierAt(edge) !== null) continue
      const froms = callers.get(edge.to)
      if (froms) froms.add(from)
      else callers.set(edge.to, new Set([from]))
    }
  }
  const steps = new Map<string, ChainStep>()
  // What is registered last does the work, after authentication and the like.
  for (const entry of phases.entries) steps.set(identityOf(entry), entryStep(entry, program))
  const entries = phases.entries.map((entry) => {
    const identity = identityOf(entry)
    return { function: entry.function, identity, step: steps.get(identity) ?? entryStep(entry, program) }
  })
  const ways = { callers, entries, known: new Map() }
  waysByPhases.set(phases, ways)
  return ways
}

function identityOf({ name, registered }: EntryPoint): string {
  return `${name} ${registered}`
}

function entryStep(entry: EntryPoint, program: Program): ChainStep {
  const start = functionOf(program, entry.function)
  const { file, facts } = start ?? { file: -1, facts: null }
  return step('entry', entry.name, file, facts?.range ?? [1, 1, 1, 1], program)
}

function nameOfTarget(edge: Edge, program: Program): string {
  const target = functionOf(program, edge.to)?.facts
  if (target === undefined) return edge.site.call.text
  if (target.name !== '') return target.name
  return edge.site.functions.includes(edge.to) ? edge.site.call.text : `${edge.site.call.text} callback`
}

function step(
  type: ChainStep['type'],
  name: string,
  file: number,
  range: Range,
  program: Program,
): ChainStep {
  return {
    type,
    name,
    file: program.files[file]?.file ?? '',
    position: { line: range[0], column: range[1] },
  }
}
