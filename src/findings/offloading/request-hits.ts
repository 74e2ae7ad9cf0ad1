import { isPlainRequestMember } from '../../catalogue/index.js'
import type { ParameterRole } from '../../catalogue/types.js'
import type { Range, Reference } from '../../analysis/facts.js'
import { setOf, type Value, type ValueSet } from '../../analysis/link/values.js'
import type { Project } from '../../analysis/project.js'
import type { AsyncStores } from './async-stores.js'

export type RequestValue = Value & { readonly type: 'request' }

/** A request object that leaves the thread. */
export interface RequestHit {
  readonly value: RequestValue
  /** As the text names it: `req`, `this.req`. */
  readonly name: string
  readonly reference: Reference
  readonly file: number
  readonly range: Range
}

// Deeper than this nobody wraps a request by hand, and literals that hold themselves end here.
const deepestObject = 4

const nowhere = -1

/** What is looked through for request objects. */
interface Place extends Omit<RequestHit, 'value' | 'name'> {
  readonly values: ValueSet
}

/**
 * Request objects at a place, inside of literals and in the fields of instances, too.
 * @param here The file that is judged: what stands in another one is reported where this one uses it.
 */
export function requestsAt(
  { values, reference, file, range }: Place,
  here: number,
  project: Project,
  stores: AsyncStores,
  depth = 0,
): readonly RequestHit[] {
  const found = values.length > 0 ? values : stores.valuesOf(reference, file)
  // What a store keeps was put together elsewhere, for whoever asks for it.
  const inside = values.length > 0 ? here : nowhere
  return found.flatMap((value): readonly RequestHit[] => {
    if (value.type === 'request') {
      if (isPlainRequestMember(value)) return []
      return [{ value, name: nameOf(reference, file, project), reference, file, range }]
    }
    if (depth >= deepestObject) return []
    return partsOf(value, range, inside, project).flatMap((part) =>
      requestsAt(part, inside, project, stores, depth + 1),
    )
  })
}

function partsOf(
  value: Value,
  range: Range,
  here: number,
  { program: { evaluator, files } }: Project,
): readonly Place[] {
  if (value.type === 'object') {
    const literal = files[value.file]?.objects[value.object]
    return [...(literal?.properties ?? []), ...(literal?.spreads ?? [])].map((part) => ({
      values: evaluator.values(part.value, value.file),
      reference: part.value,
      file: value.file,
      // A literal of another file is no place to report to; its use in this one is.
      range: value.file === here ? part.range : range,
    }))
  }
  if (value.type !== 'instance') return []
  // What an instance holds is copied with it.
  return fieldsOf(value, files).map((name) => ({
    values: evaluator.member(setOf(value), name),
    reference: { type: 'member', object: { type: 'unknown' }, property: name },
    file: value.file,
    range,
  }))
}

/** The names of what an instance holds itself, from its class and from what its methods write. */
function fieldsOf(
  { file, class: id }: Value & { type: 'instance' },
  files: Project['program']['files'],
): readonly string[] {
  const facts = files[file]
  const declared = (facts?.classes[id]?.members ?? []).filter(
    (member) => member.form === 'field' && !member.static,
  )
  const written = (facts?.propertyWrites ?? []).filter(
    ({ object }) => object.type === 'this' && facts?.functions[object.function]?.class === id,
  )
  return [...new Set([...declared.map(({ name }) => name), ...written.flatMap(({ property }) => property ?? [])])]
}

/** A reference as the text names it: `req`, `this.req`, `ctx.req`. */
export function nameOf(reference: Reference, file: number, project: Project): string {
  const facts = project.program.files[file]
  switch (reference.type) {
    case 'variable':
      return facts?.variables[reference.variable]?.name ?? ''
    case 'parameter':
      return facts?.functions[reference.function]?.parameters[reference.index]?.name ?? ''
    case 'member': {
      const { object, property } = reference
      return object.type === 'unknown' ? property : `${nameOf(object, file, project)}.${property}`
    }
    case 'this':
      return 'this'
    case 'call':
      return `${facts?.calls[reference.call]?.text ?? ''}()`
    default:
      return 'the argument'
  }
}

/** How a person calls a request object of a role. */
export function nounOf(role: ParameterRole): string {
  const nouns: Partial<Record<ParameterRole, string>> = {
    request: 'the request',
    response: 'the response',
    context: 'the request context',
    socket: 'the socket',
  }
  return nouns[role] ?? 'a request object'
}
