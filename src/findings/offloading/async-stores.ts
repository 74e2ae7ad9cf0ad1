import type { CallFacts, Reference } from '../../analysis/facts.js'
import type { CallSite, Program } from '../../analysis/link/program.js'
import { noValues, unite, type ValueSet } from '../../analysis/link/values.js'
import { callBehind } from './call-behind.js'

// Helpers that read a store through helpers end somewhere.
const deepest = 6

/**
 * What an `AsyncLocalStorage` gives: what the project runs with it. Linking does not follow it, because a store
 * belongs to a run and not to a variable; for a request any run will do.
 */
export class AsyncStores {
  readonly #program: Program
  /** By the call that has made the storage. */
  readonly #kept = new Map<CallFacts, ValueSet>()

  constructor(program: Program) {
    this.#program = program
  }

  /** The values of an expression that comes from a store; none of any other. */
  valuesOf(reference: Reference, file: number, depth = 0): ValueSet {
    if (depth > deepest) return noValues
    const { files, evaluator } = this.#program
    const next = (other: Reference | undefined, otherFile = file): ValueSet =>
      other === undefined ? noValues : this.valuesOf(other, otherFile, depth + 1)
    switch (reference.type) {
      case 'variable': {
        const writes = files[file]?.variables[reference.variable]?.writes ?? []
        return writes.length === 1 ? next(writes[0]) : noValues
      }
      case 'member': {
        const objects = evaluator.values(reference.object, file)
        if (objects.length > 0) return noValues
        return evaluator.member(next(reference.object), reference.property)
      }
      case 'either':
        return unite(reference.options.map((option) => next(option)))
      case 'call': {
        const call = files[file]?.calls[reference.call]
        return call === undefined ? noValues : this.#given(call, file, next)
      }
      default:
        return noValues
    }
  }

  #given(
    call: CallFacts,
    file: number,
    next: (reference: Reference, file: number) => ValueSet,
  ): ValueSet {
    const { evaluator, files } = this.#program
    return unite(
      evaluator.callees(call, file).map((callee) => {
        if (callee.type === 'function') {
          const returns = files[callee.file]?.functions[callee.function]?.returns ?? []
          return unite(returns.map((value) => next(value, callee.file)))
        }
        if (callee.type !== 'api' || call.callee.type !== 'member') return noValues
        if (evaluator.catalogue.lookupApi(callee.module, callee.path)?.store !== 'get') return noValues
        const storage = callBehind(call.callee.object, file, evaluator)
        return storage === null ? noValues : this.#keptBy(storage.call)
      }),
    )
  }

  /** What is kept in a storage, anywhere in the project. */
  #keptBy(storage: CallFacts): ValueSet {
    const known = this.#kept.get(storage)
    if (known !== undefined) return known
    const { sites, evaluator } = this.#program
    const sets = sites.flat().filter(keeps).filter(({ call, file }) => {
      const receiver = call.callee.type === 'member' ? call.callee.object : null
      return receiver !== null && callBehind(receiver, file, evaluator)?.call === storage
    })
    const kept = unite(sets.map(({ arguments: [store] }) => store ?? noValues))
    this.#kept.set(storage, kept)
    return kept
  }
}

function keeps({ apis }: CallSite): boolean {
  return apis.some(({ facts }) => facts.store === 'set')
}
