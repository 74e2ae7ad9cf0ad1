import type { ApiFacts } from '../../catalogue/types.js'
import type { CallFacts } from '../facts.js'
import type { Evaluator } from './evaluator.js'
import { type Gift, noGifts } from './flow.js'
import { calledReference, parameterMemberUse } from './parameter-uses.js'
import { fileOf, type FunctionKey, functionKey, type LinkedCall } from './program.js'
import { setOf, type Value, type ValueSet } from './values.js'

// Middleware behind more middleware than this is told apart from nothing any more.
const mostBefore = 12

/** Whether what a builder is given hands a context to what it is given later: `use` of tRPC. */
export function handsOnContext(api: ApiFacts): boolean {
  return api.registration?.contextBy !== undefined
}

/** The values of a builder, and that what a call gives it runs before what it is given next. */
export function extendContext(
  builders: ValueSet,
  call: CallFacts,
  file: number,
  evaluator: Evaluator,
): ValueSet {
  const given = call.arguments.flatMap((argument) =>
    evaluator.values(argument, file).flatMap(functionsOf),
  )
  if (given.length === 0) return builders
  return setOf(
    ...builders.map((builder): Value => {
      if (builder.type !== 'api') return builder
      const all = [...new Set([...functionsOf(builder), ...given])].sort()
      return { ...builder, after: all.slice(0, mostBefore).join(' ') }
    }),
  )
}

/** What the functions before a handler hand to it: `next({ ctx: { orders } })` makes `({ ctx }) => …` know `ctx.orders`. */
export function contextGifts({ site, entries }: LinkedCall, evaluator: Evaluator): readonly Gift[] {
  const { callee } = site.call
  if (entries.length === 0 || callee.type !== 'member') return noGifts
  const names = site.apis.flatMap(({ facts }) => facts.registration?.contextBy ?? [])
  if (names.length === 0) return []
  const before = evaluator.values(callee.object, site.file).flatMap(functionsOf)
  return before.flatMap((key) =>
    handedOn(key, names, evaluator).flatMap((values) =>
      entries.map((entry) => ({ function: entry.function, index: 0, values })),
    ),
  )
}

/** The arguments with which a function calls `next`, which is a member of its first parameter. */
function handedOn(
  key: FunctionKey,
  names: readonly string[],
  evaluator: Evaluator,
): readonly ValueSet[] {
  const file = fileOf(key)
  return (evaluator.factsOf(file)?.calls ?? []).flatMap((call) => {
    const [context] = call.arguments
    if (context === undefined) return []
    const use = parameterMemberUse(calledReference({ call }), { file, call }, evaluator)
    const isNext = use?.parameter === `${key}:0` && names.includes(use.property)
    return isNext ? [evaluator.values(context, file)] : []
  })
}

function functionsOf(value: Value): readonly FunctionKey[] {
  if (value.type === 'function') return [functionKey(value.file, value.function)]
  return value.type === 'api' && value.after ? value.after.split(' ') : []
}
