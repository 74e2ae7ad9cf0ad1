import type { CallFacts, Reference } from '../../analysis/facts.js'
import type { HandedOver } from '../../analysis/handed-over.js'
import { functionsBetween } from '../../analysis/link/parameter-uses.js'
import { isPlainRequestMember } from '../../catalogue/index.js'
import type { Project } from '../../analysis/project.js'
import type { AsyncStores } from './async-stores.js'
import { callBehind } from './call-behind.js'
import { nameOf, type RequestHit, type RequestValue, requestsAt } from './request-hits.js'

/**
 * Request objects that shipped functions use from around them, or by their `this`: where their source text runs,
 * there is neither.
 * @param here The file that is judged.
 */
export function capturedBy(shipped: HandedOver, here: number, project: Project): readonly RequestHit[] {
  const { evaluator, files } = project.program
  return [...shipped.values].flatMap((value) => {
    const facts = value.type === 'function' ? files[value.file]?.functions[value.function] : undefined
    if (value.type !== 'function' || facts === undefined) return []
    const { file } = value
    const variables = facts.captures.flatMap(({ variable, name, range }) => {
      const reference: Reference = { type: 'variable', variable }
      return requestValues(evaluator.values(reference, file)).map((found) => ({
        value: found,
        name,
        reference,
        file,
        // A function of another file is reported where it is shipped.
        range: file === here ? range : shipped.range,
      }))
    })
    return [...variables, ...usedByThis(value, shipped, here, project)]
  })
}

/** Request objects that `fn.bind(null, req)` fixes in a shipped function. */
export function boundTo(
  { reference, file, range }: HandedOver,
  here: number,
  project: Project,
  stores: AsyncStores,
): readonly RequestHit[] {
  const { evaluator } = project.program
  const made = callBehind(reference, file, evaluator)
  if (made === null || made.call.callee.type !== 'member') return []
  if (made.call.callee.property !== 'bind') return []
  return made.call.arguments.slice(1).flatMap((argument, index) =>
    requestsAt(
      {
        values: evaluator.values(argument, made.file),
        reference: argument,
        file: made.file,
        range: made.file === here ? (made.call.argumentRanges[index + 1] ?? range) : range,
      },
      here,
      project,
      stores,
    ),
  )
}

function usedByThis(
  { file, function: id }: { readonly file: number; readonly function: number },
  { range }: HandedOver,
  here: number,
  project: Project,
): readonly RequestHit[] {
  const { evaluator, files } = project.program
  const facts = files[file]
  // An arrow function has the `this` around it.
  const calls = (facts?.calls ?? []).filter(
    (call) => call.function === id || functionsBetween(call.function, id, facts?.functions ?? []) !== null,
  )
  return calls.flatMap((call) =>
    partsByThis(call).flatMap((reference) =>
      requestValues(evaluator.values(reference, file)).map((value) => ({
        value,
        name: nameOf(reference, file, project),
        reference,
        file,
        range: file === here ? call.range : range,
      })),
    ),
  )
}

/** The shortest members of `this` in what a call is made of: `this.req` in `this.req.body.rows.map()`. */
function partsByThis({ callee, arguments: passed }: CallFacts): readonly Reference[] {
  return [callee, ...passed].flatMap((reference) => {
    let part = reference
    while (part.type === 'member' && part.object.type !== 'this') part = part.object
    return part.type === 'member' ? [part] : []
  })
}

function requestValues(values: readonly { readonly type: string }[]): readonly RequestValue[] {
  return values.filter(
    (value): value is RequestValue => value.type === 'request' && !isPlainRequestMember(value as RequestValue),
  )
}
