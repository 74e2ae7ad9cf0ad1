import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { compact } from '../compact.js'
import type { Reference, TypeReference, VariableFacts } from '../facts.js'

type Variable = TSESLint.Scope.Variable
type NameNode = TSESTree.Identifier | TSESTree.JSXIdentifier

/** Which variable a name means, and what is known of every variable of the file. */
export class Bindings {
  readonly #variables = new Map<TSESTree.Node, Variable>()
  readonly #ids = new Map<unknown, number>()
  readonly #rows: { name: string; writes: Reference[]; type: TypeReference | null }[] = []
  readonly #sources: Variable[] = []
  readonly #owners: (TSESTree.Node | null)[] = []
  readonly #usedAsValue = new Set<number>()
  readonly #globals = new Set<string>()

  constructor(scopeManager: TSESLint.Scope.ScopeManager) {
    for (const scope of scopeManager.scopes) {
      for (const variable of scope.variables) {
        for (const identifier of variable.identifiers) this.#variables.set(identifier, variable)
      }
      for (const reference of scope.references) {
        const variable = reference.resolved
        if (variable !== null) this.#variables.set(reference.identifier, variable)
        // A configured global is resolved to a variable without a definition.
        if ((variable?.defs.length ?? 0) === 0) this.#globals.add(reference.identifier.name)
      }
    }
  }

  /** The id of the variable that a name is bound to, or null for a global. */
  variableOf(name: NameNode): number | null {
    const variable = this.#variables.get(name)
    const definition = variable?.defs[0]
    if (variable === undefined || definition === undefined) return null
    // A class is bound twice, outside and inside of itself, by two variables with one definition.
    const key = definition.type === 'ClassName' ? definition.node : variable
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    const id = this.#rows.length
    this.#ids.set(key, id)
    this.#rows.push({ name: variable.name, writes: [], type: null })
    this.#sources.push(variable)
    this.#owners.push(ownerOf(variable))
    return id
  }

  isParameter(variable: number): boolean {
    return this.#sources[variable]?.defs[0]?.type === 'Parameter'
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
    return this.#owners[variable] ?? null
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
    const variable = this.#variables.get(name)
    if (variable === undefined || this.isUsedAsValue(name)) return false
    const home = variable.scope.variableScope
    return variable.references.every(({ from }) => from.variableScope === home)
  }

  get variables(): readonly VariableFacts[] {
    return this.#rows.map(({ name, writes, type }, id): VariableFacts => {
      const row = { name, writes: compact(writes), type }
      const keepsResult = row.writes.some(({ type }) => type === 'call')
      if (!keepsResult || this.ownerOf(id)?.type === 'Program') return row
      const isRead = this.#sources[id]?.references.some((reference) => reference.isRead()) ?? true
      return isRead ? row : { ...row, unread: true as const }
    })
  }

  get globals(): readonly string[] {
    return [...this.#globals]
  }
}

function ownerOf(variable: Variable): TSESTree.Node | null {
  const definition = variable.defs[0]
  // The name of a class expression or function expression lives in a scope of its own.
  const scope = definition?.type === 'ClassName' ? variable.scope.upper : variable.scope
  return (scope ?? variable.scope).variableScope.block
}
