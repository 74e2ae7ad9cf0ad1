import type { Evaluator } from '../link/evaluator.js'
import { noValues, setOf, unite, type Value, type ValueSet } from '../link/values.js'

/**
 * The methods that a route names by their class: `[MenuController, 'show']`, the class alone for its
 * `handle`, `[() => import('#controllers/menu'), 'show']`, and `#controllers/menu.show`.
 */
export function controllerMethods(values: ValueSet, file: number, evaluator: Evaluator): ValueSet {
  return unite(
    values.map((value) => {
      if (value.type === 'literal') return namedByText(value.value, file, evaluator)
      if (value.type !== 'object') return methodOf(setOf(value), 'handle', evaluator)
      const pair = setOf(value)
      const [name] = evaluator.member(pair, '1').values()
      const method = name?.type === 'literal' ? String(name.value) : 'handle'
      return methodOf(evaluator.member(pair, '0'), method, evaluator)
    }),
  )
}

function namedByText(text: unknown, file: number, evaluator: Evaluator): ValueSet {
  if (typeof text !== 'string' || !text.startsWith('#')) return noValues
  const dot = text.lastIndexOf('.')
  const specifier = dot === -1 ? text : text.slice(0, dot)
  const target = evaluator.resolveImport(specifier, file)
  if (target === null) return noValues
  const controller = evaluator.member(setOf({ type: 'namespace', file: target }), 'default')
  return methodOf(controller, dot === -1 ? 'handle' : text.slice(dot + 1), evaluator)
}

function methodOf(controllers: ValueSet, name: string, evaluator: Evaluator): ValueSet {
  const instances = classesAmong(controllers, evaluator).map((value) =>
    setOf({ ...value, type: 'instance' }),
  )
  return evaluator.member(unite(instances), name)
}

/** Classes, also the default exports of what a function imports when it is called. */
function classesAmong(values: ValueSet, evaluator: Evaluator): (Value & { type: 'class' })[] {
  return values.flatMap((value) => {
    if (value.type === 'class') return [value]
    if (value.type === 'namespace') {
      return classesAmong(evaluator.member(setOf(value), 'default'), evaluator)
    }
    if (value.type !== 'function') return []
    const returns = evaluator.factsOf(value.file)?.functions[value.function]?.returns ?? []
    const imported = returns.filter(({ type }) => type === 'import')
    return imported.flatMap((reference) =>
      classesAmong(evaluator.values(reference, value.file), evaluator),
    )
  })
}
