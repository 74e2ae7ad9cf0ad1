import type { HandlerArguments } from '../../catalogue/types.js'
import type { Evaluator } from '../link/evaluator.js'
import type { CallSite } from '../link/program.js'
import { filterValues, noValues, setOf, type Value, type ValueSet } from '../link/values.js'
import { controllerMethods } from './controller-methods.js'
import { type FoundFunction, functionsAt, wrappedBy } from './functions-at.js'

/** The functions among a call's arguments that the platform is going to call. */
export function handlersIn(
  handlers: HandlerArguments,
  site: CallSite,
  evaluator: Evaluator,
): readonly FoundFunction[] {
  const known = site.unknownFrom === -1 ? site.arguments.length : site.unknownFrom
  const at = (position: number): ValueSet =>
    (position < known ? site.arguments[position] : undefined) ?? noValues
  switch (handlers.type) {
    case 'at':
      return handlers.positions
        .filter((position) => position < known)
        .flatMap((position) => handlersAt(position, site, evaluator))
    case 'last':
      return site.unknownFrom === -1 ? handlersAt(site.arguments.length - 1, site, evaluator) : []
    case 'every':
      return Array.from({ length: Math.max(0, site.arguments.length - handlers.from) }, (_, index) =>
        handlersAt(handlers.from + index, site, evaluator),
      ).flat()
    case 'properties': {
      const options = filterValues(at(handlers.position), ({ type }) => type !== 'function')
      return below(options, handlers.properties, evaluator)
    }
    case 'returned': {
      const makers = filterValues(at(handlers.position), ({ type }) => type === 'function')
      return below(makers, handlers.properties, evaluator)
    }
    case 'methods':
      return below(madeFrom(at(handlers.position)), handlers.methods, evaluator)
    case 'controller': {
      const named = controllerMethods(at(handlers.position), site.file, evaluator)
      return functionsAt(named, [], evaluator)
    }
    case 'own-method': {
      const { callee } = site.call
      if (callee.type !== 'member') return []
      const receiver = evaluator.values(callee.object, site.file)
      return below(receiver, literalTexts(at(handlers.position)), evaluator)
    }
  }
}

/** The strings among values. */
export function literalTexts(values: ValueSet | undefined): readonly string[] {
  return (values ?? []).flatMap((value) =>
    value.type === 'literal' && typeof value.value === 'string' ? [value.value] : [],
  )
}

function handlersAt(position: number, site: CallSite, evaluator: Evaluator): readonly FoundFunction[] {
  const values = site.arguments[position]
  const argument = site.call.arguments[position]
  if (values === undefined) return []
  const wrapped = argument ? wrappedBy(argument, site.file, evaluator) : []
  return [...functionsAt(values, [], evaluator), ...wrapped]
}

function below(
  values: ValueSet,
  paths: readonly string[],
  evaluator: Evaluator,
): readonly FoundFunction[] {
  return paths.flatMap((path) => functionsAt(values, path.split('.'), evaluator))
}

/** Objects among values, and instances of the classes among them. */
function madeFrom(values: ValueSet): ValueSet {
  return setOf(
    ...values.flatMap((value): Value[] => {
      if (value.type === 'class') return [{ ...value, type: 'instance' }]
      return value.type === 'object' || value.type === 'instance' ? [value] : []
    }),
  )
}
