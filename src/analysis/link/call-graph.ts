import { concernsEmitters, linkEmissions } from '../entries/emissions.js'
import { KeptNames } from '../entries/kept-names.js'
import { entryPointsOf } from '../entries/registrations.js'
import { repeatedTimers, setsTimer } from '../entries/repeated-timers.js'
import {
  CallbackParameters,
  type CallbackUses,
  callbackUsesIn,
  PassedOnIndex,
} from './callback-parameters.js'
import type { Evaluator } from './evaluator.js'
import { emptyGraph, type EntriesByCall, type FileGraph, graphOf, runsArgument } from './file-graph.js'
import {
  answersRequests,
  HandlerParameters,
  type HandlerUses,
  handlerUsesIn,
} from './handler-parameters.js'
import { ownerOf } from './parameter-uses.js'
import {
  type CallSite,
  type Edge,
  type EntryPoint,
  fileOf,
  type FunctionKey,
  type LinkedCall,
  type Program,
} from './program.js'

/** What linking found out about one file. */
export interface LinkedFile {
  /** By the number of the call. */
  readonly sites: readonly CallSite[]
  /** Those that call something that is known, or hand over what could be called. */
  readonly calls: readonly LinkedCall[]
  readonly declared: readonly EntryPoint[]
  readonly byPlace: readonly EntryPoint[]
  readonly byLooks: readonly EntryPoint[]
}

/** What a file's calls say, as long as nothing else than the calls changes. */
interface FileUses {
  readonly sites: readonly CallSite[]
  readonly registered: EntriesByCall
  /** Some of them have names that depend on what other files do with the result. */
  readonly hasKeptNames: boolean
  readonly callbacks: CallbackUses
  readonly handlers: HandlerUses
  readonly groups: readonly CallSite[]
  readonly timers: readonly CallSite[]
  readonly emitters: readonly CallSite[]
  readonly calledFunctions: ReadonlySet<FunctionKey>
}

/** A graph of calls, with what is needed to make one that differs from it in a few files. */
export interface CallGraph {
  readonly program: Program
  readonly uses: readonly FileUses[]
  readonly graphs: readonly FileGraph[]
  readonly passed: ReadonlyMap<number, EntriesByCall>
  readonly handlers: ReadonlySet<FunctionKey>
  readonly passedOn: PassedOnIndex
  readonly callbacks: CallbackParameters
  readonly parameters: HandlerParameters
}

/** How a graph differs from one that was built before. */
export interface GraphChange {
  readonly before: CallGraph
  /** Files whose calls are other ones. */
  readonly changed: ReadonlySet<number>
  /** Files in which something else was found behind their calls. */
  readonly stale: ReadonlySet<number>
}

/**
 * Puts resolved calls together to a graph.
 * @param change What it differs in from one that is there, whose parts it then takes over.
 * @param watch Runs what looks behind the calls of a file, and may tell when that has changed.
 */
export function buildCallGraph(
  evaluator: Evaluator,
  files: readonly LinkedFile[],
  change: GraphChange | null,
  watch: (file: number, run: () => void) => void,
): CallGraph {
  const { before = null, changed = new Set<number>() } = change ?? {}
  const isChanged = (file: number): boolean => before === null || changed.has(file)
  const groups = files.map((linked, file) =>
    isChanged(file) ? groupsIn(linked) : (before?.uses[file]?.groups ?? []),
  )
  const kept = new KeptNames(groups.flat(), evaluator)
  const registered = files.map((linked, file) => {
    const known = before?.uses[file]
    if (known !== undefined && !isChanged(file) && !known.hasKeptNames) return known
    return registeredIn(linked, evaluator, kept)
  })
  const handlers = handlersAmong(registered.map((file) => file.registered))
  const staleHandlers = before === null ? null : filesOfDifferences(handlers, before.handlers)
  const uses = files.map((linked, file): FileUses => {
    const known = before?.uses[file]
    const own = registered[file] ?? noRegistrations
    if (known !== undefined && !isChanged(file) && !staleHandlers?.has(file)) {
      return known === own ? known : { ...known, ...own }
    }
    const sites = linked.calls.map(({ site }) => site)
    return {
      sites,
      ...own,
      callbacks: callbackUsesIn(sites, evaluator, handlers, runsArgument),
      handlers: handlerUsesIn(sites, evaluator),
      groups: groups[file] ?? [],
      timers: sites.filter(setsTimer),
      emitters: sites.filter(concernsEmitters),
      calledFunctions: new Set(sites.flatMap(({ functions }) => functions)),
    }
  })
  const callbackUses = uses.map((file) => file.callbacks)
  const others = new Set([...changed, ...(staleHandlers ?? [])])
  const passedOn = new PassedOnIndex(callbackUses, before?.passedOn ?? null, others)
  const callbacks = new CallbackParameters(callbackUses, passedOn, evaluator, handlers)
  const parameters = new HandlerParameters(
    uses.map((file) => file.handlers),
    evaluator,
    uses.map((file) => file.registered),
    kept,
  )
  const stale = new Set([...others, ...(change?.stale ?? [])])
  if (before !== null) {
    uses.forEach((file, index) => {
      if (file.registered !== before.uses[index]?.registered) stale.add(index)
    })
    const owners = new Set(
      [...callbacks.differencesFrom(before.callbacks), ...parameters.differencesFrom(before.parameters)].map(
        ownerOf,
      ),
    )
    for (const owner of owners) stale.add(fileOf(owner))
    uses.forEach((file, index) => {
      if (hasAny(file.calledFunctions, owners)) stale.add(index)
    })
  }
  const passed = new Map<number, EntriesByCall>()
  uses.forEach(({ sites }, file) => {
    const known = stale.has(file) ? undefined : before?.passed.get(file)
    if (known !== undefined) passed.set(file, known)
    else if (before === null || stale.has(file)) {
      watch(file, () => {
        const found = entriesPassedBy(sites, parameters)
        if (found.size > 0) passed.set(file, found)
      })
    }
  })
  const known = new Set(
    [...passed.values()].flatMap((entries) => [...entries.values()].flat()).map((entry) => entry.function),
  )
  for (const file of [...parameters.dispatchingFiles, ...(before?.parameters.dispatchingFiles ?? [])]) {
    stale.add(file)
  }
  const context = { evaluator, callbacks, parameters, known }
  const graphs = uses.map((file, index) => {
    const known = stale.has(index) ? undefined : before?.graphs[index]
    if (known !== undefined) return known
    let graph = emptyGraph
    watch(index, () => (graph = graphOf(file.sites, file.registered, passed.get(index) ?? noEntries, context)))
    return graph
  })
  const program = assemble(evaluator, files, uses, graphs)
  return { program, uses, graphs, passed, handlers, passedOn, callbacks, parameters }
}

const noEntries: EntriesByCall = new Map()
const noRegistrations = { registered: noEntries, hasKeptNames: false }

function assemble(
  evaluator: Evaluator,
  files: readonly LinkedFile[],
  uses: readonly FileUses[],
  graphs: readonly FileGraph[],
): Program {
  const byLooks = files.flatMap((file) => file.byLooks)
  const { entries, edges: sent } = linkEmissions(
    uses.flatMap(({ emitters }) => emitters),
    graphs.flatMap((graph) => graph.entries),
    evaluator,
  )
  const edgesFrom = new EdgesByFile(withEdges(graphs.map(({ edges }) => edges), sent))
  return {
    files: [...evaluator.files],
    evaluator,
    sites: files.map(({ sites }) => sites),
    edgesFrom,
    entryPoints: [
      ...files.flatMap(({ declared }) => declared),
      ...files.flatMap(({ byPlace }) => byPlace),
      ...byLooks.filter(({ phase }) => phase !== 'serving'),
      ...entries,
      ...repeatedTimers(
        uses.flatMap(({ timers }) => timers),
        edgesFrom,
      ),
    ],
    handlersByLooks: byLooks.filter(({ phase }) => phase === 'serving'),
    starting: new Set(graphs.flatMap(({ starting }) => starting)),
    registering: new Set(graphs.flatMap(({ registering }) => registering)),
    handedApis: graphs.map(({ handed }) => handed),
  }
}

/** The edges of files, with some more. */
function withEdges(
  files: readonly ReadonlyMap<FunctionKey, readonly Edge[]>[],
  more: readonly Edge[],
): readonly ReadonlyMap<FunctionKey, readonly Edge[]>[] {
  const joined = [...files]
  const copied = new Map<number, Map<FunctionKey, readonly Edge[]>>()
  for (const edge of more) {
    const file = fileOf(edge.from)
    const edges = copied.get(file) ?? new Map(files[file])
    edges.set(edge.from, [...(edges.get(edge.from) ?? []), edge])
    copied.set(file, edges)
    joined[file] = edges
  }
  return joined
}

/** The edges of all files; those that leave a function stand in its own file. */
class EdgesByFile {
  readonly #files: readonly ReadonlyMap<FunctionKey, readonly Edge[]>[]

  constructor(files: readonly ReadonlyMap<FunctionKey, readonly Edge[]>[]) {
    this.#files = files
  }

  get(key: FunctionKey): readonly Edge[] | undefined {
    return this.#files[fileOf(key)]?.get(key)
  }

  *values(): Generator<readonly Edge[]> {
    for (const edges of this.#files) yield* edges.values()
  }

  *[Symbol.iterator](): Generator<readonly [FunctionKey, readonly Edge[]]> {
    for (const edges of this.#files) yield* edges
  }
}

function groupsIn({ calls }: LinkedFile): readonly CallSite[] {
  return calls.flatMap(({ site }) => (site.apis.some(({ facts }) => facts.groups) ? [site] : []))
}

/** The functions that the calls of a file hand to the platform; calls that hand over none are left out. */
function registeredIn(
  { calls }: LinkedFile,
  evaluator: Evaluator,
  kept: KeptNames,
): Pick<FileUses, 'registered' | 'hasKeptNames'> {
  const asked = kept.timesAsked
  const registered = new Map<CallSite, readonly EntryPoint[]>()
  for (const { site, entries } of calls) {
    if (entries.length > 0) registered.set(site, entryPointsOf(site, evaluator, kept))
  }
  return registered.size === 0
    ? noRegistrations
    : { registered, hasKeptNames: kept.timesAsked > asked }
}

function entriesPassedBy(sites: readonly CallSite[], parameters: HandlerParameters): EntriesByCall {
  const passed = new Map<CallSite, readonly EntryPoint[]>()
  for (const site of sites) {
    const entries = parameters.entriesOf(site)
    if (entries.length > 0) passed.set(site, entries)
  }
  return passed
}

function handlersAmong(registered: readonly EntriesByCall[]): ReadonlySet<FunctionKey> {
  const handlers = new Set<FunctionKey>()
  for (const file of registered) {
    for (const entries of file.values()) {
      for (const entry of entries) if (answersRequests(entry)) handlers.add(entry.function)
    }
  }
  return handlers
}

function filesOfDifferences(
  one: ReadonlySet<FunctionKey>,
  other: ReadonlySet<FunctionKey>,
): ReadonlySet<number> {
  const files = new Set<number>()
  for (const key of one) if (!other.has(key)) files.add(fileOf(key))
  for (const key of other) if (!one.has(key)) files.add(fileOf(key))
  return files
}

function hasAny<T>(all: ReadonlySet<T>, wanted: ReadonlySet<T>): boolean {
  for (const each of wanted) if (all.has(each)) return true
  return false
}
