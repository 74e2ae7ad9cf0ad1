import type { DeclaredFunctions } from '../declared/declared-functions.js'
import type { Knowledge } from '../declared/knowledge.js'
import { emptyFacts } from '../empty-facts.js'
import { declaredEntryPoints } from '../entries/declared.js'
import { serverActions } from '../entries/directives.js'
import { FileConventions, type PackageAround } from '../entries/file-conventions.js'
import { entryPointsOf } from '../entries/registrations.js'
import { entryPointsByLooks } from '../entries/request-looks.js'
import type { CallFacts, FileFacts } from '../facts.js'
import { buildCallGraph, type CallGraph, type LinkedFile } from './call-graph.js'
import { resolveSite } from './call-sites.js'
import { Cells, Task } from './cells.js'
import { contextGifts } from './contexts.js'
import { Evaluator, type ResolveImport } from './evaluator.js'
import { Flow } from './flow.js'
import { giftsOf } from './gifts.js'
import type { EntryPoint, LinkedCall, Program } from './program.js'
import { taskOrder } from './task-order.js'
import type { ValueSet } from './values.js'

/** What the tasks of one file have found. */
interface Found {
  calls: (LinkedCall | null)[]
  /** Made of the rest when it is asked for. */
  whole: LinkedFile | null
  declared: readonly EntryPoint[]
  byLooks: readonly EntryPoint[]
  actions: readonly EntryPoint[]
}

/**
 * Links the facts of files to one graph of calls.
 *
 * Every call is a task: it says what it hands to the functions that it calls, and is looked at again when
 * something that it has read has changed. One file may be left out at first, to be linked last, on trial: what
 * it changes in the others is written down and taken back before it is exchanged for its next version.
 */
export class Linker {
  readonly #cells = new Cells()
  readonly #flow = new Flow(this.#cells)
  readonly #evaluator: Evaluator
  readonly #conventions: FileConventions
  readonly #found: Found[]
  readonly #byConvention: (readonly EntryPoint[])[]
  readonly #exchanged: number
  readonly #changed = new Set<number>()
  readonly #stale = new Set<number>()
  readonly #graph: CallGraph
  readonly #knowledge: Knowledge

  /**
   * @param files A copy is kept.
   * @param exchanged The index of the file that is left out and may be exchanged; -1 for none.
   */
  constructor(
    files: readonly FileFacts[],
    resolveImport: ResolveImport,
    knowledge: Knowledge,
    packages: readonly PackageAround[],
    exchanged = -1,
  ) {
    const present = files.map((facts, file) => (file === exchanged ? emptyFacts(facts.file) : facts))
    this.#exchanged = exchanged
    this.#knowledge = knowledge
    this.#evaluator = new Evaluator(present, this.#flow, this.#cells, resolveImport, knowledge, exchanged)
    const later = files[exchanged]
    if (later !== undefined) this.#evaluator.expect(later)
    this.#conventions = new FileConventions(this.#evaluator, packages)
    this.#found = present.map(() => ({ calls: [], declared: [], byLooks: [], actions: [], whole: null }))
    this.#byConvention = present.map(() => [])
    for (const file of present.keys()) {
      this.#addConventions(file)
      if (file !== exchanged) this.#addFile(file)
    }
    this.#cells.settle()
    this.#graph = buildCallGraph(this.#evaluator, this.#linkedFiles(), null, this.#watch)
    // A later change counts from here.
    this.#changed.clear()
    this.#stale.clear()
  }

  /** What is linked so far. */
  get program(): Program {
    return this.#graph.program
  }

  /**
   * Links the file that was left out, with these facts, in place of what was there before.
   * @param declared What is said of its functions.
   * @returns null when these facts write something that the others were told nobody writes: all has to be
   * linked anew.
   */
  exchange(facts: FileFacts, declared: DeclaredFunctions): Program | null {
    this.#cells.endTrial()
    if (this.#evaluator.isUnforeseen(facts)) return null
    this.#cells.beginTrial()
    const { functions } = this.#knowledge
    for (const [key, said] of declared) {
      functions.set(key, said)
      this.#cells.noteUndo(() => functions.delete(key))
    }
    const file = this.#exchanged
    const before = this.#found[file]
    this.#found[file] = { calls: [], declared: [], byLooks: [], actions: [], whole: null }
    this.#cells.noteUndo(() => before && (this.#found[file] = before))
    this.#evaluator.exchange(facts)
    this.#mark(file)
    this.#addFile(file)
    this.#cells.settle()
    const change = { before: this.#graph, changed: this.#changed, stale: this.#stale }
    return buildCallGraph(this.#evaluator, this.#linkedFiles(), change, (_, run) => run()).program
  }

  readonly #watch = (file: number, run: () => void): void => {
    if (this.#exchanged === -1) run()
    else this.#cells.watch(run, () => this.#noteIn(this.#stale, file))
  }

  #mark(file: number): void {
    this.#noteIn(this.#changed, file)
    const found = this.#found[file]
    if (found === undefined || found.whole === null) return
    const { whole } = found
    found.whole = null
    this.#cells.noteUndo(() => (found.whole = whole))
  }

  #noteIn(files: Set<number>, file: number): void {
    if (files.has(file)) return
    files.add(file)
    this.#cells.noteUndo(() => files.delete(file))
  }

  #addFile(file: number): void {
    this.#enterBy('declared', file, () => declaredEntryPoints(file, this.#evaluator))
    this.#enterBy('looks', file, () => entryPointsByLooks(file, this.#evaluator))
    this.#enterBy('action', file, () => serverActions(file, this.#evaluator))
    const found = this.#found[file]
    this.#evaluator.files[file]?.calls.forEach((call, id) => {
      found?.calls.push(null)
      this.#cells.touch(new CallTask(this.#followCall, call, file, id))
    })
  }

  #addConventions(file: number): void {
    if (file !== this.#exchanged && !this.#conventions.hasMeaning(file)) return
    this.#enter('convention', file, () => this.#conventions.entryPoints(file), (entries) => {
      const before = this.#byConvention[file] ?? []
      this.#byConvention[file] = entries
      this.#cells.noteUndo(() => (this.#byConvention[file] = before))
    })
  }

  #enterBy(kind: 'declared' | 'looks' | 'action', file: number, find: () => readonly EntryPoint[]): void {
    const name = ({ declared: 'declared', looks: 'byLooks', action: 'actions' } as const)[kind]
    this.#enter(kind, file, find, (entries) => {
      const found = this.#found[file]
      if (found === undefined) return
      const before = found[name]
      found[name] = entries
      this.#cells.noteUndo(() => (found[name] = before))
    })
  }

  #enter(
    kind: 'declared' | 'looks' | 'action' | 'convention',
    file: number,
    find: () => readonly EntryPoint[],
    keep: (entries: readonly EntryPoint[]) => void,
  ): void {
    const task = this.#cells.addTask(taskOrder(kind, file, 0), () => {
      const entries = find()
      keep(entries)
      this.#mark(file)
      this.#flow.give(task, this.#flow.enter(task, entries))
    })
  }

  readonly #followCall = (task: CallTask): void => {
    const { call, file, id } = task
    const site = resolveSite(call, file, this.#evaluator)
    const linked = { site, entries: entryPointsOf(site, this.#evaluator) }
    this.#keep(linked, file, id)
    const entered = this.#flow.enter(task, linked.entries)
    const passed = giftsOf(site, this.#evaluator)
    const handedOn = contextGifts(linked, this.#evaluator)
    const isPlain = entered.length === 0 && handedOn.length === 0
    this.#flow.give(task, isPlain ? passed : [...entered, ...passed, ...handedOn])
  }

  #keep(linked: LinkedCall, file: number, id: number): void {
    const calls = this.#found[file]?.calls
    if (calls === undefined) return
    const before = calls[id] ?? null
    calls[id] = linked
    if (this.#cells.isOnTrial) this.#cells.noteUndo(() => (calls[id] = before))
    this.#mark(file)
  }

  #linkedFiles(): readonly LinkedFile[] {
    return this.#found.map((found, file) => (found.whole ??= this.#linkedFile(found, file)))
  }

  #linkedFile({ calls, declared, byLooks, actions }: Found, file: number): LinkedFile {
    const linked = calls.filter((call) => call !== null)
    return {
      sites: linked.map(({ site }) => site),
      calls: linked.filter((call) => !saysNothing(call)),
      declared,
      byLooks,
      byPlace: [...(this.#byConvention[file] ?? []), ...actions],
    }
  }
}

/** Looks at one call. */
class CallTask extends Task {
  readonly #follow: (task: CallTask) => void
  readonly call: CallFacts
  readonly file: number
  readonly id: number

  constructor(follow: (task: CallTask) => void, call: CallFacts, file: number, id: number) {
    super(taskOrder('call', file, id))
    this.#follow = follow
    this.call = call
    this.file = file
    this.id = id
  }

  override run(): void {
    this.#follow(this)
  }
}

/** Whether a call is of nothing that is known, and hands over nothing that could be called. */
function saysNothing({ site, entries }: LinkedCall): boolean {
  if (site.functions.length > 0 || site.apis.length > 0 || entries.length > 0) return false
  return !site.arguments.some(holdsCallable)
}

function holdsCallable(values: ValueSet): boolean {
  for (const { type } of values) if (type === 'function' || type === 'api') return true
  return false
}
