import type { FunctionFacts } from '../facts.js'
import type { Evaluator } from '../link/evaluator.js'
import { type EntryPoint, functionKey } from '../link/program.js'
import { setOf } from '../link/values.js'
import { type FoundFunction, functionsAt } from './functions-at.js'

/**
 * Functions of a file that a browser may call: those that begin with `use server`, and the exports of files that do.
 * React gives the directive its meaning, whichever framework carries the calls.
 */
export function serverActions(file: number, evaluator: Evaluator): readonly EntryPoint[] {
  const { functions = [] } = evaluator.factsOf(file) ?? {}
  const [module] = functions
  const exported = module && isAction(module) ? exportedFunctions(file, evaluator) : []
  const inside = functions.flatMap((candidate, id) => {
    const found = { file, function: id, keys: [candidate.name], wrapped: false }
    return id !== 0 && isAction(candidate) ? [found] : []
  })
  return [...exported, ...inside].map(actionAt)
}

function isAction({ directives }: Pick<FunctionFacts, 'directives'>): boolean {
  return directives?.includes('use server') ?? false
}

function exportedFunctions(file: number, evaluator: Evaluator): readonly FoundFunction[] {
  return functionsAt(setOf({ type: 'namespace', file }), ['*'], evaluator)
}

function actionAt(found: FoundFunction): EntryPoint {
  const key = functionKey(found.file, found.function)
  const [name = ''] = found.keys
  return {
    function: key,
    phase: 'serving',
    name: name === '' || name === 'default' ? 'server action' : `server action ${name}`,
    registered: key,
    roles: [],
    passes: [],
    wrapped: found.wrapped,
    isExpected: true,
  }
}
