import { dirname, relative, sep } from 'node:path'
import { nameOfFunction } from '../analysis/entries/entry-names.js'
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

/** The call at the end of a chain. */
export interface BlockingStep {
  readonly name: string
  readonly file: number
  readonly range: Range
}

/** The steps from the entry point of a function to a call inside of it. */
export function chainOf(
  key: FunctionKey,
  reached: ReadonlyMap<FunctionKey, Reach>,
  program: Program,
  call: BlockingStep,
): readonly ChainStep[] {
  const entry = reached.get(key)?.entry
  if (entry === undefined) return []
  return stepsAlong(entryStep(entry, program), chainTo(key, reached), program, call)
}

/** The steps from where start-up begins to a call inside of a function that it reaches. */
export function startupChainOf(
  key: FunctionKey,
  { program, phases }: Project,
  call: BlockingStep,
): readonly ChainStep[] {
  const edges = chainTo(key, phases.startup)
  const first = edges[0]?.from ?? key
  const start = functionOf(program, first)
  if (start === null) return []
  const { file, facts } = start
  const { from, entry } = phases.startup.get(first) ?? { from: 'module', entry: null }
  const name = {
    module: 'top level of the module',
    entry: entry?.name ?? '',
    'starts-server': `${nameOfFunction(facts, 'function')}, which starts a server`,
    'registers-handlers': `${nameOfFunction(facts, 'function')}, which registers handlers`,
  }[from]
  return stepsAlong(step('entry', name, file, facts.range, program), edges, program, call)
}

function stepsAlong(
  first: ChainStep,
  edges: readonly Edge[],
  program: Program,
  call: BlockingStep,
): readonly ChainStep[] {
  const hops = edges
    // The generator that a compiler made of an async function is that function to whoever wrote it.
    .filter(({ site }) => !/\b__awaiter$/.test(site.call.text))
    .map((edge) =>
      step('call', nameOfTarget(edge, program), edge.site.file, edge.site.call.range, program),
    )
  return [first, ...hops, step('blocking', call.name, call.file, call.range, program)]
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
  const { known, calls, entries } = waysInto(project)
  const before = known.get(key)
  if (before !== undefined) return before
  const seen = waysTo(key, calls)
  const found = new Map<string, ChainStep>()
  for (const { entry, identity, step } of entries) {
    if (seen.has(entry.function) && !found.has(identity)) found.set(identity, step)
  }
  const steps = [...found.values()]
  known.set(key, steps)
  return steps
}

/** What a chain may be made of. */
export interface ChainFilter {
  readonly begins: (entry: EntryPoint) => boolean
  readonly passes: (edge: Edge) => boolean
}

const anyChain: ChainFilter = { begins: () => true, passes: () => true }

/** The shortest chain from each entry point that leads to a function while requests are served, shortest first. */
export function chainsTo(
  key: FunctionKey,
  project: Project,
  call: BlockingStep,
  { begins, passes }: ChainFilter = anyChain,
): readonly (readonly ChainStep[])[] {
  const { calls, entries } = waysInto(project)
  const ways = waysTo(key, calls, passes)
  const shortest = new Map<string, { readonly entry: EntryPoint; readonly edges: readonly Edge[] }>()
  for (const { entry, identity } of entries) {
    if (!ways.has(entry.function) || !begins(entry)) continue
    const edges: Edge[] = []
    for (let at = ways.get(entry.function); at; at = ways.get(at.to)) edges.push(at)
    const known = shortest.get(identity)
    if (known === undefined || edges.length < known.edges.length) {
      shortest.set(identity, { entry, edges })
    }
  }
  return [...shortest.values()]
    .sort((a, b) => a.edges.length - b.edges.length)
    .map(({ entry, edges }) => stepsAlong(entryStep(entry, project.program), edges, project.program, call))
}

/** The functions that lead to one, each with the first call on its shortest way there. */
function waysTo(
  key: FunctionKey,
  calls: ReadonlyMap<FunctionKey, readonly Edge[]>,
  passes: ChainFilter['passes'] = anyChain.passes,
): ReadonlyMap<FunctionKey, Edge | null> {
  const ways = new Map<FunctionKey, Edge | null>([[key, null]])
  // Breadth first: a map that grows is iterated to its end.
  for (const [at] of ways) {
    for (const edge of calls.get(at) ?? []) {
      if (!ways.has(edge.from) && passes(edge)) ways.set(edge.from, edge)
    }
  }
  return ways
}

interface WaysInto {
  /** Calls that pass the serving phase on, by what they call. */
  readonly calls: ReadonlyMap<FunctionKey, readonly Edge[]>
  readonly entries: readonly {
    readonly entry: EntryPoint
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
  const calls = new Map<FunctionKey, Edge[]>()
  for (const [from, edges] of program.edgesFrom) {
    if (!phases.serving.has(from)) continue
    for (const edge of edges) {
      if (phases.barrierAt(edge) !== null) continue
      const into = calls.get(edge.to)
      if (into) into.push(edge)
      else calls.set(edge.to, [edge])
    }
  }
  const steps = new Map<string, ChainStep>()
  // What is registered last does the work, after authentication and the like.
  for (const entry of phases.entries) steps.set(identityOf(entry), entryStep(entry, program))
  const entries = phases.entries.map((entry) => {
    const identity = identityOf(entry)
    return { entry, identity, step: steps.get(identity) ?? entryStep(entry, program) }
  })
  const ways = { calls, entries, known: new Map() }
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
