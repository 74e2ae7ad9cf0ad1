import type { DecoratorLabel, DecoratorMeaning, ParameterRole } from '../../catalogue/types.js'
import type { ClassFacts, DecoratorFacts, FunctionFacts, MemberFacts, Reference } from '../facts.js'
import type { Evaluator } from '../link/evaluator.js'
import { type EntryPoint, functionKey } from '../link/program.js'
import { noValues, unite, type Value, type ValueSet } from '../link/values.js'
import { nameOfFunction } from './entry-names.js'
import { literalTexts } from './handler-arguments.js'

/** A decorator that the catalogue knows, as it is applied somewhere. */
export interface KnownDecorator {
  readonly meaning: DecoratorMeaning
  readonly module: string
  readonly arguments: readonly ValueSet[]
}

// A decorator that is made from another one, and that from a third.
const deepestComposition = 3

/** The methods of a class that the platform calls because of their decorators. */
export function decoratedMethods(
  facts: ClassFacts,
  decorators: readonly KnownDecorator[],
  file: number,
  evaluator: Evaluator,
): readonly EntryPoint[] {
  const prefix = prefixOf(decorators, evaluator)
  return facts.members.flatMap((member) =>
    knownDecorators(member.decorators, file, evaluator).flatMap(({ meaning, ...applied }) => {
      const { method } = meaning
      if (method === undefined) return []
      return functionsOf(member, file, evaluator).map((handler): EntryPoint => {
        const key = functionKey(handler.file, handler.function)
        const own = evaluator.factsOf(handler.file)?.functions[handler.function]
        return {
          function: key,
          phase: method.phase ?? 'serving',
          name: nameOf(method.label, applied.arguments, prefix, own, evaluator),
          registered: key,
          roles: own ? rolesOf(own, method.parameters ?? [], handler.file, evaluator) : [],
          passes: [],
          wrapped: false,
          ...(method.paced ? { isPaced: true as const } : {}),
        }
      })
    }),
  )
}

/** What is known of the decorators at one place, and of those that they are composed of. */
export function knownDecorators(
  decorators: readonly DecoratorFacts[] | undefined,
  file: number,
  evaluator: Evaluator,
): readonly KnownDecorator[] {
  return (decorators ?? []).flatMap(({ name, call }) => knownAs(name, call, file, evaluator))
}

function knownAs(
  name: Reference,
  call: number | null,
  file: number,
  evaluator: Evaluator,
  depth = 0,
): readonly KnownDecorator[] {
  const written = evaluator.factsOf(file)?.calls[call ?? -1]?.arguments ?? []
  return evaluator.values(name, file).flatMap((value) => {
    // A decorator of the project's own is what the function that makes it returns.
    if (value.type === 'function' && depth < deepestComposition) {
      return returnedDecorators(value, evaluator, depth + 1)
    }
    if (value.type !== 'api') return []
    const { module, path } = value
    const meaning = evaluator.catalogue.lookupModule(module)?.decorators.get(path)
    if (meaning === undefined) return []
    if (!meaning.composes) {
      const values = written.map((argument) => evaluator.values(argument, file))
      return [{ meaning, module, arguments: values }]
    }
    return written.flatMap((part) => knownPart(part, file, evaluator, depth))
  })
}

function returnedDecorators(
  { file, function: id }: Value & { type: 'function' },
  evaluator: Evaluator,
  depth: number,
): readonly KnownDecorator[] {
  const returns = evaluator.factsOf(file)?.functions[id]?.returns ?? []
  return returns.flatMap((part) => knownPart(part, file, evaluator, depth))
}

function knownPart(
  part: Reference,
  file: number,
  evaluator: Evaluator,
  depth: number,
): readonly KnownDecorator[] {
  if (depth > deepestComposition || part.type !== 'call') return []
  const made = evaluator.factsOf(file)?.calls[part.call]
  return made === undefined ? [] : knownAs(made.callee, part.call, file, evaluator, depth)
}

function functionsOf(
  member: MemberFacts,
  file: number,
  evaluator: Evaluator,
): readonly (Value & { type: 'function' })[] {
  return evaluator.values(member.value, file).filter(
    (value) => value.type === 'function',
  )
}

/** The roles of parameters, by their own decorators or by their position; types tell of the others. */
function rolesOf(
  { parameters }: FunctionFacts,
  byPosition: readonly ParameterRole[],
  file: number,
  evaluator: Evaluator,
): readonly ParameterRole[] {
  return parameters.map(({ decorators }, index) => {
    const known = knownDecorators(decorators, file, evaluator)
    const role = known.find(({ meaning }) => meaning.parameter)?.meaning.parameter
    // A decorator that nobody knows takes something out of the request, too.
    return role ?? (decorators ? 'other' : (byPosition[index] ?? 'other'))
  })
}

/** The path that a class of routes lies under; empty for none, null when the text does not tell. */
function prefixOf(decorators: readonly KnownDecorator[], evaluator: Evaluator): string | null {
  for (const { meaning, arguments: values } of decorators) {
    if (meaning.prefix === undefined) continue
    const argument = values[meaning.prefix]
    if (argument === undefined) return ''
    return pathIn(argument, evaluator)
  }
  return ''
}

/** A path that is written as a text, as the first of several, or as the `path` of options. */
function pathIn(values: ValueSet, evaluator: Evaluator): string | null {
  const [direct] = literalTexts(values)
  if (direct !== undefined) return direct
  const [first] = literalTexts(evaluator.member(values, '0'))
  if (first !== undefined) return first
  const named = unite(['path', 'basePath'].map((name) => evaluator.member(values, name)))
  const [path] = literalTexts(named)
  const isPathless = named.length === 0 && values.some(({ type }) => type === 'object')
  return path ?? (isPathless ? '' : null)
}

function nameOf(
  label: DecoratorLabel,
  values: readonly ValueSet[],
  prefix: string | null,
  facts: FunctionFacts | undefined,
  evaluator: Evaluator,
): string {
  const own = facts ? nameOfFunction(facts, 'request handler') : 'request handler'
  switch (label.type) {
    case 'own-name':
      return `${label.noun} ${own}`
    case 'event': {
      const [event] = literalTexts(values[label.argument] ?? noValues)
      return event === undefined ? `${label.noun} ${own}` : `${label.noun} "${event}"`
    }
    case 'route': {
      const argument = values[label.path]
      const path = argument === undefined ? '' : pathIn(argument, evaluator)
      const [method] =
        typeof label.method === 'string' ? [label.method] : literalTexts(values[label.method])
      if (prefix === null || path === null || method === undefined) return own
      return `${method.toUpperCase()} ${joinRoute(prefix, path)}`
    }
  }
}

function joinRoute(prefix: string, path: string): string {
  const parts = [...prefix.split('/'), ...path.split('/')].filter((part) => part !== '')
  return `/${parts.join('/')}`
}
