import type { CallFacts, Reference } from '../../analysis/facts.js'
import type { Evaluator } from '../../analysis/link/evaluator.js'

/** A call and the file in which it stands. */
export interface LocatedCall {
  readonly file: number
  readonly call: CallFacts
}

// Re-exports of re-exports end somewhere; those that go round end here.
const mostHops = 8

/**
 * The one call whose result a name holds, through constants, imports and fields: `new Map()` for
 * `stores.current`, where `stores` is a module with `export const current = new Map()`.
 */
export function callBehind(
  reference: Reference,
  file: number,
  evaluator: Evaluator,
  hops = 0,
): LocatedCall | null {
  if (hops > mostHops) return null
  const facts = evaluator.files[file]
  const follow = (next: Reference | undefined, nextFile = file): LocatedCall | null =>
    next === undefined ? null : callBehind(next, nextFile, evaluator, hops + 1)
  switch (reference.type) {
    case 'call': {
      const call = facts?.calls[reference.call]
      return call === undefined ? null : { file, call }
    }
    case 'variable': {
      const writes = facts?.variables[reference.variable]?.writes ?? []
      return writes.length === 1 ? follow(writes[0]) : null
    }
    case 'import': {
      const target = evaluator.resolveImport(reference.specifier, file)
      if (target === null) return null
      const exported = evaluator.files[target]?.exports.filter(({ name }) => name === reference.name)
      return exported?.length === 1 ? follow(exported[0]?.value, target) : null
    }
    case 'member': {
      const { object, property } = reference
      for (const value of evaluator.values(object, file)) {
        if (value.type !== 'instance') continue
        const own = evaluator.files[value.file]?.classes[value.class]?.members ?? []
        const [field] = own.filter((member) => member.name === property && member.form === 'field')
        if (field !== undefined) return follow(field.value, value.file)
      }
      const held = object.type === 'variable' ? facts?.variables[object.variable]?.writes : []
      const [module] = held ?? []
      return module?.type === 'import' && module.name === '*'
        ? follow({ ...module, name: property })
        : null
    }
    default:
      return null
  }
}
