import type { FileFacts, Reference, TypeReference } from '../facts.js'
import type { ResolveImport } from './evaluator.js'
import type { Value } from './values.js'

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
  readonly #files: readonly FileFacts[]
  readonly #resolveImport: ResolveImport
  #implementers: Map<string, Value[]> | null = null

  constructor(files: readonly FileFacts[], resolveImport: ResolveImport) {
    this.#files = files
    this.#resolveImport = resolveImport
  }

  /** The interface or alias behind a name; null for a class, and for what is not the project's. */
  declarationOf(name: Reference, file: number, way = 0): TypeDeclaration | null {
    if (way > longestWay) return null
    if (name.type === 'import') {
      const target = this.#resolveImport(name.specifier, file)
      return target === null ? null : this.#exportedType(target, name.name, way + 1)
    }
    if (name.type !== 'variable') return null
    const variable = this.#files[file]?.variables[name.variable]
    const [write] = variable?.writes ?? []
    if (variable === undefined) return null
    if (write === undefined) return { file, variable: name.variable, base: variable.type }
    return write.type === 'import' ? this.declarationOf(write, file, way + 1) : null
  }

  /** Instances of the classes that say they implement an interface. */
  implementers({ file, variable }: TypeDeclaration): readonly Value[] {
    this.#implementers ??= this.#findImplementers()
    return this.#implementers.get(`${file}:${variable}`) ?? []
  }

  #exportedType(file: number, name: string, way: number): TypeDeclaration | null {
    for (const entry of this.#files[file]?.exports ?? []) {
      if (entry.name === name) return this.declarationOf(entry.value, file, way)
      if (entry.name !== '*' || entry.value.type !== 'import') continue
      const target = this.#resolveImport(entry.value.specifier, file)
      const found = target === null ? null : this.#exportedType(target, name, way + 1)
      if (found !== null) return found
      if (way > longestWay) return null
    }
    return null
  }

  #findImplementers(): Map<string, Value[]> {
    const found = new Map<string, Value[]>()
    this.#files.forEach(({ classes }, file) => {
      classes.forEach((facts, id) => {
        for (const type of facts.implements) {
          const declared = this.declarationOf(type.name, file)
          if (declared === null) continue
          const key = `${declared.file}:${declared.variable}`
          const instances = found.get(key) ?? []
          instances.push({ type: 'instance', file, class: id })
          found.set(key, instances)
        }
      })
    })
    return found
  }
}
