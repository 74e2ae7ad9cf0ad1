import { nameOfFunction } from './entries/entry-names.js'
import { findShortLived } from './short-lived.js'
import { allShipped } from './handed-over.js'
import { OmittedArguments } from './omitted-arguments.js'
import {
  type CallSite,
  type Edge,
  type EntryPoint,
  fileOf,
  type FunctionKey,
  functionKey,
  functionsIn,
  isTopLevel,
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

/** How start-up comes to a function: from where, by calls. */
export interface StartupReach {
  /** A module's top level, a function that the platform calls, or one that is start-up by what it does. */
  readonly from: 'module' | 'entry' | 'starts-server' | 'registers-handlers'
  /** The entry point, when it begins with one. */
  readonly entry: EntryPoint | null
  /** The last call on the way; null where it begins. */
  readonly by: Edge | null
}

export interface Phases {
  /** Functions that run while requests are served, with the shortest way there. */
  readonly serving: ReadonlyMap<FunctionKey, Reach>
  /** The entry points that serving begins with. */
  readonly entries: readonly EntryPoint[]
  /** Functions that may, because nothing says who calls them. */
  readonly likely: ReadonlyMap<FunctionKey, Reach>
  /** Functions that start-up reaches, with the shortest way there. */
  readonly startup: ReadonlyMap<FunctionKey, StartupReach>
  /** Why a call does not carry the serving phase; null when it does. */
  readonly barrierAt: (edge: Edge) => Barrier | null
  /** Whether a call does not run while requests are served, for what its function is given then. */
  readonly isShut: (site: CallSite) => boolean
}

/**
 * Why a call does not carry the serving phase: what ends the process leaves nobody to serve; `cache ??= load()`
 * finds the value there when start-up calls `load` too; what starts a server is start-up, even if a listener can
 * do it again; and what runs only without an argument does not run where everybody gives it.
 */
export type Barrier = 'ends-process' | 'memoised' | 'restarts' | 'argument-given'

type BarrierAt = Phases['barrierAt']

/**
 * Tells when each function of a project runs.
 * @param isServer By file: whether it is part of the server; tests and scripts are nobody's callers.
 */
export function findPhases(program: Program, isServer: readonly boolean[]): Phases {
  const inServer = ({ function: key }: EntryPoint): boolean => isServer[fileOf(key)] ?? false
  const shortLived = findShortLived(program, isServer)
  const entries = program.entryPoints.filter(
    (entry) =>
      entry.phase === 'serving' && inServer(entry) && !shortLived.has(entry.registrar ?? ''),
  )
  const startup = reachStartup(program, isServer, entries)
  // Of what a table of listeners may hold, one that starts something makes no restart of sending an event.
  const leadsToStart = reaching(program.starting, program, ({ site }) => site.functions.length <= 1)
  const omitted = new OmittedArguments(program)
  const shut = new Set(omitted.edges)
  const barrierAt: BarrierAt = (edge) => {
    const { to, site: { call } } = edge
    if (call.endsProcess) return 'ends-process'
    if (shut.has(edge)) return 'argument-given'
    if (!startup.has(to)) return null
    if (call.memoised) return 'memoised'
    return leadsToStart(to) ? 'restarts' : null
  }
  let found = reachServing(program, entries, startup, barrierAt, inServer)
  const opens = (edge: Edge): boolean => found.serving.has(edge.from) && !omitted.isShut(edge.site, found.serving)
  for (let opened = [...shut].filter(opens); opened.length > 0; opened = [...shut].filter(opens)) {
    for (const edge of opened) shut.delete(edge)
    found = reachServing(program, entries, startup, barrierAt, inServer)
  }
  const { serving } = found

  let likely: Map<FunctionKey, Reach> | null = null
  return {
    ...found,
    // Not everybody asks, and it takes as long as the rest.
    get likely() {
      if (likely === null) {
        likely = new Map()
        spread(program, unknownCallers(program, startup, serving), barrierAt, likely)
      }
      return likely
    },
    startup,
    barrierAt,
    isShut: (site) => omitted.isShut(site, serving),
  }
}

/** What serving entry points lead to, and those among them that do begin it. */
function reachServing(
  program: Program,
  entries: readonly EntryPoint[],
  startup: ReadonlyMap<FunctionKey, StartupReach>,
  barrierAt: BarrierAt,
  inServer: (entry: EntryPoint) => boolean,
): Pick<Phases, 'serving' | 'entries'> {
  const serving = new Map<FunctionKey, Reach>()
  const plain = entries.filter(({ wrapped, emitters }) => !wrapped && emitters === undefined)
  spread(program, plain, barrierAt, serving)
  // A handler inside of a wrapper counts as the entry point, once it is known that the wrapper calls it.
  const confirmed = entries.filter(({ wrapped, function: key }) => wrapped && serving.has(key))
  spread(program, confirmed, barrierAt, serving)
  // A listener of an event that only start-up sends is start-up itself.
  const listeners = entries.filter(
    ({ wrapped, emitters }) =>
      !wrapped && emitters?.some((key) => serving.has(key) || !startup.has(key)) === true,
  )
  spread(program, listeners, barrierAt, serving)
  const others = program.handlersByLooks.filter(
    (entry) => inServer(entry) && !serving.has(entry.function),
  )
  spread(program, others, barrierAt, serving)
  return { serving, entries: [...plain, ...confirmed, ...listeners, ...others] }
}

/** The shortest chain of edges from the entry point to a function. */
export function chainTo(
  key: FunctionKey,
  reach: ReadonlyMap<FunctionKey, Pick<Reach, 'by'>>,
): readonly Edge[] {
  const edges: Edge[] = []
  for (let at = reach.get(key)?.by; at; at = reach.get(at.from)?.by) edges.unshift(at)
  return edges
}

function spread(
  program: Program,
  entries: readonly EntryPoint[],
  barrierAt: BarrierAt,
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
        const known = reached.get(edge.to)
        if (known !== undefined && known.length <= length) continue
        if (entry === undefined || barrierAt(edge) !== null) continue
        reached.set(edge.to, { entry, by: edge, length })
        next.push(edge.to)
      }
    }
    front = next
  }
}

/** Everything below entry points, whatever bars the way. */
function reachableFrom(
  entries: readonly EntryPoint[],
  program: Program,
): ReadonlySet<FunctionKey> {
  const reached = new Set(entries.map((entry) => entry.function))
  // Breadth first: a set that grows is iterated to its end.
  for (const key of reached) for (const { to } of program.edgesFrom.get(key) ?? []) reached.add(to)
  return reached
}

/** @param entries What serves requests: the listeners that are registered below are no set-up. */
function reachStartup(
  program: Program,
  isServer: readonly boolean[],
  entries: readonly EntryPoint[],
): ReadonlyMap<FunctionKey, StartupReach> {
  const reached = new Map<FunctionKey, StartupReach>()
  const begin = (key: FunctionKey, from: StartupReach['from'], entry: EntryPoint | null): void => {
    if (!reached.has(key)) reached.set(key, { from, entry, by: null })
  }
  program.files.forEach((_, file) => {
    if (isServer[file]) begin(functionKey(file, 0), 'module', null)
  })
  for (const entry of program.entryPoints) {
    if (entry.phase !== 'serving') begin(entry.function, 'entry', entry)
  }
  for (const key of program.starting) begin(key, 'starts-server', null)
  // Nothing calls the top level of a module, which is the place to register for most.
  const isRegisteredInside = [...program.registering].some((key) => !isTopLevel(key))
  const below = isRegisteredInside ? reachableFrom(entries, program) : new Set<FunctionKey>()
  for (const key of program.registering) {
    if (!below.has(key)) begin(key, 'registers-handlers', null)
  }
  // Breadth first: a map that grows is iterated to its end.
  for (const [key, { from, entry }] of reached) {
    for (const edge of program.edgesFrom.get(key) ?? []) {
      if (!reached.has(edge.to)) reached.set(edge.to, { from, entry, by: edge })
    }
  }
  return reached
}

/** `async` functions that escape and that nothing in the project calls. */
function unknownCallers(
  program: Program,
  startup: ReadonlyMap<FunctionKey, StartupReach>,
  serving: ReadonlyMap<FunctionKey, Reach>,
): readonly EntryPoint[] {
  const called = new Set<FunctionKey>()
  for (const edges of program.edgesFrom.values()) for (const { to } of edges) called.add(to)
  for (const key of excusedIn(program)) called.add(key)
  // Another thread or process calls these.
  for (const key of allShipped(program.sites, program.evaluator)) called.add(key)
  const boots = reaching(new Set([...program.starting, ...program.registering]), program)
  return program.files.flatMap((facts, file) =>
    facts.functions.flatMap((candidate, id) => {
      const key = functionKey(file, id)
      if (!candidate.async || !candidate.escapes || called.has(key)) return []
      if (program.evaluator.declared.has(key)) return []
      if (startup.has(key) || serving.has(key) || boots(key)) return []
      const name = nameOfFunction(candidate, 'async function')
      const entry = { function: key, registered: key, name, roles: [], passes: [], wrapped: false }
      return [{ ...entry, phase: 'serving' as const }]
    }),
  )
}

/** What is handed to `allowBlocking`: that call is known, and what it runs is accepted. */
function excusedIn({ sites }: Program): readonly FunctionKey[] {
  return sites
    .flat()
    .filter(({ apis }) => apis.some(({ facts }) => facts.excuses))
    .flatMap((site) => site.arguments.flatMap(functionsIn))
}

/**
 * Tells whether a function is one of some, or leads to one of them.
 * @param isFollowed which calls lead on; all of them when left out
 */
function reaching(
  goals: ReadonlySet<FunctionKey>,
  program: Program,
  isFollowed: (edge: Edge) => boolean = () => true,
): (key: FunctionKey) => boolean {
  const known = new Map<FunctionKey, boolean>()
  return (start) => {
    const before = known.get(start)
    if (before !== undefined) return before
    const seen = new Set([start])
    let isFound = false
    // Breadth first: a set that grows is iterated to its end.
    for (const key of seen) {
      isFound = goals.has(key) || known.get(key) === true
      if (isFound) break
      if (known.get(key) === false) continue
      for (const edge of program.edgesFrom.get(key) ?? []) if (isFollowed(edge)) seen.add(edge.to)
    }
    if (isFound) known.set(start, true)
    else for (const key of seen) known.set(key, false)
    return isFound
  }
}
