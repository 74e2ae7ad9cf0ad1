import type { ConventionCue, FileConvention, FileFramework, Literal } from '../../catalogue/file-conventions.js'
import type { FunctionFacts } from '../facts.js'
import type { Evaluator } from '../link/evaluator.js'
import { type EntryPoint, functionKey } from '../link/program.js'
import { setOf, type ValueSet } from '../link/values.js'
import { type FoundFunction, functionsAt } from './functions-at.js'
import { passedBy } from './registrations.js'

/** The package that a file is part of. */
export interface PackageAround {
  /** The file's path under the package's folder, with forward slashes. */
  readonly path: string
  /** Names that its package.json, or one of those above it, depends on. */
  readonly dependencies: ReadonlySet<string>
}

interface Candidate {
  readonly file: number
  readonly path: string
  readonly convention: FileConvention
  readonly match: RegExpExecArray
}

/** Finds the functions that frameworks call because of the place of their file. */
export class FileConventions {
  readonly #evaluator: Evaluator
  readonly #packages: readonly PackageAround[]
  #folders: ReadonlyMap<string, readonly number[]> | null = null

  /** @param packages By file. */
  constructor(evaluator: Evaluator, packages: readonly PackageAround[]) {
    this.#evaluator = evaluator
    this.#packages = packages
  }

  /** Whether a framework gives the place of a file a meaning. */
  hasMeaning(file: number): boolean {
    return this.#candidatesOf(file).length > 0
  }

  entryPoints(file: number): readonly EntryPoint[] {
    return this.#candidatesOf(file).flatMap((candidate) => this.#entriesOf(candidate))
  }

  #candidatesOf(file: number): readonly Candidate[] {
    const { path, dependencies } = this.#packages[file] ?? { path: '', dependencies: new Set() }
    const imports = packageNames(this.#evaluator.factsOf(file)?.imports ?? [])
    return this.#evaluator.catalogue.fileFrameworks
      .filter((row) => row.packages.some((name) => dependencies.has(name) || imports.has(name)))
      .flatMap((row) => candidatesIn(row, file, path))
  }

  #entriesOf(candidate: Candidate): readonly EntryPoint[] {
    const { file, convention } = candidate
    if (this.#isRuledOut(candidate)) return []
    const exports = setOf({ type: 'namespace', file })
    return convention.exports.flatMap((path) =>
      functionsAt(exports, path.split('.'), this.#evaluator)
        .filter((found) => this.#holds(candidate, found))
        .map((found) => ({
          function: functionKey(found.file, found.function),
          phase: convention.phase ?? 'serving',
          name: nameOf(candidate, path, found),
          registered: `${file}:${path}`,
          roles: convention.parameters,
          passes: passedBy(convention.passes, ''),
          wrapped: found.wrapped,
          isExpected: true,
        })),
    )
  }

  #isRuledOut(candidate: Candidate): boolean {
    const { unless = {}, unlessDirective = [] } = candidate.convention
    const files = this.#filesAbove(candidate)
    const isExported = Object.entries(unless).some(([name, values]) =>
      files.some((file) => this.#exports(file, name, values)),
    )
    return isExported || hasDirective(this.#evaluator.factsOf(candidate.file)?.functions[0], unlessDirective)
  }

  #holds({ file, path, convention }: Candidate, found: FoundFunction): boolean {
    const facts = this.#evaluator.factsOf(found.file)?.functions[found.function]
    if (facts === undefined || hasDirective(facts, convention.unlessDirective ?? [])) return false
    const { onlyIf } = convention
    return onlyIf === undefined || onlyIf.some((cue) => this.#shows(cue, file, path, facts))
  }

  #shows(cue: ConventionCue, file: number, path: string, facts: FunctionFacts): boolean {
    const source = this.#evaluator.factsOf(file)
    switch (cue.type) {
      case 'path':
        return cue.pattern.test(path)
      case 'imports':
        return source?.imports.some((specifier) => cue.pattern.test(specifier)) ?? false
      case 'exports':
        return this.#exports(file, cue.name, cue.values)
      case 'configured':
        return this.#isConfigured(cue, file, path)
      case 'reads':
        return facts.parameters[0]?.members.some((name) => cue.members.includes(name)) ?? false
      case 'named':
        return cue.parameters.every((names, index) => {
          const name = facts.parameters[index]?.name
          return name !== undefined && names.includes(name.replace(/^_+/, ''))
        })
      case 'calls':
        return (
          source?.calls.some(({ callee }) => {
            const writes =
              callee.type === 'variable' ? (source.variables[callee.variable]?.writes ?? []) : []
            return writes.some(
              (write) =>
                write.type === 'import' &&
                write.specifier.replace(/\.js$/, '') === cue.module &&
                cue.names.includes(write.name),
            )
          }) ?? false
        )
    }
  }

  /** Whether a file exports a name, with one of these values if there are any. */
  #exports(file: number, name: string, values: readonly Literal[]): boolean {
    const { files } = this.#evaluator
    if (values.length === 0) return files[file]?.exports.some((entry) => entry.name === name) ?? false
    const exported = this.#evaluator.member(setOf({ type: 'namespace', file }), name)
    return holdsLiteral(exported, values)
  }

  #isConfigured(
    { file: pattern, property, values }: ConventionCue & { type: 'configured' },
    file: number,
    path: string,
  ): boolean {
    const parts = this.#folderOf(file).split('/')
    const root = parts.slice(0, parts.length + 1 - path.split('/').length).join('/')
    const files = this.#filesIn(root, pattern)
    return files.some((config) => {
      const exports = setOf({ type: 'namespace', file: config })
      const options = this.#evaluator.member(exports, 'default')
      const found = this.#evaluator.member(options, property)
      if (values.length > 0) return holdsLiteral(found, values)
      return options.some(
        (value) =>
          value.type === 'object' &&
          this.#evaluator.factsOf(value.file)?.objects[value.object]?.properties.some(
            ({ name }) => name === property,
          ),
      )
    })
  }

  /** The file itself, and those of the folders above it whose exports count as its own. */
  #filesAbove({ file, path, convention: { inherits } }: Candidate): readonly number[] {
    if (inherits === undefined) return [file]
    const parts = this.#folderOf(file).split('/')
    const above = Array.from({ length: path.split('/').length }, (_, up) =>
      this.#filesIn(parts.slice(0, parts.length - up).join('/'), inherits),
    )
    return [file, ...above.flat().filter((other) => other !== file)]
  }

  /** The files of a folder whose names match. */
  #filesIn(folder: string, pattern: RegExp): readonly number[] {
    this.#folders ??= this.#filesByFolder()
    return (this.#folders.get(folder) ?? []).filter((file) =>
      pattern.test(this.#evaluator.files[file]?.file.replace(/^.*[/\\]/s, '') ?? ''),
    )
  }

  #folderOf(file: number): string {
    const path = this.#evaluator.files[file]?.file ?? ''
    return path.split(/[/\\]/).slice(0, -1).join('/')
  }

  #filesByFolder(): ReadonlyMap<string, readonly number[]> {
    const folders = new Map<string, number[]>()
    this.#packages.forEach((_, file) => {
      const folder = this.#folderOf(file)
      const files = folders.get(folder)
      if (files) files.push(file)
      else folders.set(folder, [file])
    })
    return folders
  }
}

function holdsLiteral(found: ValueSet, values: readonly Literal[]): boolean {
  return found.some(
    (value) => value.type === 'literal' && values.some((known) => known === value.value),
  )
}

function candidatesIn({ files }: FileFramework, file: number, path: string): readonly Candidate[] {
  return files.flatMap((convention) => {
    const match = convention.path.exec(path)
    return match === null ? [] : [{ file, path, convention, match }]
  })
}

/** `next/server` is part of `next`, `@remix-run/node/x` of `@remix-run/node`. */
function packageNames(specifiers: readonly string[]): ReadonlySet<string> {
  return new Set(
    specifiers.flatMap((specifier) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? []),
  )
}

function hasDirective(facts: FunctionFacts | undefined, names: readonly string[]): boolean {
  return facts?.directives?.some((directive) => names.includes(directive)) ?? false
}

function nameOf({ match, convention }: Candidate, path: string, found: FoundFunction): string {
  const values = new Map([
    ['export', path.split('.')[0] ?? ''],
    ['key', found.keys.join('.') || (path.split('.').at(-1) ?? '')],
    ['route', routeIn(match[1] ?? '')],
    ['file', match[1] ?? ''],
    ['method', match.groups?.method?.toUpperCase() ?? 'ANY'],
  ])
  return convention.name.replace(/\{(\w+)\}/g, (_, name: string) => values.get(name) ?? '')
}

/** A path of folders as a URL: groups and slots, `(shop)` and `@cart`, are no part of it. */
function routeIn(folders: string): string {
  const segments = folders.split('/').filter((part) => part !== '' && !/^(?:\(\w.*\)|@.*)$/.test(part))
  return `/${segments.join('/')}`
}
