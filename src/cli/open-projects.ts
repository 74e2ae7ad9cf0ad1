import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Declarations } from '../analysis/declared/declarations.js'
import { extractFacts } from '../analysis/extract/extract-facts.js'
import { type IndexProblem, messageOf } from '../analysis/index-files/problem.js'
import { readSourceText } from '../analysis/index-files/source-text.js'
import { type Listing, SourceTree } from '../analysis/index-files/source-tree.js'
import { linkIndex } from '../analysis/link-index.js'
import { NestingError } from '../analysis/nesting-error.js'
import { ParseFailure, parseSource } from '../analysis/parse.js'
import { linkProject, type Project } from '../analysis/project.js'
import { ProjectIndex } from '../analysis/project-index.js'
import { findProjectRoot } from '../analysis/source-files.js'
import type { CheckError, SkippedFile } from './check-result.js'
import type { Progress } from './show-progress.js'
import { folderOf, isInside, type Target } from './targets.js'

/** A linked project, and which of its files the user asked about. */
export interface OpenedProject {
  readonly project: Project
  /** The same with what is declared beyond the catalogue; linked at the first call. */
  readonly projectWith: (declarations: Declarations) => Project
  /** Their indexes in the project. */
  readonly files: readonly number[]
  /** What the user asked about and cannot be told of. */
  readonly failures: readonly { readonly path: string; readonly error: CheckError }[]
  readonly skipped: readonly SkippedFile[]
  /** All that the index could not take in, also outside of what the user asked about. */
  readonly problems: readonly IndexProblem[]
}

export interface OpenOptions {
  readonly cwd: string
  /** Whether facts are kept between runs. */
  readonly usesCache: boolean
  readonly progress: Progress
}

/** Opens the projects that the targets are part of, one after another. */
export function* openProjects(
  targets: readonly Target[],
  options: OpenOptions,
): Generator<OpenedProject> {
  const groups = new Map<string, Group>()
  const lone: Target[] = []
  for (const target of targets) {
    const place = placeOf(target, options.cwd)
    if (place === null) lone.push(target)
    else {
      const group = groups.get(place.root) ?? { ...place, targets: [] }
      groups.set(place.root, group)
      group.targets.push(target)
    }
  }
  for (const group of groups.values()) {
    const [opened, leftOut] = openProject(group, options)
    lone.push(...leftOut)
    yield opened
  }
  for (const target of lone) if (target.type === 'file') yield openAlone(target, options.cwd)
}

interface Place {
  /** The folder whose sources are linked. */
  readonly root: string
  /** The folder below which a path tells what a file is: a test, a script. */
  readonly pathsFrom: string
}

interface Group extends Place {
  readonly targets: Target[]
}

/**
 * The project that lists a target: the one around the working directory, as in ESLint, else the target's own,
 * as for a package in node_modules, else the folder alone, as for build output. Null for a file that is in
 * none, such as one with another extension.
 */
const placeOf = (target: Target, cwd: string): Place | null => {
  const folder = folderOf(target)
  const own = findProjectRoot(folder)
  const around = findProjectRoot(isInside(target.path, cwd) ? cwd : folder)
  const candidates = !isProject(around) && isProject(own) ? [own] : [around, own]
  const root = [...new Set([...candidates, folder])].find(
    (candidate) => candidate === target.path || lists(candidate, target),
  )
  if (root === undefined) return null
  return { root, pathsFrom: isProject(root) ? root : around }
}

const isProject = (root: string): boolean =>
  ['package.json', 'pnpm-workspace.yaml'].some((name) => existsSync(join(root, name)))

/** The trees that were walked already, with what was found. */
const walked = new Map<string, { readonly tree: SourceTree; readonly listing: Listing }>()

const walk = (root: string): Listing => {
  const tree = new SourceTree(root)
  const listing = tree.list()
  walked.set(root, { tree, listing })
  return listing
}

const lists = (root: string, { path }: Target): boolean => {
  const { files, tests, links, problems } = walked.get(root)?.listing ?? walk(root)
  return [...files, ...tests, ...links.keys(), ...problems.map(({ file }) => file)].some((file) =>
    isInside(file, path),
  )
}

const openProject = (
  { root, pathsFrom, targets }: Group,
  { usesCache, progress }: OpenOptions,
): [OpenedProject, Target[]] => {
  const index = new ProjectIndex(root, {
    tree: walked.get(root)?.tree ?? new SourceTree(root),
    ...(usesCache ? {} : { cacheFolder: null }),
    onProgress: (done, total) => progress.at(`Reading ${done + 1} of ${total}`),
  })
  index.refresh()
  progress.at('Linking')
  const projectWith = remembering((declarations) =>
    linkIndex(index, { pathsFrom, declarations }),
  )
  const project = projectWith([])

  const isAsked = (path: string): boolean => targets.some((target) => isInside(path, target.path))
  const { files: listed, tests, links } = index.listing
  const linked = new Set([...links].filter(([link]) => isAsked(link)).map(([, file]) => file))
  const asked = [...listed, ...tests].filter((file) => isAsked(file) || linked.has(file))
  const passedOver = passedOverIn(asked, index)
  // Whoever names a bundle itself wants it checked.
  const leftOut = targets.filter(({ type, path }) => type === 'file' && passedOver.has(path))
  for (const { path } of leftOut) passedOver.delete(path)
  const skipped = Array.from(passedOver, ([path, reason]) => ({ path, reason }))
  const failures = index.sourceProblems
    .filter(({ file }) => isAsked(file) || linked.has(file))
    .map((problem) => ({ path: problem.file, error: toError(problem) }))
  const files = asked.flatMap((path) => index.indexOf(path) ?? [])
  return [{ project, projectWith, files, failures, skipped, problems: index.problems }, leftOut]
}

/** Why files are not part of the project, by their paths. */
const passedOverIn = (
  files: readonly string[],
  index: ProjectIndex,
): Map<string, SkippedFile['reason']> => {
  const isTest = new Set(index.listing.tests)
  const reasons = new Map<string, SkippedFile['reason']>()
  for (const file of files) {
    const verdict = index.verdictOf(file)
    if (isTest.has(file)) reasons.set(file, 'test')
    else if (verdict !== undefined && 'skipped' in verdict) reasons.set(file, verdict.skipped)
  }
  return reasons
}

/** A file that no project lists, because git ignores it or a tool wrote it, is a project of its own. */
const openAlone = ({ path }: Target, cwd: string): OpenedProject => {
  const root = isInside(path, cwd) ? cwd : dirname(path)
  const noProject = (): null => null
  const opened = { skipped: [], problems: [] }
  try {
    const facts = extractFacts(parseSource(path, readSourceText(path).text))
    const projectWith = remembering((declarations) =>
      linkProject([facts], root, noProject, declarations),
    )
    return { ...opened, project: projectWith([]), projectWith, files: [0], failures: [] }
  } catch (error) {
    const problem = { file: path, ...problemOf(error) }
    const project = linkProject([], root, noProject)
    const failures = [{ path, error: toError(problem) }]
    return { ...opened, project, projectWith: () => project, files: [], failures }
  }
}

/** Links once for equal declarations. */
const remembering = (
  link: (declarations: Declarations) => Project,
): OpenedProject['projectWith'] => {
  const known = new Map<string, Project>()
  return (declarations) => {
    const key = JSON.stringify(declarations)
    const project = known.get(key) ?? link(declarations)
    known.set(key, project)
    return project
  }
}

const problemOf = (error: unknown): Omit<IndexProblem, 'file'> => {
  const message = messageOf(error)
  if (error instanceof ParseFailure) return { message, line: error.line, column: error.column }
  if (error instanceof NestingError) return { message, line: 1, column: 1 }
  return { message: isSystemError(error) ? `Cannot be read: ${message}` : message }
}

const isSystemError = (error: unknown): boolean => error instanceof Error && 'syscall' in error

const toError = ({ file, message, line, column }: IndexProblem): CheckError => {
  if (line !== undefined) {
    const text = `Parsing error: ${withFullStop(message)}`
    return { type: 'parse', message: text, line, column: column ?? 1 }
  }
  const why = reasonUnreadable(file)
  if (why !== null) {
    return { type: 'read', message: `Cannot be read: ${why}.`, line: null, column: null }
  }
  const type = message.startsWith('Cannot be read') ? 'read' : 'internal'
  return { type, message: withFullStop(plain(message)), line: null, column: null }
}

/** What the system says about a link that leads nowhere. */
const reasonUnreadable = (path: string): string | null => {
  try {
    statSync(path)
    return null
  } catch (error) {
    return plain(messageOf(error))
  }
}

/** Node adds the system call and the path, which the line names anyway. */
const plain = (message: string): string => message.replace(/, \w+(?: '.*')?$/, '')

const withFullStop = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)
