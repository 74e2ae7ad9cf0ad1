import { posix } from 'node:path'
import { expect } from 'vitest'
import { linkProject, type Project } from '../../src/analysis/project.js'
import { blockingCallRule } from '../../src/findings/blocking-call-rule.js'
import type { FindingRule } from '../../src/findings/finding-rule.js'
import type { Finding } from '../../src/findings/types.js'
import { factsOf } from './facts-of.js'

/** Texts by path; lines that end in `// !` are the ones that must be reported. */
export type Files = Readonly<Record<string, string>>

const root = '/project'

/** `./a` is a.ts, a.js or a/index.ts beside the importing file. */
function resolverOf(paths: readonly string[]) {
  return (specifier: string, file: number): number | null => {
    if (!specifier.startsWith('.')) return null
    const target = posix.join(posix.dirname(paths[file] ?? ''), specifier).replace(/\.js$/, '')
    const ends = ['', '.ts', '.js', '.tsx', '/index.ts', '/index.js']
    const found = ends.map((end) => paths.indexOf(target + end))
    return found.find((index) => index !== -1) ?? null
  }
}

/** The nearest package.json among the files, with what all of those above a file depend on. */
function packagesOf(files: Files) {
  const manifests = Object.entries(files).filter(([path]) => posix.basename(path) === 'package.json')
  return (file: string) => {
    const around = manifests
      .map(([path, text]) => ({ folder: posix.join(root, posix.dirname(path)), text }))
      .filter(({ folder }) => file.startsWith(`${folder}/`))
      .sort((a, b) => b.folder.length - a.folder.length)
    const [nearest] = around
    if (nearest === undefined) return null
    const names = around.flatMap(({ text }) => {
      const { dependencies } = JSON.parse(text) as { dependencies: Record<string, string> }
      return Object.keys(dependencies)
    })
    return { folder: nearest.folder, dependencies: new Set(names) }
  }
}

/** A package.json that depends on packages. */
export function dependingOn(...names: readonly string[]): string {
  return JSON.stringify({ dependencies: Object.fromEntries(names.map((name) => [name, '*'])) })
}

/** Links files, and gives the paths of those that are sources, in the project's order. */
function linkFiles(files: Files): { readonly project: Project; readonly paths: readonly string[] } {
  const paths = Object.keys(files).filter((path) => !path.endsWith('.json'))
  const facts = paths.map((path) => factsOf(files[path] ?? '', `${root}/${path}`))
  return { project: linkProject(facts, root, resolverOf(paths), undefined, packagesOf(files)), paths }
}

/** What a rule finds in files that are linked, with the place as `path:line`. */
export function findingsIn<MessageId extends string, Options extends object>(
  rule: FindingRule<MessageId, Options>,
  files: Files,
  options: Partial<Options> = {},
): readonly (Finding<MessageId> & { readonly place: string })[] {
  const { project, paths } = linkFiles(files)
  return paths.flatMap((path, file) =>
    rule.find(file, project, { ...rule.defaults, ...options }).map((finding) => ({
      ...finding,
      place: `${path}:${finding.location.start.line}`,
    })),
  )
}

/** What is reported in files that are linked, as `path:line chain`. */
export function reportedIn(files: Files, rule: FindingRule = blockingCallRule): readonly string[] {
  return findingsIn(rule, files).map(({ place, data }) => `${place} ${data['chain'] ?? ''}`)
}

/** The marked lines of files, as `path:line`. */
export function markedIn(files: Files): readonly string[] {
  return Object.entries(files).flatMap(([path, text]) =>
    text
      .split('\n')
      .flatMap((line, index) => (line.trimEnd().endsWith('// !') ? [`${path}:${index + 1}`] : [])),
  )
}

/** Exactly the marked lines are reported. */
export function expectMarked(files: Files, rule?: FindingRule): void {
  expect(reportedIn(files, rule).map((report) => report.split(' ')[0])).toEqual(markedIn(files))
}

/** The names of the entry points that lead to what is reported, sorted, each once. */
export function entriesOf(files: Files): readonly string[] {
  const names = reportedIn(files).map((report) => report.replace(/^\S+ /, '').split(' → ')[0] ?? '')
  return [...new Set(names)].sort()
}
