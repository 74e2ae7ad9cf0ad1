import type { ArgumentPlace, Offload } from '../catalogue/types.js'
import type { Range, Reference } from './facts.js'
import type { Evaluator } from './link/evaluator.js'
import { type CallSite, type FunctionKey, functionsIn } from './link/program.js'
import { noValues, setOf, type ValueSet } from './link/values.js'

/** Something that a call hands over, by itself or among options. */
export interface HandedOver {
  readonly reference: Reference
  /** The file in which the reference stands. */
  readonly file: number
  /** Where the calling file has it. */
  readonly range: Range
  readonly values: ValueSet
}

/** What stands at a place among the arguments of a call; nothing where the arguments are not known. */
export function handedAt(
  site: CallSite,
  { position, property }: ArgumentPlace,
  evaluator: Evaluator,
): readonly HandedOver[] {
  if (site.unknownFrom !== -1 && position >= site.unknownFrom) return []
  const argument = argumentAt(site, position)
  if (argument === null) return []
  const path = property === undefined ? [] : property.split('.')
  return path.reduce<readonly HandedOver[]>(
    (found, step) => found.flatMap((each) => membersOf(each, step, site.file, evaluator)),
    [argument],
  )
}

/** What stands where a call ships functions off the loop. */
export function shippedBy(
  site: CallSite,
  { functions = [], functionOptions = [] }: Offload,
  evaluator: Evaluator,
): readonly HandedOver[] {
  const places = [...functions.map((position) => ({ position })), ...functionOptions]
  return places.flatMap((place) => handedAt(site, place, evaluator))
}

/** Every function that the calls of a project ship off the loop. */
export function allShipped(
  sites: readonly (readonly CallSite[])[],
  evaluator: Evaluator,
): readonly FunctionKey[] {
  return sites.flat().flatMap((site) =>
    site.apis.flatMap(({ facts: { offload } }) =>
      offload === undefined
        ? []
        : shippedBy(site, offload, evaluator).flatMap(({ values }) => functionsIn(values)),
    ),
  )
}

function argumentAt(site: CallSite, position: number): HandedOver | null {
  const values = site.arguments[position]
  if (values === undefined) return null
  const { call, file } = site
  // `pool.run.call(pool, task)` has one argument more than what it calls.
  const written = position + Math.max(0, call.arguments.length - site.arguments.length)
  const isApplied = call.callee.type === 'member' && call.callee.property === 'apply'
  const isSpread = isApplied || (call.spreadAt !== -1 && position >= call.spreadAt)
  const reference = isSpread ? undefined : call.arguments[written]
  const range = isSpread ? call.range : call.argumentRanges[written]
  if (range === undefined) return null
  return { reference: reference ?? { type: 'unknown' }, file, range, values }
}

function membersOf(
  whole: HandedOver,
  step: string,
  file: number,
  evaluator: Evaluator,
): readonly HandedOver[] {
  return [...whole.values].flatMap((value) => {
    const literal = value.type === 'object' ? evaluator.files[value.file]?.objects[value.object] : null
    if (value.type !== 'object' || !literal) {
      const values = step === '*' ? noValues : evaluator.member(setOf(value), step)
      return values.length > 0 ? [{ ...whole, reference: memberOf(whole.reference, step), values }] : []
    }
    const own = literal.properties.filter(({ name }) => step === '*' || name === step)
    const found = own.map((property) => ({
      reference: property.value,
      file: value.file,
      // A literal of another file is no place to report to; its use in this one is.
      range: value.file === file ? property.range : whole.range,
      values: evaluator.values(property.value, value.file),
    }))
    if (found.length > 0 || step === '*') return found
    return literal.spreads.flatMap((spread) =>
      membersOf(
        { ...whole, values: evaluator.values(spread.value, value.file), reference: spread.value },
        step,
        file,
        evaluator,
      ),
    )
  })
}

function memberOf(object: Reference, property: string): Reference {
  return { type: 'member', object, property }
}
