import type { Knowledge } from '../declared/knowledge.js'
import { declaredEntryPoints } from '../entries/declared.js'
import { serverActions } from '../entries/directives.js'
import { FileConventions, type PackageAround } from '../entries/file-conventions.js'
import { entryPointsOf } from '../entries/registrations.js'
import { entryPointsByLooks } from '../entries/request-looks.js'
import type { CallFacts, FileFacts } from '../facts.js'
import { buildCallGraph } from './call-graph.js'
import { resolveSite } from './call-sites.js'
import { Cells } from './cells.js'
import { contextGifts } from './contexts.js'
import { Evaluator, type ResolveImport } from './evaluator.js'
import { Flow } from './flow.js'
import { giftsOf } from './gifts.js'
import type { EntryPoint, LinkedCall, Program } from './program.js'

/**
 * Links the facts of files to one graph of calls.
 *
 * Every call is a task: it says what it hands to the functions that it calls, and is looked at again when
 * something that it has read has changed.
 */
export function link(
  files: readonly FileFacts[],
  resolveImport: ResolveImport,
  knowledge: Knowledge,
  packages: readonly PackageAround[],
): Program {
  const cells = new Cells()
  const flow = new Flow(cells)
  const evaluator = new Evaluator(files, flow, cells, resolveImport, knowledge)

  const enterBy = (find: () => readonly EntryPoint[]): (() => readonly EntryPoint[]) => {
    let found: readonly EntryPoint[] = []
    const task = cells.addTask(() => {
      found = find()
      flow.give(task, flow.enter(task, found))
    })
    return () => found
  }
  const follow = (call: CallFacts, file: number): (() => LinkedCall) => {
    let linked: LinkedCall | null = null
    const run = (): LinkedCall => {
      const site = resolveSite(call, file, evaluator)
      return { site, entries: entryPointsOf(site, evaluator) }
    }
    const task = cells.addTask(() => {
      linked = run()
      flow.give(task, [
        ...flow.enter(task, linked.entries),
        ...giftsOf(linked.site, evaluator),
        ...contextGifts(linked, evaluator),
      ])
    })
    return () => linked ?? run()
  }

  const declared = files.map((_, file) => enterBy(() => declaredEntryPoints(file, evaluator)))
  const byLooks = files.map((_, file) => enterBy(() => entryPointsByLooks(file, evaluator)))
  const conventions = new FileConventions(evaluator, packages)
  const byPlace = [
    enterBy(() => conventions.entryPoints()),
    enterBy(() => serverActions(evaluator)),
  ]
  const calls = files.flatMap((facts, file) => facts.calls.map((call) => follow(call, file)))
  cells.settle()
  return buildCallGraph(
    evaluator,
    calls.map((call) => call()),
    declared.flatMap((found) => found()),
    byLooks.flatMap((found) => found()),
    byPlace.flatMap((found) => found()),
  )
}
