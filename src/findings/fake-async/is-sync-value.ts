import type { Reference } from '../../analysis/facts.js'
import { type CallSite, functionOf } from '../../analysis/link/program.js'
import type { Project } from '../../analysis/project.js'

// A value is made of others by a few steps; what takes more is taken as asynchronous.
const deepest = 5

// What these give is a promise.
const promising = /^(?:Promise(?:\..*)?|fetch|Array\.fromAsync|import)$/

/** Whether a value is surely no promise. */
export function isSyncValue(reference: Reference, file: number, project: Project, depth = 0): boolean {
  if (depth > deepest) return false
  switch (reference.type) {
    case 'call': {
      const site = project.program.sites[file]?.[reference.call]
      return site !== undefined && isSyncCall(site, project, depth)
    }
    case 'variable': {
      const writes = project.program.files[file]?.variables[reference.variable]?.writes ?? []
      return writes.length > 0 && writes.every((write) => isSyncValue(write, file, project, depth + 1))
    }
    case 'either':
      return reference.options.every((option) => isSyncValue(option, file, project, depth + 1))
    default:
      return true
  }
}

function isSyncCall(site: CallSite, project: Project, depth: number): boolean {
  const { apis, call, file, functions } = site
  if (apis.some(({ facts }) => facts.blocking !== undefined && facts.blocking.inNameOnly === undefined)) return true
  if (functions.length > 0) {
    return functions.every((key) => {
      const found = functionOf(project.program, key)
      if (found === null || found.facts.async) return false
      return found.facts.returns.every((value) => isSyncValue(value, found.file, project, depth + 1))
    })
  }
  const callees = [...project.program.evaluator.values(call.callee, file)]
  const [callee] = callees
  if (callees.length === 1 && callee?.type === 'api' && callee.module === 'global') {
    return !promising.test(callee.path)
  }
  if (call.form === 'new') return true
  // The method of a value that is here: `readFileSync(path).toString()`.
  return call.callee.type === 'member' && isMadeHere(call.callee.object, file, project, depth)
}

function isMadeHere(reference: Reference, file: number, project: Project, depth: number): boolean {
  switch (reference.type) {
    case 'member':
      return isMadeHere(reference.object, file, project, depth)
    case 'call':
    case 'variable':
      return isSyncValue(reference, file, project, depth + 1) && !isParameter(reference, file, project)
    case 'literal':
    case 'object':
      return true
    default:
      return false
  }
}

/** What somebody else has made may have methods that promise something. */
function isParameter(reference: Reference, file: number, project: Project): boolean {
  if (reference.type !== 'variable') return false
  const writes = project.program.files[file]?.variables[reference.variable]?.writes ?? []
  return writes.some(({ type }) => ['parameter', 'import', 'member', 'this', 'unknown', 'instance'].includes(type))
}
