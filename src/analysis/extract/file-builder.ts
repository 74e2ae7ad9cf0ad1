import type { TSESTree } from '@typescript-eslint/utils'
import type {
  CallFacts,
  CallResult,
  Capture,
  ClassFacts,
  ExportFacts,
  FunctionFacts,
  ObjectFacts,
  PropertyWrite,
  Reference,
  TagFacts,
  TypeReference,
  WaitFacts,
} from '../facts.js'
import type { CompiledDecorators } from './compiled-decorators.js'
import { Bindings } from './bindings.js'
import { tagsByFunction } from './jsdoc-tags.js'
import type { Memo } from './memo.js'
import type { VisitorKeys } from './nodes.js'
import { Positions } from './positions.js'
import { resolveNames } from './scopes/resolve-names.js'
import { Table } from './table.js'

/** Source text with its tree, from any parser that gives ESTree or TS-ESTree. */
export interface ParsedSource {
  /** Absolute path. */
  readonly file: string
  readonly text: string
  readonly ast: TSESTree.Program
  readonly visitorKeys: VisitorKeys
}

/** The function that is being walked. */
export interface Frame {
  readonly function: number
  readonly node: TSESTree.Node
  /** The nearest function that binds `this`. */
  readonly thisFunction: number
  readonly returns: Reference[]
  readonly returnType: TypeReference | null
  readonly captures: Map<number, Capture>
  readonly outer: Frame | null
  memo: Memo | null
  /** What is being walked happens only so many times at once. */
  bounded: boolean
  /** What is being walked runs under a condition, or in a loop. */
  sometimes: boolean
  /** Parameters, of functions around it too, that hold nothing where what is being walked runs. */
  omitted: readonly number[]
  endsProcess: boolean
  /** What is being walked stands in a `try` that catches. */
  caught: boolean
  awaits: boolean
  loops: boolean
  /** A `return` or `throw` was walked already. */
  hasLeft: boolean
}

/** Collects the facts of one file while its tree is walked. */
export class FileBuilder {
  readonly source: ParsedSource
  readonly bindings: Bindings
  readonly positions: Positions
  /** What JSDoc comments say, by the function that they stand before. */
  readonly tags: ReadonlyMap<TSESTree.Node, readonly TagFacts[]>
  readonly functions = new Table<TSESTree.Node, FunctionFacts>()
  readonly calls = new Table<TSESTree.Node, CallFacts>()
  readonly classes = new Table<TSESTree.Node, ClassFacts>()
  readonly objects = new Table<TSESTree.Node, ObjectFacts>()
  readonly propertyWrites: PropertyWrite[] = []
  readonly exports: ExportFacts[] = []
  readonly compiledDecorators: CompiledDecorators[] = []
  readonly waits: WaitFacts[] = []
  /** What becomes of the value of an expression, noted before it is walked. */
  readonly results = new Map<TSESTree.Node, CallResult>()
  /** How many references are being made, one inside of the other. */
  referenceDepth = 0
  readonly imports = new Set<string>()
  /** Names of the file's getters and setters: only reads and writes of these can run code. */
  readonly accessorNames: ReadonlySet<string>
  /** The object literals that properties stand in. */
  readonly literals = new Map<TSESTree.Node, number>()
  readonly #memberUses = new Map<number, Set<string>>()
  readonly #returns = new Map<TSESTree.Node, Reference[]>()
  #mapsRead: Map<string, string> | null = null
  #textWithoutSpace: string | null = null
  #frame: Frame | null = null

  constructor(source: ParsedSource) {
    this.source = source
    this.bindings = new Bindings(resolveNames(source.ast, source.visitorKeys))
    this.positions = new Positions(source.text)
    this.tags = tagsByFunction(source)
    this.accessorNames = new Set(
      Array.from(source.text.matchAll(/\b[gs]et\s+([\w$#]+)\s*\(/g), (match) => match[1] ?? ''),
    )
  }

  /** The map whose value a variable gets, by the variable's name: `pools` of `const pool = pools.get(key)`. */
  get mapsRead(): ReadonlyMap<string, string> {
    if (this.#mapsRead !== null) return this.#mapsRead
    this.#mapsRead = new Map()
    // Without its beginning, a long word would be tried from each of its letters.
    const reads = /(?<![\w$])([\w$]+)\s*=\s*([\w$.#]+?)\s*\.\s*get\(/g
    for (const [, local = '', map = ''] of this.source.text.matchAll(reads)) {
      if (!this.#mapsRead.has(local)) this.#mapsRead.set(local, map)
    }
    return this.#mapsRead
  }

  get textWithoutSpace(): string {
    return (this.#textWithoutSpace ??= this.source.text.replace(/\s+/g, ''))
  }

  get frame(): Frame {
    if (this.#frame === null) throw new Error('No function is being walked.')
    return this.#frame
  }

  enter(node: TSESTree.Node, bindsThis: boolean, returnType: TypeReference | null): Frame {
    const outer = this.#frame
    const id = this.functions.idOf(node)
    this.#frame = {
      function: id,
      node,
      thisFunction: bindsThis || outer === null ? id : outer.thisFunction,
      returns: this.returnsOf(node),
      returnType,
      captures: new Map(),
      outer,
      memo: null,
      bounded: false,
      sometimes: false,
      omitted: outer?.omitted ?? [],
      endsProcess: false,
      caught: false,
      awaits: false,
      loops: false,
      hasLeft: false,
    }
    return this.#frame
  }

  /** What a function returns: a list that grows while its body is walked. */
  returnsOf(node: TSESTree.Node): Reference[] {
    const known = this.#returns.get(node)
    if (known !== undefined) return known
    const returns: Reference[] = []
    this.#returns.set(node, returns)
    return returns
  }

  leave(): void {
    this.#frame = this.frame.outer
  }

  /** Notes the use of a variable in every function between the use and the variable's own function. */
  capture(name: TSESTree.Identifier): void {
    const variable = this.bindings.variableOf(name)
    if (variable === null) return
    const owner = this.bindings.ownerOf(variable)
    if (owner === null || owner.type === 'Program') return
    for (let frame: Frame | null = this.frame; frame && frame.node !== owner; frame = frame.outer) {
      if (frame.captures.has(variable)) continue
      frame.captures.set(variable, { variable, name: name.name, range: this.positions.rangeOf(name) })
    }
  }

  useMember(variable: number, member: string): void {
    const members = this.#memberUses.get(variable)
    if (members) members.add(member)
    else this.#memberUses.set(variable, new Set([member]))
  }

  membersOf(variable: number): readonly string[] {
    return [...(this.#memberUses.get(variable) ?? [])]
  }
}
