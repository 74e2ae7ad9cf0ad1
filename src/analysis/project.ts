import { isAbsolute, relative, sep } from 'node:path'
import { builtInCatalogue } from '../catalogue/index.js'
import { declaredCatalogue } from './declared/declared-catalogue.js'
import { declaredFunctions } from './declared/declared-functions.js'
import type { Declarations } from './declared/declarations.js'
import { extractFacts, type ParsedSource } from './extract/extract-facts.js'
import type { FileFacts } from './facts.js'
import { type FileJudgement, type FileKind, isClientFile, isMigration, judgeFileKind } from './file-kind.js'
import { link } from './link/link.js'
import type { ResolveImport } from './link/evaluator.js'
import { type EntryPoint, fileOf, type Program } from './link/program.js'
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
  const packages = files.map(({ file }) => {
    const { folder = root, dependencies = new Set<string>() } = packageOf(file) ?? {}
    return { path: pathUnder(folder, file), dependencies }
  })
  const knowledge = {
    catalogue: declaredCatalogue(builtInCatalogue, declarations),
    functions: declaredFunctions(files, ({ file }) => pathUnder(root, file), declarations),
  }
  const program = link(files, resolveImport, knowledge, packages)
  const entryPoints = entryPointsByFile(program)
  const judgements = files.map((facts, file): FileJudgement => {
    const path = pathUnder(root, facts.file)
    const judgement = judgeFileKind(facts, path)
    const { kind } = judgement
    if (kind !== 'server' && !facts.hashbang) return judgement
    const own = entryPoints[file] ?? []
    // A page may hold what its server runs beside what browsers do.
    if (kind === 'browser' && !isClientFile(facts)) {
      return own.some(({ isExpected }) => isExpected) ? server : judgement
    }
    // A server may begin with a hashbang as a command line tool does, or be its own worker's file.
    const answers = own.some(({ roles }) => roles.includes('response'))
    if (answers && !(kind === 'script' && isMigration(path))) return server
    return own.some(({ phase }) => phase === 'off-loop') ? worker : judgement
  })
  const kinds = judgements.map(({ kind }) => kind)
  const isServer = kinds.map((kind) => kind === 'server')
  return { program, phases: findPhases(program, isServer), kinds, cues: judgements.map(({ cue }) => cue) }
}

const server: FileJudgement = { kind: 'server', cue: '' }
const worker: FileJudgement = { kind: 'worker', cue: 'it is started as a thread or process of its own' }

function entryPointsByFile({ files, entryPoints }: Program): readonly (readonly EntryPoint[])[] {
  const groups: EntryPoint[][] = files.map(() => [])
  for (const entry of entryPoints) groups[fileOf(entry.function)]?.push(entry)
  return groups
}

function pathUnder(root: string, file: string): string {
  const path = relative(root, file)
  return path.startsWith('..') || isAbsolute(path) ? file : path.split(sep).join('/')
}
