import type { ApiFacts, BlockingKind } from '../../catalogue/types.js'
import type { FileFacts, TagFacts } from '../facts.js'
import { type FunctionKey, functionKey } from '../link/program.js'
import { withDeclared } from './declared-catalogue.js'
import type { Declarations } from './declarations.js'
import { NamePattern } from './name-pattern.js'

/** What is said of one of the project's own functions. */
export interface DeclaredFunction {
  /** Path of its file below the project's root, beginning with `./`. */
  readonly module: string
  /** Its name, as an export path: `query`, `Pool.prototype.query`. */
  readonly path: string
  /** What a call of it does. */
  readonly facts: ApiFacts
  /** Its callers need not look inside: it blocks by itself, ships its work off, or is taken as safe. */
  readonly isClosed: boolean
  /** The name of the entry point that it is said to be; null when it is none. */
  readonly entry: string | null
}

export type DeclaredFunctions = ReadonlyMap<FunctionKey, DeclaredFunction>

/** Finds the functions that declarations name by their files, and those that say something of themselves. */
export class DeclaredFunctionFinder {
  readonly #declared: readonly { readonly pattern: NamePattern; readonly declaration: Declarations[number] }[]
  readonly #pathOf: (file: FileFacts) => string

  /** @param pathOf Path of a file below the project's root, with forward slashes. */
  constructor(pathOf: (file: FileFacts) => string, declarations: Declarations) {
    this.#pathOf = pathOf
    this.#declared = declarations
      .map((declaration) => ({ pattern: new NamePattern(declaration.name), declaration }))
      .filter(({ pattern }) => pattern.isOwn)
  }

  /** @param file The file's index. */
  findIn(facts: FileFacts, file: number): DeclaredFunctions {
    const found = new Map<FunctionKey, DeclaredFunction>()
    if (this.#declared.length === 0 && facts.functions.every(({ tags }) => tags === undefined)) return found
    const module = `./${this.#pathOf(facts)}`
    facts.functions.forEach(({ name, tags }, id) => {
      if (tags === undefined) return
      const path = memberPaths(name)[0] ?? ''
      found.set(functionKey(file, id), { module, path, ...saidByTags(name, tags) })
    })
    const here = this.#declared.filter(({ pattern }) => pattern.hasModule(module))
    if (here.length === 0) return found
    for (const [path, id] of namedFunctions(facts)) {
      // What stands beside the code is the nearest to it.
      if (found.has(functionKey(file, id))) continue
      const said = here.filter(({ pattern }) => pattern.matches(module, path))
      if (said.length === 0) continue
      const facts = said.reduceRight<ApiFacts>(
        (to, { declaration }) => withDeclared(to, declaration),
        {},
      )
      const isClosed = facts.blocking !== undefined || facts.offload !== undefined
      found.set(functionKey(file, id), { module, path, facts, isClosed, entry: null })
    }
    return found
  }
}

const taggedKind = /^(io|cpu|wait)\b[\s:,.–-]*/

/** `@blocking cpu Ask the replica.`, `@nonblocking`, `@serves GET /menu`. */
function saidByTags(
  name: string,
  tags: readonly TagFacts[],
): Pick<DeclaredFunction, 'facts' | 'isClosed' | 'entry'> {
  const find = (wanted: TagFacts['name']) => tags.find((tag) => tag.name === wanted)
  const blocking = find('blocking')
  const serves = find('serves')
  const shown = name === '' ? 'function' : name
  const entry = serves ? serves.text || shown : null
  if (blocking === undefined) {
    const isSafe = find('nonblocking') !== undefined
    return { facts: {}, isClosed: isSafe, entry: entry ?? (isSafe ? `${shown} (@nonblocking)` : null) }
  }
  const [whole = '', kind] = taggedKind.exec(blocking.text) ?? []
  const message = blocking.text.slice(whole.length)
  const declared = {
    ...(kind === undefined ? {} : { kind: kind as BlockingKind }),
    ...(message === '' ? {} : { message: /[.!?]$/.test(message) ? message : `${message}.` }),
  }
  return { facts: withDeclared(undefined, { blocking: declared }), isClosed: true, entry }
}

/** The functions of a file that can be named from outside, by export path. */
function namedFunctions(facts: FileFacts): ReadonlyMap<string, number> {
  const named = new Map<string, number>()
  facts.functions.forEach((candidate, id) => {
    if (candidate.name === '' || candidate.form === 'fields') return
    if (candidate.class !== null) for (const path of memberPaths(candidate.name)) named.set(path, id)
    else if (candidate.enclosing === 0 && !named.has(candidate.name)) named.set(candidate.name, id)
  })
  for (const { name, value } of facts.exports) {
    const writes = value.type === 'variable' ? (facts.variables[value.variable]?.writes ?? []) : [value]
    const [write] = writes
    if (writes.length === 1 && write?.type === 'function') named.set(name, write.function)
  }
  return named
}

/** Facts name members `Pool.query`, static or not, and constructors `new Pool`. */
function memberPaths(name: string): readonly string[] {
  const [, constructed] = /^new (.+)$/.exec(name) ?? []
  return constructed === undefined ? [name.replace('.', '.prototype.'), name] : [constructed]
}
