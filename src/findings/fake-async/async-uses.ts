import type { CallSite, FunctionKey } from '../../analysis/link/program.js'
import type { Project } from '../../analysis/project.js'

/** Who believes that functions are asynchronous. */
interface AsyncUses {
  /** By function, the calls of it whose promise somebody awaits or chains on while serving. */
  readonly awaiting: ReadonlyMap<FunctionKey, readonly CallSite[]>
  /** Functions that the platform calls, which takes what they give as it is. */
  readonly entries: ReadonlySet<FunctionKey>
}

const usesByProject = new WeakMap<Project, AsyncUses>()

export function asyncUses(project: Project): AsyncUses {
  const known = usesByProject.get(project)
  if (known !== undefined) return known
  const { phases, program } = project
  const awaiting = new Map<FunctionKey, CallSite[]>()
  for (const [from, edges] of program.edgesFrom) {
    if (!phases.serving.has(from)) continue
    for (const { site, to } of edges) {
      if (!site.functions.includes(to) || !isAwaited(site, project)) continue
      const sites = awaiting.get(to)
      if (sites) sites.push(site)
      else awaiting.set(to, [site])
    }
  }
  const uses = { awaiting, entries: new Set(program.entryPoints.map((entry) => entry.function)) }
  usesByProject.set(project, uses)
  return uses
}

function isAwaited(site: CallSite, project: Project): boolean {
  const { result } = site.call
  return result === 'awaited' || result === 'caught' || chainedIn(site.file, project).has(site)
}

const chainedByProject = new WeakMap<Project, (ReadonlySet<CallSite> | undefined)[]>()

/** The calls of a file on whose results `then`, `catch` or `finally` is called. */
function chainedIn(file: number, project: Project): ReadonlySet<CallSite> {
  const byFile = chainedByProject.get(project) ?? []
  chainedByProject.set(project, byFile)
  const known = byFile[file]
  if (known !== undefined) return known
  const sites = project.program.sites[file] ?? []
  const chained = new Set<CallSite>()
  for (const { call } of sites) {
    if (call.callee.type !== 'member' || call.callee.object.type !== 'call') continue
    if (!['then', 'catch', 'finally'].includes(call.callee.property)) continue
    const site = sites[call.callee.object.call]
    if (site !== undefined) chained.add(site)
  }
  byFile[file] = chained
  return chained
}
