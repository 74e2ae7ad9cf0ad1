import type { BlockingApi } from '../catalogue/types.js'
import type { Evaluator } from '../analysis/link/evaluator.js'
import type { CallSite } from '../analysis/link/program.js'
import type { Value, ValueSet } from '../analysis/link/values.js'

/** Whether a call, with these arguments, blocks at all. */
export function blocksAt({ when }: BlockingApi, site: CallSite, evaluator: Evaluator): boolean {
  switch (when?.type) {
    case 'no-callback':
      if (hasCallback(site, when.position)) return false
      return when.option === undefined || !mayBeOn(site, when.option, null, evaluator)
    case 'size': {
      if (hasCallback(site, when.callback)) return false
      const size = sizeAt(site, when.argument)
      return size === null || size >= when.noticedFrom
    }
    case 'timeout': {
      const values = site.arguments[when.argument] ?? []
      return !values.some((value) => value.type === 'literal' && value.value === 0)
    }
    case 'option':
      return saysOneOf(site.arguments[when.argument], when, evaluator)
    case 'unless-option':
      return !mayBeOn(site, when.option, when.argument, evaluator)
    default:
      return true
  }
}

/** Whether only the arguments of a call tell if it blocks. */
export function isJudgedByArguments({ when }: BlockingApi): boolean {
  return ['no-callback', 'option', 'unless-option', 'size'].includes(when?.type ?? '')
}

/** Whether a call blocks only in proportion to what it works on, and nobody knows how much that is. */
export function isOfUnknownSize({ when }: BlockingApi, site: CallSite): boolean {
  return when?.type === 'large-input' || (when?.type === 'size' && sizeAt(site, when.argument) === null)
}

/** The largest number that an argument may be; null when none is known. */
function sizeAt(site: CallSite, argument: number): number | null {
  if (site.unknownFrom !== -1 && argument >= site.unknownFrom) return null
  const numbers = (site.arguments[argument] ?? []).map((value) => (value.type === 'literal' ? value.value : null))
  const known = numbers.filter((value) => typeof value === 'number')
  return known.length === 0 || known.length < numbers.length ? null : Math.max(...known)
}

/** How a call looks asynchronous although it does its work on the event loop; null if it does not. */
export function inNameOnly(
  { inNameOnly: form }: BlockingApi,
  site: CallSite,
): 'promise' | 'callback' | null {
  if (form === undefined || form === 'promise') return form ?? null
  const last = site.arguments.at(-1) ?? []
  if (last.some(({ type }) => type === 'function')) return 'callback'
  return form === 'either' ? 'promise' : null
}

/** Whether a callback is among the arguments; what may be one counts as one. */
function hasCallback(site: CallSite, position: number | undefined): boolean {
  if (site.unknownFrom !== -1) return true
  const callback = position === undefined ? site.arguments.at(-1) : site.arguments[position]
  if (callback === undefined) return false
  if (callback.length > 0) {
    return callback.some(({ type }) => ['function', 'api', 'class'].includes(type))
  }
  // Without a fixed place, the first argument is what the API works on.
  return position !== undefined || site.arguments.length > 1
}

/** Whether an option may be on; without a position, in any argument. What is unknown may be. */
function mayBeOn(
  site: CallSite,
  option: string,
  position: number | null,
  evaluator: Evaluator,
): boolean {
  if (site.unknownFrom !== -1 && (position === null || position >= site.unknownFrom)) return true
  const options = position === null ? site.arguments : site.arguments.slice(position, position + 1)
  return options.some((values) => {
    const objects = values
    if (objects.length === 0) return position !== null
    return objects.some((value) => value.type !== 'literal' && !isOff(value, option, evaluator))
  })
}

/** Whether an object literal has no such property, or one that is `false`. */
function isOff(value: Value, option: string, evaluator: Evaluator): boolean {
  if (value.type !== 'object') return value.type === 'function'
  const literal = evaluator.files[value.file]?.objects[value.object]
  if (literal === undefined || literal.spreads.length > 0) return false
  const property = literal.properties.find(({ name }) => name === option)
  if (property === undefined) return literal.properties.every(({ name }) => name !== null)
  return property.value.type === 'literal' && property.value.value === false
}

function saysOneOf(
  options: ValueSet | undefined,
  { option, values }: { readonly option: string; readonly values: readonly (string | boolean)[] },
  evaluator: Evaluator,
): boolean {
  if (options === undefined) return false
  const said = evaluator.member(options, option)
  const literals = [...said.values(), ...evaluator.elements(said).values()]
  return literals.some(
    (literal) =>
      literal.type === 'literal' &&
      (typeof literal.value === 'string' || typeof literal.value === 'boolean') &&
      values.includes(literal.value),
  )
}
