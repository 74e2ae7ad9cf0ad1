import type { FileFacts, Reference, TypeReference } from '../facts.js'
import type { Cells } from './cells.js'
import type { Evaluator } from './evaluator.js'
import { Gathered } from './gathered.js'
import { taskOrder } from './task-order.js'
import { setOf, type ValueSet } from './values.js'

/** Where an interface or a type alias is declared. */
export interface TypeDeclaration {
  readonly file: number
  readonly variable: number
  /** The type that it extends or stands for. */
  readonly base: TypeReference | null
}

// Re-exports of re-exports go round in a circle sooner than they get this long.
const longestWay = 20

/** Follows names of types through imports and barrels to where they are declared. */
export class DeclaredTypes {
  readonly #evaluator: Evaluator
  /** By `file:variable`. */
  readonly #implementers: Gathered<string>

  constructor(evaluator: Evaluator, cells: Cells) {
    this.#evaluator = evaluator
    this.#implementers = new Gathered(cells)
  }

  addFile({ classes }: FileFacts, file: number): void {
    classes.forEach(({ implements: types }, id) => {
      if (types.length === 0) return
      const order = taskOrder('implementer', file, id)
      this.#implementers.addTask(order, setOf({ type: 'instance', file, class: id }), () =>
        types.flatMap(({ name }) => {
          const declared = this.declarationOf(name, file)
          return declared === null ? [] : [keyOf(declared)]
        }),
      )
    })
  }

  /** The interface or alias behind a name; null for a class, and for what is not the project's. */
  declarationOf(name: Reference, file: number, way = 0): TypeDeclaration | null {
    if (way > longestWay) return null
    if (name.type === 'import') {
      const target = this.#evaluator.resolveImport(name.specifier, file)
      return target === null ? null : this.#exportedType(target, name.name, way + 1)
    }
    if (name.type !== 'variable') return null
    const variable = this.#evaluator.factsOf(file)?.variables[name.variable]
    const [write] = variable?.writes ?? []
    if (variable === undefined) return null
    if (write === undefined) return { file, variable: name.variable, base: variable.type }
    return write.type === 'import' ? this.declarationOf(write, file, way + 1) : null
  }

  /** Instances of the classes that say they implement an interface. */
  implementers(declared: TypeDeclaration): ValueSet {
    return this.#implementers.read(keyOf(declared))
  }

  #exportedType(file: number, name: string, way: number): TypeDeclaration | null {
    for (const entry of this.#evaluator.factsOf(file)?.exports ?? []) {
      if (entry.name === name) return this.declarationOf(entry.value, file, way)
      if (entry.name !== '*' || entry.value.type !== 'import') continue
      const target = this.#evaluator.resolveImport(entry.value.specifier, file)
      const found = target === null ? null : this.#exportedType(target, name, way + 1)
      if (found !== null) return found
      if (way > longestWay) return null
    }
    return null
  }
}

function keyOf({ file, variable }: TypeDeclaration): string {
  return `${file}:${variable}`
}
