import type { Evaluator } from '../link/evaluator.js'
import type { EntryPoint } from '../link/program.js'
import { decoratedMethods, knownDecorators } from './decorated-methods.js'
import { inheritedDuties } from './inherited-duties.js'

/** The functions of a file that the platform calls although no call hands them over. */
export function declaredEntryPoints(file: number, evaluator: Evaluator): readonly EntryPoint[] {
  return entryPointsOfClasses(file, evaluator)
}

function entryPointsOfClasses(file: number, evaluator: Evaluator): readonly EntryPoint[] {
  const classes = evaluator.files[file]?.classes ?? []
  return classes.flatMap((facts, id) => {
    const decorators = knownDecorators(facts.decorators, file, evaluator)
    return [
      ...decoratedMethods(facts, decorators, file, evaluator),
      ...inheritedDuties(facts, decorators, { type: 'class', file, class: id }, evaluator),
    ]
  })
}
