import type { MemberHandler, MemberHandlers } from '../../catalogue/types.js'
import type { ClassFacts } from '../facts.js'
import type { Evaluator } from '../link/evaluator.js'
import { type EntryPoint, functionKey } from '../link/program.js'
import { setOf, type Value } from '../link/values.js'
import type { KnownDecorator } from './decorated-methods.js'
import { nameOfFunction } from './entry-names.js'
import { passedBy } from './registrations.js'

interface Duty {
  readonly method: string
  readonly handler: MemberHandler
  readonly module: string
}

/**
 * The methods of a class that the platform calls because of what the class extends, implements or is
 * decorated as: a Nest guard's `canActivate`, a gateway's `handleConnection`.
 */
export function inheritedDuties(
  facts: ClassFacts,
  decorators: readonly KnownDecorator[],
  own: Value & { type: 'class' },
  evaluator: Evaluator,
): readonly EntryPoint[] {
  const duties = [
    ...decorators.flatMap(({ meaning, module }) => dutiesOf(meaning.members, module)),
    ...dutiesOfAncestors(facts, own, evaluator),
  ]
  if (duties.length === 0) return []
  const instance = setOf({ ...own, type: 'instance' })
  return duties.flatMap(({ method, handler, module }) =>
    evaluator.member(instance, method).flatMap((value): EntryPoint[] => {
      if (value.type !== 'function') return []
      const key = functionKey(value.file, value.function)
      const member = evaluator.factsOf(value.file)?.functions[value.function]
      const name = member ? nameOfFunction(member, method) : method
      return [
        {
          function: key,
          phase: handler.phase ?? 'serving',
          name: handler.noun === undefined ? name : `${handler.noun} ${name}`,
          registered: key,
          roles: handler.parameters,
          passes: passedBy(handler.passes, module),
          wrapped: false,
          ...(handler.paced ? { isPaced: true as const } : {}),
        },
      ]
    }),
  )
}

function dutiesOf(members: MemberHandlers | undefined, module: string): readonly Duty[] {
  return Object.entries(members ?? {}).map(([method, handler]) => ({ method, handler, module }))
}

function dutiesOfAncestors(
  facts: ClassFacts,
  own: Value & { type: 'class' },
  evaluator: Evaluator,
): readonly Duty[] {
  const duties: Duty[] = []
  const seen = new Set<Value>()
  const look = ({ superClass, implements: types }: ClassFacts, file: number): void => {
    const named = [...(superClass ? [superClass] : []), ...types.map(({ name }) => name)]
    for (const reference of named) {
      for (const value of evaluator.values(reference, file)) {
        if (seen.has(value)) continue
        seen.add(value)
        if (value.type === 'class') {
          const parent = evaluator.factsOf(value.file)?.classes[value.class]
          if (parent) look(parent, value.file)
        } else if (value.type === 'api') {
          const { module } = value
          // What a call makes, as `PassportStrategy(Strategy)` does, is known as an instance.
          const path = value.path.replace(/\.prototype$/, '')
          const known = evaluator.catalogue.lookupModule(module)?.baseClasses.get(path || 'default')
          for (const [method, handler] of known ?? []) duties.push({ method, handler, module })
        }
      }
    }
  }
  look(facts, own.file)
  return duties
}
