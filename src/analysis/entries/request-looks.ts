import { instanceOfShape, shapeOfName } from '../../catalogue/index.js'
import type { ParameterRole } from '../../catalogue/types.js'
import type { FunctionFacts, ParameterFacts, TypeReference } from '../facts.js'
import { nameOfFunction } from './entry-names.js'
import type { Evaluator } from '../link/evaluator.js'
import { type EntryPoint, functionKey } from '../link/program.js'
import { passedBy } from './registrations.js'
import { noValues } from '../link/values.js'
import { routesByLooks } from './route-tables.js'

/** The functions of a file that the platform calls, judging by what they and the objects that hold them look like. */
export function entryPointsByLooks(file: number, evaluator: Evaluator): readonly EntryPoint[] {
  return [...handlersByLooks(file, evaluator), ...routesByLooks(file, evaluator)]
}

/** Judging by types and parameters alone. */
function handlersByLooks(file: number, evaluator: Evaluator): readonly EntryPoint[] {
  const functions = evaluator.factsOf(file)?.functions ?? []
  return functions.flatMap((facts, id): readonly EntryPoint[] => {
    const key = functionKey(file, id)
    const entry = { function: key, registered: key, wrapped: false }
    const plugin = pluginOf(facts, file, evaluator)
    if (plugin !== null) {
      return [{ ...entry, phase: 'startup', name: 'plugin', roles: [], passes: plugin }]
    }
    const roles = rolesByLooks(facts, file, evaluator)
    if (roles === null) return []
    const name = nameOfType(facts, file, evaluator) ?? nameOfFunction(facts, 'request handler')
    return [{ ...entry, phase: 'serving', name, roles, passes: [] }]
  })
}

/** What a function that sets up a part of a server is given, by its type or by the shape of its parameter. */
function pluginOf(
  { contextualType, parameters: [first] }: FunctionFacts,
  file: number,
  evaluator: Evaluator,
): EntryPoint['passes'] | null {
  const types = contextualType === null ? noValues : evaluator.values(contextualType.name, file)
  for (const value of types) {
    if (value.type !== 'api') continue
    const classes = evaluator.catalogue.lookupPluginType(value.module, value.path)
    if (classes !== undefined) return passedBy(classes, value.module)
  }
  const shape = first && instanceOfShape(first.name, first.members)
  return shape ? passedBy([shape.className], shape.module) : null
}

/**
 * The roles of a function's parameters by the type that its context gives it, by the types of the parameters,
 * or by their names together with what is done with them; null when it does not look like a handler.
 */
function rolesByLooks(
  facts: FunctionFacts,
  file: number,
  evaluator: Evaluator,
): readonly ParameterRole[] | null {
  if (facts.contextualType !== null) {
    const roles = rolesOfType(facts.contextualType, file, evaluator)
    if (roles !== null) return roles
  }
  if (facts.parameters.length === 0) return null
  const byType = facts.parameters.map((parameter) => roleOfType(parameter, file, evaluator))
  if (byType.some((role) => role !== null && role !== 'socket')) {
    return byType.map((role) => role ?? 'other')
  }
  return rolesByShape(facts.parameters)
}

function rolesOfType(
  type: TypeReference,
  file: number,
  evaluator: Evaluator,
): readonly ParameterRole[] | null {
  for (const value of evaluator.values(type.name, file)) {
    if (value.type !== 'api') continue
    const roles = evaluator.catalogue.lookupHandlerType(value.module, value.path)
    if (roles !== undefined) return roles
  }
  return null
}

/** How a person names functions of the type that its context gives a function: `Lambda handler`. */
function nameOfType(
  { contextualType }: FunctionFacts,
  file: number,
  evaluator: Evaluator,
): string | null {
  if (contextualType === null) return null
  for (const value of evaluator.values(contextualType.name, file)) {
    if (value.type !== 'api') continue
    const name = evaluator.catalogue.lookupHandlerName(value.module, value.path)
    if (name !== undefined) return name
  }
  return null
}

function roleOfType(
  parameter: ParameterFacts,
  file: number,
  evaluator: Evaluator,
): ParameterRole | null {
  if (parameter.type === null) return null
  for (const value of evaluator.instances(parameter.type, file)) {
    if (value.type === 'request') return value.role
  }
  return null
}

/**
 * `(req, res)` or `(err, req, res, next)` where one of the two is used as what it is called, or a context that
 * is. A name alone proves nothing: `req` may as well be an outgoing request.
 */
function rolesByShape(parameters: readonly ParameterFacts[]): readonly ParameterRole[] | null {
  const shapes = parameters.map(({ name }) => shapeOfName(name))
  const named = shapes.map((shape) => shape?.role ?? null)
  const isUsed = parameters.map(
    ({ members }, index) => members.some((member) => shapes[index]?.members.has(member)),
  )
  const request = named.indexOf('request')
  const isPair = request !== -1 && named[request + 1] === 'response'
  if (isPair && (isUsed[request] || isUsed[request + 1])) {
    return named.map((role) => (role === 'context' ? 'other' : (role ?? 'other')))
  }
  return named[0] === 'context' && isUsed[0] ? named.map((role) => role ?? 'other') : null
}
