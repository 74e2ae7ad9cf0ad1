import type { Evaluator } from '../link/evaluator.js'
import { type EntryPoint, functionKey } from '../link/program.js'
import { decoratedMethods, knownDecorators } from './decorated-methods.js'
import { inheritedDuties } from './inherited-duties.js'

/** The functions of a file that the platform calls although no call hands them over. */
export function declaredEntryPoints(file: number, evaluator: Evaluator): readonly EntryPoint[] {
  return [...entryPointsOfClasses(file, evaluator), ...entryPointsByTag(file, evaluator)]
}

/** Functions whose JSDoc says that they serve, or that whoever calls them may rely on them. */
function entryPointsByTag(file: number, evaluator: Evaluator): readonly EntryPoint[] {
  if (evaluator.declared.size === 0) return []
  const functions = evaluator.factsOf(file)?.functions ?? []
  return functions.flatMap((_, id): readonly EntryPoint[] => {
    const key = functionKey(file, id)
    const { entry: name = null } = evaluator.declared.get(key) ?? {}
    if (name === null) return []
    return [
      { function: key, registered: key, phase: 'serving', name, roles: [], passes: [], wrapped: false },
    ]
  })
}

function entryPointsOfClasses(file: number, evaluator: Evaluator): readonly EntryPoint[] {
  const classes = evaluator.factsOf(file)?.classes ?? []
  return classes.flatMap((facts, id) => {
    const decorators = knownDecorators(facts.decorators, file, evaluator)
    return [
      ...decoratedMethods(facts, decorators, file, evaluator),
      ...inheritedDuties(facts, decorators, { type: 'class', file, class: id }, evaluator),
    ]
  })
}
