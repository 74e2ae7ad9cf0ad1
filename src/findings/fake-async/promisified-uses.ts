import type { Reference } from '../../analysis/facts.js'
import { type CallSite, type FunctionKey, functionKey } from '../../analysis/link/program.js'
import type { Project } from '../../analysis/project.js'

// Imports of imports.
const mostHops = 5

/** Where the functions that calls make are called while requests are served, by the call that makes them. */
export type ServingUses = ReadonlyMap<CallSite, FunctionKey>

const usesByProject = new WeakMap<Project, ServingUses>()

/** The first serving function that calls what a call of `promisify` gives. */
export function servingUses(project: Project): ServingUses {
  const known = usesByProject.get(project)
  if (known !== undefined) return known
  const uses = new Map<CallSite, FunctionKey>()
  for (const sites of project.program.sites) {
    for (const { call, file } of sites) {
      const key = functionKey(file, call.function)
      if (!project.phases.serving.has(key)) continue
      const maker = makerOf(call.callee, file, project)
      if (maker !== null && !uses.has(maker)) uses.set(maker, key)
    }
  }
  usesByProject.set(project, uses)
  return uses
}

/** The call that has made a function, through variables, imports and exports that are written once. */
function makerOf(start: Reference, startFile: number, { program }: Project): CallSite | null {
  let reference = start
  let file = startFile
  for (let hop = 0; hop < mostHops; hop += 1) {
    const facts = program.files[file]
    if (facts === undefined) return null
    if (reference.type === 'call') {
      const site = program.sites[file]?.[reference.call]
      return site?.apis.some(({ facts: { promisifies } }) => promisifies) ? site : null
    }
    if (reference.type === 'variable') {
      const writes: readonly Reference[] = facts.variables[reference.variable]?.writes ?? []
      const [write] = writes
      if (write === undefined || writes.length > 1) return null
      reference = write
      continue
    }
    const imported = importOf(reference)
    if (imported === null) return null
    const target = program.evaluator.resolveImport(imported.specifier, file)
    const exported = target === null ? [] : (program.files[target]?.exports ?? [])
    const value = exported.find(({ name }) => name === imported.name)?.value
    if (target === null || value === undefined) return null
    reference = value
    file = target
  }
  return null
}

function importOf(reference: Reference): { readonly specifier: string; readonly name: string } | null {
  if (reference.type === 'import') return reference
  if (reference.type !== 'member' || reference.object.type !== 'import') return null
  return { specifier: reference.object.specifier, name: reference.property }
}
