import { builtInCatalogue } from '../catalogue/index.js'
import { declaredCatalogue } from './declared/declared-catalogue.js'
import { type DeclaredFunction, DeclaredFunctionFinder } from './declared/declared-functions.js'
import type { Declarations } from './declared/declarations.js'
import { extractFacts, type ParsedSource } from './extract/extract-facts.js'
import type { FileFacts } from './facts.js'
import { type FileJudgement, type FileKind, isClientFile, isMigration, judgeFileKind } from './file-kind.js'
import { Linker } from './link/linker.js'
import type { ResolveImport } from './link/evaluator.js'
import { type EntryPoint, fileOf, type FunctionKey, type Program } from './link/program.js'
import { pathUnder } from './path-under.js'
import { findPhases, type Phases } from './phases.js'

/** The linked files of a project, and when each of their functions runs. */
export interface Project {
  readonly program: Program
  readonly phases: Phases
  /** By the file's index. */
  readonly kinds: readonly FileKind[]
  /** By the file's index, what tells its kind; empty for a server. */
  readonly cues: readonly string[]
}

/**
 * Analyses one file as a project of its own.
 * @param root Absolute path of the folder that the file's own path is judged from.
 */
export function projectOfFile(
  source: ParsedSource,
  root: string,
  declarations: Declarations = [],
): Project {
  return linkProject([extractFacts(source)], root, () => null, declarations)
}

/** The package around a file, by the file's absolute path; null when there is none. */
export type PackageOf = (file: string) => {
  /** Absolute path. */
  readonly folder: string
  readonly dependencies: ReadonlySet<string>
} | null

/** Links files and tells when their functions run. */
export function linkProject(
  files: readonly FileFacts[],
  root: string,
  resolveImport: ResolveImport,
  declarations: Declarations = [],
  packageOf: PackageOf = () => null,
): Project {
  return new ProjectLinker(files, root, resolveImport, declarations, packageOf).project
}

/** A project in which one file can be exchanged for another version of it, without linking the others again. */
export class ProjectLinker {
  readonly #root: string
  readonly #exchanged: number
  readonly #declared: DeclaredFunctionFinder
  readonly #linker: Linker
  readonly #judgements: FileJudgement[]

  /** @param exchanged The index of the file that is left out and may be exchanged; -1 for none. */
  constructor(
    files: readonly FileFacts[],
    root: string,
    resolveImport: ResolveImport,
    declarations: Declarations = [],
    packageOf: PackageOf = () => null,
    exchanged = -1,
  ) {
    this.#root = root
    this.#exchanged = exchanged
    this.#declared = new DeclaredFunctionFinder(({ file }) => pathUnder(root, file), declarations)
    const packages = files.map(({ file }) => {
      const { folder = root, dependencies = new Set<string>() } = packageOf(file) ?? {}
      return { path: pathUnder(folder, file), dependencies }
    })
    const functions = new Map<FunctionKey, DeclaredFunction>()
    files.forEach((facts, file) => {
      if (file === exchanged) return
      for (const [key, said] of this.#declared.findIn(facts, file)) functions.set(key, said)
    })
    const catalogue = declaredCatalogue(builtInCatalogue, declarations)
    this.#linker = new Linker(files, resolveImport, { catalogue, functions }, packages, exchanged)
    this.#judgements = files.map((facts) => judgeFileKind(facts, pathUnder(root, facts.file)))
  }

  /** The project, without the file that may be exchanged. */
  get project(): Project {
    return this.#projectOf(this.#linker.program)
  }

  /**
   * The project with these facts for the file that may be exchanged. It is good until the next exchange.
   * @returns null when all has to be linked anew for them.
   */
  exchange(facts: FileFacts): Project | null {
    const declared = this.#declared.findIn(facts, this.#exchanged)
    const program = this.#linker.exchange(facts, declared)
    if (program === null) return null
    this.#judgements[this.#exchanged] = judgeFileKind(facts, pathUnder(this.#root, facts.file))
    return this.#projectOf(program)
  }

  #projectOf(program: Program): Project {
    const entryPoints = entryPointsByFile(program)
    const judgements = program.files.map((facts, file) => {
      const judgement = this.#judgements[file] ?? server
      return judgeByEntries(judgement, facts, pathUnder(this.#root, facts.file), entryPoints[file] ?? [])
    })
    const kinds = judgements.map(({ kind }) => kind)
    const isServer = kinds.map((kind) => kind === 'server')
    return { program, phases: findPhases(program, isServer), kinds, cues: judgements.map(({ cue }) => cue) }
  }
}

/** What a file is part of, when the entry points in it tell more than the file itself. */
function judgeByEntries(
  judgement: FileJudgement,
  facts: FileFacts,
  path: string,
  own: readonly EntryPoint[],
): FileJudgement {
  const { kind } = judgement
  if (kind !== 'server' && !facts.hashbang) return judgement
  // A page may hold what its server runs beside what browsers do.
  if (kind === 'browser' && !isClientFile(facts)) {
    return own.some(({ isExpected }) => isExpected) ? server : judgement
  }
  // A server may begin with a hashbang as a command line tool does, or be its own worker's file.
  const answers = own.some(({ roles }) => roles.includes('response'))
  if (answers && !(kind === 'script' && isMigration(path))) return server
  return own.some(({ phase }) => phase === 'off-loop') ? worker : judgement
}

const server: FileJudgement = { kind: 'server', cue: '' }
const worker: FileJudgement = { kind: 'worker', cue: 'it is started as a thread or process of its own' }

function entryPointsByFile({ files, entryPoints }: Program): readonly (readonly EntryPoint[])[] {
  const groups: EntryPoint[][] = files.map(() => [])
  for (const entry of entryPoints) groups[fileOf(entry.function)]?.push(entry)
  return groups
}
