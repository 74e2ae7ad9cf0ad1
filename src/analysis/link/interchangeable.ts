import type { Catalogue } from '../../catalogue/types.js'
import { joinPath, setOf, noValues, type Value, type ValueSet } from './values.js'

/** An object made by a class, or of a type; a request where it is the type of one. */
export function instanceOf(value: Value, catalogue: Catalogue): ValueSet {
  if (value.type === 'class') return setOf({ ...value, type: 'instance' })
  if (value.type !== 'api') return noValues
  const role = catalogue.lookupRequestType(value.module, value.path)
  const instance: Value = { ...value, path: joinPath(value.path || 'default', 'prototype') }
  return role === undefined ? setOf(instance) : setOf({ type: 'request', role, path: '' }, instance)
}


/** Whether all writes of a variable are known and interchangeable; if not, the variable is unknown. */
export function agree(sets: readonly ValueSet[]): boolean {
  if (sets.some((set) => set.length === 0)) return false
  const values = sets.flatMap((set) => set)
  const areObjects = values.every(
    (value) => value.type === 'api' && value.path.endsWith('.prototype'),
  )
  return areObjects || new Set(values).size === 1
}
