import { lookupMethodRunner } from '../../catalogue/index.js'
import { compact } from '../compact.js'
import type { Evaluator } from './evaluator.js'
import { type Gift, noGifts } from './flow.js'
import { type CallSite, functionKey, functionOf, functionsIn } from './program.js'
import { describedBy, filterValues, noValues, setOf } from './values.js'

/** What a call hands to the parameters of the functions that get it. */
export function giftsOf(site: CallSite, evaluator: Evaluator): readonly Gift[] {
  if (site.arguments.length === 0) return noGifts
  const gifts =
    site.functions.length === 0
      ? [...elementGifts(site, evaluator), ...describedGifts(site)]
      : argumentGifts(site, evaluator)
  return compact(gifts.filter(({ values }) => values.length > 0))
}

function argumentGifts(site: CallSite, evaluator: Evaluator): readonly Gift[] {
  const known = site.unknownFrom === -1 ? site.arguments.length : site.unknownFrom
  if (known === 0) return []
  // Literals matter where they name a member or an event; flowing on they would only cost time.
  const given = site.arguments
    .slice(0, known)
    .map((values) =>
      filterValues(values, (value) => value.type !== 'literal' || typeof value.value === 'string'),
    )
  return site.functions.flatMap((target) => {
    const parameters = functionOf(evaluator, target)?.facts.parameters ?? []
    const rest = parameters.findIndex((parameter) => parameter.rest)
    return given
      .slice(0, rest === -1 ? parameters.length : rest)
      .map((values, index) => ({ function: target, index, values }))
  })
}

/** `pool.queue((worker) => …)`: what the catalogue says that the function gets. */
function describedGifts({ apis, arguments: passed }: CallSite): readonly Gift[] {
  return apis.flatMap(({ module, facts: { runner } }) => {
    if (runner?.passes === undefined) return []
    const values = setOf(describedBy(runner.passes, module))
    const functions = runner.positions.flatMap((position) => functionsIn(passed[position] ?? noValues))
    return functions.map((target) => ({ function: target, index: 0, values }))
  })
}

/** `handlers.forEach((handler) => …)` and `import('node:fs').then((fs) => …)`. */
function elementGifts(site: CallSite, evaluator: Evaluator): readonly Gift[] {
  const { callee } = site.call
  if (callee.type !== 'member') return []
  const isThen = callee.property === 'then'
  if (!isThen && lookupMethodRunner(callee.property) === undefined) return []
  const functions = (site.arguments[0] ?? noValues).filter((value) => value.type === 'function')
  if (functions.length === 0) return []
  const values = isThen
    ? evaluator.values(callee.object, site.file)
    : evaluator.values({ type: 'element', object: callee.object }, site.file)
  return functions.map((target) => ({
    function: functionKey(target.file, target.function),
    index: 0,
    values,
  }))
}
