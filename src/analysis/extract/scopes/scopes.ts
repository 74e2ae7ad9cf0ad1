import type { TSESTree } from '@typescript-eslint/utils'

export type NameNode = TSESTree.Identifier | TSESTree.JSXIdentifier

/** What a name is bound to. A class, declared in its own scope and around it, is one variable. */
export interface Variable {
  readonly name: string
  /** The function, module, static block, … among whose variables it is. */
  readonly owner: TSESTree.Node
  readonly isParameter: boolean
  isRead: boolean
  /** It is used by another function than its owner. */
  isUsedElsewhere: boolean
}

/** What a name stands for, and what its use asks for: both, where the syntax does not tell. */
export const VALUE = 1
export const TYPE = 2
export const BOTH = 3

export type Meaning = typeof VALUE | typeof TYPE | typeof BOTH

interface Declared extends Variable {
  meaning: number
  /** It is declared in the body of a function, where the default values of its parameters do not see it. */
  readonly isInBody: boolean
}

interface Use {
  readonly name: NameNode
  readonly meaning: Meaning
  readonly reads: boolean
  readonly by: TSESTree.Node
}

/** Of types: `infer` declares its name in the condition around the signatures that it stands in. */
type ScopeKind = 'code' | 'condition' | 'signature'

export class Scope {
  readonly outer: Scope | null
  readonly kind: ScopeKind
  readonly owner: TSESTree.Node
  /** Where `var` declares. */
  readonly ofOwner: Scope
  readonly hasArguments: boolean
  /** Of the uses that are not resolved yet, which is the first one in here. */
  readonly firstUse: number
  /** Which is the first one in the function's body. */
  firstInBody = 0
  // Most blocks declare nothing.
  variables: Map<string, Declared> | null = null

  constructor(outer: Scope | null, owner: TSESTree.Node | null, kind: ScopeKind, hasArguments: boolean, firstUse: number) {
    const ownerOrOuters = owner ?? outer?.owner
    if (ownerOrOuters === undefined) throw new Error('The outermost scope needs an owner.')
    this.outer = outer
    this.kind = kind
    this.owner = ownerOrOuters
    this.ofOwner = owner === null && outer !== null ? outer.ofOwner : this
    this.hasArguments = hasArguments
    this.firstUse = firstUse
  }
}

/**
 * Which variable each name of a file means. Scopes are opened and closed in the order of the text; when one is
 * closed, the uses in it are resolved that it has a variable for, and the others are left to the one around it.
 */
export class Scopes {
  /** By the nodes that declare or use them. */
  readonly variables = new Map<NameNode, Variable>()
  /** Names that no scope binds. */
  readonly globals = new Set<string>()
  readonly #unresolved: Use[] = []
  #innermost: Scope | null = null

  get innermost(): Scope {
    if (this.#innermost === null) throw new Error('No scope is open.')
    return this.#innermost
  }

  /**
   * @param owner The function, module or other code that variables are said to be of; null for a block.
   * @param hasArguments `arguments` means the function's own.
   */
  open(owner: TSESTree.Node | null, kind: ScopeKind = 'code', hasArguments = false): void {
    this.#innermost = new Scope(this.#innermost, owner, kind, hasArguments, this.#unresolved.length)
  }

  /** From here on it is the body of the function whose scope was opened last. */
  beginBody(): void {
    this.innermost.firstInBody = this.#unresolved.length
  }

  declare(name: NameNode, meaning: Meaning, { scope = this.innermost, isParameter = false } = {}): void {
    this.variables.set(name, declareIn(scope, name.name, meaning, isParameter))
  }

  /** Declares what has no identifier: the member of an enumeration by a string. */
  declareText(name: string, meaning: Meaning): void {
    declareIn(this.innermost, name, meaning, false)
  }

  /** The innermost scope has the variable of the one around it, too. */
  declareAgain({ name }: NameNode): void {
    const { outer } = this.innermost
    const variable = outer?.variables?.get(name)
    if (variable !== undefined) (this.innermost.variables ??= new Map()).set(name, variable)
  }

  use(name: NameNode, meaning: Meaning, reads = true): void {
    this.#unresolved.push({ name, meaning, reads, by: this.innermost.owner })
  }

  close(): void {
    const scope = this.innermost
    this.#innermost = scope.outer
    if (scope.variables === null && !scope.hasArguments && scope.outer !== null) return
    const uses = this.#unresolved
    let left = scope.firstUse
    for (let at = scope.firstUse; at < uses.length; at += 1) {
      const use = uses[at] as Use
      const { name } = use.name
      const variable = scope.variables?.get(name)
      const isMeant = variable !== undefined && (variable.meaning & use.meaning) !== 0
      if (isMeant && !(variable.isInBody && at < scope.firstInBody)) this.#resolve(use, variable)
      else if (scope.outer === null || (scope.hasArguments && name === 'arguments')) this.globals.add(name)
      else uses[left++] = use
    }
    uses.length = left
  }

  #resolve({ name, reads, by }: Use, variable: Variable): void {
    this.variables.set(name, variable)
    if (reads) variable.isRead = true
    if (by !== variable.owner) variable.isUsedElsewhere = true
  }
}

function declareIn(scope: Scope, name: string, meaning: Meaning, isParameter: boolean): Declared {
  const variables = (scope.variables ??= new Map<string, Declared>())
  const known = variables.get(name)
  if (known !== undefined) {
    known.meaning |= meaning
    return known
  }
  const variable: Declared = {
    name,
    owner: scope.owner,
    isParameter,
    isRead: false,
    isUsedElsewhere: false,
    meaning,
    isInBody: scope.firstInBody > 0,
  }
  variables.set(name, variable)
  return variable
}
