import type { CallFacts, Reference } from '../facts.js'
import type { Evaluator } from './evaluator.js'
import { setOf, type Value, type ValueSet } from './values.js'

/** The module that `process.getBuiltinModule('fs')` or `createRequire(import.meta.url)('fs')` gives. */
export function loadedModule(call: CallFacts, file: number, evaluator: Evaluator): ValueSet | null {
  const [argument] = call.arguments
  if (argument?.type !== 'literal' || typeof argument.value !== 'string') return null
  if (evaluator.catalogue.lookupModule(argument.value) === undefined) return null
  const isLoader =
    evaluator.values(call.callee, file).some(isBuiltinGetter) ||
    isMadeRequire(call.callee, file, evaluator)
  return isLoader ? setOf({ type: 'api', module: argument.value, path: '' }) : null
}

function isBuiltinGetter(value: Value): boolean {
  if (value.type !== 'api') return false
  const { module, path } = value
  return module === 'global'
    ? path === 'process.getBuiltinModule'
    : /^(node:)?process$/.test(module) && path === 'getBuiltinModule'
}

function isMadeRequire(callee: Reference, file: number, evaluator: Evaluator): boolean {
  const facts = evaluator.factsOf(file)
  const made = callee.type === 'variable' ? facts?.variables[callee.variable]?.writes[0] : callee
  if (made?.type !== 'call') return false
  const maker = facts?.calls[made.call]
  if (maker === undefined) return false
  return evaluator.values(maker.callee, file).some(
    (value) =>
      value.type === 'api' &&
      value.path === 'createRequire' &&
      /^(node:)?module$/.test(value.module),
  )
}
