import { dirname, relative, sep } from 'node:path'
import type { Range } from '../analysis/facts.js'
import {
  type Edge,
  type FunctionKey,
  functionOf,
  type Program,
} from '../analysis/link/program.js'
import { chainTo, type Reach } from '../analysis/phases.js'
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
  const start = functionOf(program, entry.function)
  const steps: ChainStep[] = []
  if (start) steps.push(step('entry', entry.name, start.file, start.facts.range, program))
  for (const edge of chainTo(key, reached)) {
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

/** How many entry points lead to a function; a wrapper and the handler inside of it count as one. */
export function countEntryPoints(key: FunctionKey, { program, phases }: Project): number {
  const callers = callersIn(program)
  const seen = new Set<FunctionKey>([key])
  const pending = [key]
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    for (const from of callers.get(at) ?? []) {
      if (seen.has(from) || !phases.serving.has(from)) continue
      seen.add(from)
      pending.push(from)
    }
  }
  const registrations = program.entryPoints.filter(
    ({ phase, function: entry }) => phase === 'serving' && seen.has(entry),
  )
  return new Set(registrations.map(({ registered, name }) => `${name} ${registered}`)).size
}

const callersByProgram = new WeakMap<Program, Map<FunctionKey, Set<FunctionKey>>>()

function callersIn(program: Program): ReadonlyMap<FunctionKey, ReadonlySet<FunctionKey>> {
  const known = callersByProgram.get(program)
  if (known !== undefined) return known
  const callers = new Map<FunctionKey, Set<FunctionKey>>()
  for (const [from, edges] of program.edgesFrom) {
    for (const { to } of edges) {
      const froms = callers.get(to)
      if (froms) froms.add(from)
      else callers.set(to, new Set([from]))
    }
  }
  callersByProgram.set(program, callers)
  return callers
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
