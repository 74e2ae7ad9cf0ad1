import { routeShape } from '../../catalogue/index.js'
import type { ObjectFacts } from '../facts.js'
import type { Evaluator } from '../link/evaluator.js'
import { type EntryPoint, functionKey } from '../link/program.js'
import { setOf } from '../link/values.js'

/**
 * The handlers in objects that look like routes, in whatever format a project describes its own: also those
 * that it puts there later, around the ones that were written down.
 */
export function routesByLooks(file: number, evaluator: Evaluator): readonly EntryPoint[] {
  const objects = evaluator.factsOf(file)?.objects ?? []
  return objects.flatMap((facts, id) => {
    const name = nameOfRoute(facts)
    if (name === null) return []
    const handlers = evaluator.member(setOf({ type: 'object', file, object: id }), routeShape.handler)
    return handlers.flatMap((value): readonly EntryPoint[] => {
      if (value.type !== 'function') return []
      const key = functionKey(value.file, value.function)
      const registered = `${file}:route ${id}`
      const entry = { function: key, registered, name, wrapped: false, roles: [], passes: [] }
      return [{ ...entry, phase: 'serving' }]
    })
  })
}

/** `POST /orders`, or null for what is no route. */
function nameOfRoute(facts: ObjectFacts): string | null {
  if (facts.array || facts.properties.length < 3) return null
  const method = textOf(facts, routeShape.method)?.toLowerCase()
  if (method === undefined || !routeShape.methods.some((known) => known === method)) return null
  const path = routeShape.paths.map((name) => textOf(facts, name)).find(Boolean)
  if (path?.startsWith('/') !== true) return null
  return facts.properties.some(({ name }) => name === routeShape.handler)
    ? `${method.toUpperCase()} ${path}`
    : null
}

function textOf({ properties }: ObjectFacts, name: string): string | undefined {
  const value = properties.find((property) => property.name === name)?.value
  return value?.type === 'literal' && typeof value.value === 'string' ? value.value : undefined
}
