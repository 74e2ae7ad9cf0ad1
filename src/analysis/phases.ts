import { nameOfFunction } from './entries/entry-names.js'
import {
  type Edge,
  type EntryPoint,
  fileOf,
  type FunctionKey,
  functionKey,

  type Program,
} from './link/program.js'

/** How control comes to a function: from an entry point, by calls. */
export interface Reach {
  readonly entry: EntryPoint
  /** The last call on the way; null for the entry point itself. */
  readonly by: Edge | null
  /** Calls on the way. */
  readonly length: number
}

export interface Phases {
  /** Functions that run while requests are served, with the shortest way there. */
  readonly serving: ReadonlyMap<FunctionKey, Reach>
  /** Functions that may, because nothing says who calls them. */
  readonly likely: ReadonlyMap<FunctionKey, Reach>
  /** Functions that start-up reaches. */
  readonly startup: ReadonlySet<FunctionKey>
}

/**
 * Calls that do not carry the serving phase: what ends the process leaves nobody to serve; `cache ??= load()`
 * finds the value there when start-up calls `load` too; and what starts a server is start-up, even if a
 * listener can do it again.
 */
type IsNotServing = (edge: Edge) => boolean

/**
 * Tells when each function of a project runs.
 * @param isServer By file: whether it is part of the server; tests and scripts are nobody's callers.
 */
export function findPhases(program: Program, isServer: readonly boolean[]): Phases {
  const inServer = ({ function: key }: EntryPoint): boolean => isServer[fileOf(key)] ?? false
  const startup = reachStartup(program, isServer)
  const starters = ancestorsOf(program.starting, program)
  const notServing: IsNotServing = (edge) =>
    edge.site.call.endsProcess ||
    (startup.has(edge.to) && (edge.site.call.memoised || starters.has(edge.to)))
  const serving = new Map<FunctionKey, Reach>()
  const entries = program.entryPoints.filter(
    (entry) => entry.phase === 'serving' && inServer(entry),
  )
  spread(program, entries.filter(({ wrapped }) => !wrapped), notServing, serving)
  // A handler inside of a wrapper counts as the entry point, once it is known that the wrapper calls it.
  const confirmed = entries.filter(({ wrapped, function: key }) => wrapped && serving.has(key))
  spread(program, confirmed, notServing, serving)
  const others = program.handlersByLooks.filter(
    (entry) => inServer(entry) && !serving.has(entry.function),
  )
  spread(program, others, notServing, serving)

  const likely = new Map<FunctionKey, Reach>()
  spread(program, unknownCallers(program, startup, serving), notServing, likely)
  return { serving, likely, startup }
}

/** The shortest chain of edges from the entry point to a function. */
export function chainTo(
  key: FunctionKey,
  reach: ReadonlyMap<FunctionKey, Reach>,
): readonly Edge[] {
  const edges: Edge[] = []
  for (let at = reach.get(key)?.by; at; at = reach.get(at.from)?.by) edges.unshift(at)
  return edges
}

function spread(
  program: Program,
  entries: readonly EntryPoint[],
  notServing: IsNotServing,
  reached: Map<FunctionKey, Reach>,
): void {
  let front: FunctionKey[] = []
  for (const entry of entries) {
    const known = reached.get(entry.function)
    if (known !== undefined && known.length === 0) continue
    reached.set(entry.function, { entry, by: null, length: 0 })
    front.push(entry.function)
  }
  for (let length = 1; front.length > 0; length += 1) {
    const next: FunctionKey[] = []
    for (const from of front) {
      const entry = reached.get(from)?.entry
      for (const edge of program.edgesFrom.get(from) ?? []) {
        if (entry === undefined || notServing(edge)) continue
        const known = reached.get(edge.to)
        if (known !== undefined && known.length <= length) continue
        reached.set(edge.to, { entry, by: edge, length })
        next.push(edge.to)
      }
    }
    front = next
  }
}

function reachStartup(
  program: Program,
  isServer: readonly boolean[],
): ReadonlySet<FunctionKey> {
  const reached = new Set<FunctionKey>()
  const pending: FunctionKey[] = [
    ...program.files.flatMap((_, file) => (isServer[file] ? [functionKey(file, 0)] : [])),
    ...program.entryPoints
      .filter(({ phase }) => phase !== 'serving')
      .map(({ function: key }) => key),
    ...program.starting,
    ...program.registering,
  ]
  for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
    if (reached.has(key)) continue
    reached.add(key)
    for (const { to } of program.edgesFrom.get(key) ?? []) pending.push(to)
  }
  return reached
}

/** `async` functions that escape and that nothing in the project calls. */
function unknownCallers(
  program: Program,
  startup: ReadonlySet<FunctionKey>,
  serving: ReadonlyMap<FunctionKey, Reach>,
): readonly EntryPoint[] {
  const called = new Set<FunctionKey>()
  for (const edges of program.edgesFrom.values()) for (const { to } of edges) called.add(to)
  const booting = ancestorsOf(new Set([...program.starting, ...program.registering]), program)
  return program.files.flatMap((facts, file) =>
    facts.functions.flatMap((candidate, id) => {
      const key = functionKey(file, id)
      if (!candidate.async || !candidate.escapes || called.has(key)) return []
      if (startup.has(key) || serving.has(key) || booting.has(key)) return []
      const name = nameOfFunction(candidate, 'async function')
      const entry = { function: key, registered: key, name, roles: [], passes: [], wrapped: false }
      return [{ ...entry, phase: 'serving' as const }]
    }),
  )
}

function ancestorsOf(
  functions: ReadonlySet<FunctionKey>,
  program: Program,
): ReadonlySet<FunctionKey> {
  const ancestors = new Set(functions)
  for (let grown = true; grown; ) {
    grown = false
    for (const [from, edges] of program.edgesFrom) {
      if (ancestors.has(from) || !edges.some(({ to }) => ancestors.has(to))) continue
      ancestors.add(from)
      grown = true
    }
  }
  return ancestors
}

