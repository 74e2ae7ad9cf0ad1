import type { CallFacts } from '../facts.js'
import { extendContext, handsOnContext } from './contexts.js'
import type { Evaluator } from './evaluator.js'
import { describedBy, joinPath, noValues, setOf, unite, type Value, type ValueSet } from './values.js'

/** Functions that give their first argument back, or another object with the same in it. */
const identities = new Set([
  'Array.from',
  'Object.assign',
  'Object.freeze',
  'Object.seal',
  'Object.values',
  'Promise.resolve',
])

/** What a call of one of the values that its callee may be gives. */
export function resultOf(callee: Value, call: CallFacts, file: number, evaluator: Evaluator): ValueSet {
  if (callee.type === 'class') return setOf({ ...callee, type: 'instance' })
  if (callee.type === 'function') {
    const returns = evaluator.factsOf(callee.file)?.functions[callee.function]?.returns ?? []
    const sets = returns.map((value) => evaluator.values(value, callee.file))
    if (call.form === 'new') sets.push(setOf({ ...callee, type: 'made' }))
    return unite(sets)
  }
  if (callee.type !== 'api') return noValues
  const api = evaluator.catalogue.lookupApi(callee.module, callee.path || 'default')
  const { returns } = api ?? {}
  const givesArgument =
    returns === 'argument' || (callee.module === 'global' && identities.has(callee.path))
  if (givesArgument) {
    const [argument] = call.arguments
    return argument ? evaluator.values(argument, file) : noValues
  }
  if (returns === 'this' && call.callee.type === 'member') {
    const receivers = evaluator.values(call.callee.object, file)
    return api && handsOnContext(api) ? extendContext(receivers, call, file, evaluator) : receivers
  }
  if (returns !== undefined && returns !== 'this') {
    const described = setOf(describedBy(returns, callee.module))
    return api && handsOnContext(api) ? extendContext(described, call, file, evaluator) : described
  }
  if (call.form !== 'new' || callee.module === 'global') return noValues
  return setOf({ ...callee, path: joinPath(callee.path || 'default', 'prototype') })
}
