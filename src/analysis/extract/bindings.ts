import type { TSESTree } from '@typescript-eslint/utils'
import { compact } from '../compact.js'
import type { Reference, TypeReference, VariableFacts } from '../facts.js'
import type { NameNode, Scopes, Variable } from './scopes/scopes.js'

/** Which variable a name means, and what is known of every variable of the file. */
export class Bindings {
  readonly #scopes: Scopes
  readonly #ids = new Map<Variable, number>()
  readonly #rows: { name: string; writes: Reference[]; type: TypeReference | null }[] = []
  readonly #variables: Variable[] = []
  readonly #usedAsValue = new Set<number>()

  constructor(scopes: Scopes) {
    this.#scopes = scopes
  }

  /** The id of the variable that a name is bound to, or null for a global. */
  variableOf(name: NameNode): number | null {
    const variable = this.#scopes.variables.get(name)
    if (variable === undefined) return null
    const known = this.#ids.get(variable)
    if (known !== undefined) return known
    const id = this.#rows.length
    this.#ids.set(variable, id)
    this.#rows.push({ name: variable.name, writes: [], type: null })
    this.#variables.push(variable)
    return id
  }

  isParameter(variable: number): boolean {
    return this.#variables[variable]?.isParameter === true
  }

  write(name: NameNode, value: Reference): void {
    const id = this.variableOf(name)
    if (id !== null) this.#rows[id]?.writes.push(value)
  }

  annotate(name: NameNode, type: TypeReference | null): void {
    const id = this.variableOf(name)
    const row = id === null ? undefined : this.#rows[id]
    if (row !== undefined && type !== null) row.type = type
  }

  /** The function (or program) node in whose scope the variable lives. */
  ownerOf(variable: number): TSESTree.Node | null {
    return this.#variables[variable]?.owner ?? null
  }

  /** Remembers that the variable's value went somewhere other than into a call of it. */
  markUsedAsValue(name: NameNode): void {
    const id = this.variableOf(name)
    if (id !== null) this.#usedAsValue.add(id)
  }

  isUsedAsValue(name: NameNode): boolean {
    const id = this.variableOf(name)
    return id !== null && this.#usedAsValue.has(id)
  }

  /** Whether a variable is used only by calling it, and only by the function that it belongs to. */
  isOnlyCalledAtHome(name: NameNode): boolean {
    const variable = this.#scopes.variables.get(name)
    return variable !== undefined && !variable.isUsedElsewhere && !this.isUsedAsValue(name)
  }

  get variables(): readonly VariableFacts[] {
    return this.#rows.map(({ name, writes, type }, id): VariableFacts => {
      const row = { name, writes: compact(writes), type }
      const keepsResult = row.writes.some(({ type }) => type === 'call')
      if (!keepsResult || this.ownerOf(id)?.type === 'Program') return row
      return this.#variables[id]?.isRead ? row : { ...row, unread: true as const }
    })
  }

  get globals(): readonly string[] {
    return [...this.#scopes.globals]
  }
}
