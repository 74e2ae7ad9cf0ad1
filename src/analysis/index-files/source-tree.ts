import { type Dirent, readdirSync, realpathSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { pathUnder } from '../path-under.js'
import { GitIgnore, type IgnoreRules, isIgnored } from './git-ignore.js'
import { dependencyFolders, isSourceName, isTestPath, outputFolders } from './passed-over.js'
import { type IndexProblem, messageOf } from './problem.js'
import { runsOutput } from './runs-output.js'
import { Stamp, statsOf } from './stamp.js'

/** What lies below a root, as of one look at it. */
export interface Listing {
  /** Absolute real paths of the source files, sorted. */
  readonly files: readonly string[]
  /** Those of tests, by where they stand: nothing that they do is a server's doing. */
  readonly tests: readonly string[]
  /** Links that lead to one of them: where they are, and what they mean. */
  readonly links: ReadonlyMap<string, string>
  /** Absolute paths of the folders that hold a package.json, sorted. */
  readonly packages: readonly string[]
  /** Absolute paths of the tsconfig.json and jsconfig.json files, sorted. */
  readonly configs: readonly string[]
  readonly problems: readonly IndexProblem[]
}

interface Folder {
  readonly stamp: Stamp
  readonly entries: readonly Dirent[]
  readonly hasPackage: boolean
  readonly configs: readonly string[]
  readonly hasRules: boolean
  rules: IgnoreRules | null
  withOutput: boolean
  files: readonly string[]
  links: readonly string[]
  folders: readonly string[]
}

/**
 * The source files below a folder, without dependencies, build output, declarations, names that begin
 * with a dot and what git ignores; those of tests apart. Links to files are followed, links to folders are
 * not, as git does it.
 */
export class SourceTree {
  readonly #root: string
  readonly #gitIgnore = new GitIgnore()
  #known = new Map<string, Folder>()

  /** @param root Absolute path. */
  constructor(root: string) {
    this.#root = realPathOf(root) ?? root
  }

  /** Looks again; only the folders that changed are read. */
  list(): Listing {
    const [listing, folders] = this.#walk(false)
    if (!runsOutput(this.#root, [...listing.files, ...listing.tests])) {
      this.#known = folders
      return listing
    }
    const [whole, allFolders] = this.#walk(true)
    this.#known = allFolders
    return whole
  }

  /** Whether a file, which need not be there, is one of tests by where it stands. @param file Absolute path. */
  isTest(file: string): boolean {
    const path = pathUnder(this.#root, file)
    // The root is a real path, and whoever asks may have come by a link.
    return isTestPath(isAbsolute(path) ? pathUnder(this.#root, realPathOf(file) ?? file) : path)
  }

  #walk(withOutput: boolean): readonly [Listing, Map<string, Folder>] {
    const known = this.#known
    const seen = new Map<string, Folder>()
    const files = new Set<string>()
    const links: string[] = []
    const linked = new Map<string, string>()
    const packages: string[] = []
    const configs: string[] = []
    const problems: IndexProblem[] = []
    const visit = (path: string, above: IgnoreRules | null): void => {
      const folder = this.#look(path, known.get(path), above, withOutput, problems)
      if (folder === null) return
      seen.set(path, folder)
      if (folder.hasPackage) packages.push(path)
      configs.push(...folder.configs)
      for (const file of folder.files) files.add(file)
      links.push(...folder.links)
      for (const inner of folder.folders) visit(inner, folder.rules)
    }
    visit(this.#root, this.#gitIgnore.rulesAbove(this.#root))
    for (const link of links) {
      const file = realPathOf(link)
      if (file === null) problems.push({ file: link, message: 'The link leads nowhere.' })
      else if (isSourceName(file) && statsOf(file)?.isFile()) linked.set(link, file)
    }
    for (const file of linked.values()) files.add(file)
    const tests = new Set([...files].filter((file) => this.isTest(file)))
    const listing = {
      files: [...files].filter((file) => !tests.has(file)).sort(),
      tests: [...tests].sort(),
      links: linked,
      packages: packages.sort(),
      configs: configs.sort(),
      problems,
    }
    return [listing, seen]
  }

  #look(
    path: string,
    known: Folder | undefined,
    above: IgnoreRules | null,
    withOutput: boolean,
    problems: IndexProblem[],
  ): Folder | null {
    try {
      const folder = readFolder(path, known)
      const rules = folder.hasRules ? this.#gitIgnore.rulesIn(path, above) : above
      if (folder.rules !== rules || folder.withOutput !== withOutput || folder !== known) {
        sift(path, folder, rules, withOutput)
      }
      return folder
    } catch (error) {
      problems.push({ file: path, message: `Cannot be read: ${messageOf(error)}` })
      return null
    }
  }
}

function readFolder(path: string, known: Folder | undefined): Folder {
  const stats = statsOf(path)
  const stamp = stats === null ? null : new Stamp(stats)
  if (known !== undefined && stamp !== null && known.stamp.equals(stamp)) return known
  const entries = readdirSync(path, { withFileTypes: true })
  if (stamp === null) throw new Error('not found')
  const names = new Set(entries.map(({ name }) => name))
  return {
    stamp,
    entries: entries.filter((entry) => !entry.name.startsWith('.')),
    hasPackage: names.has('package.json'),
    configs: configNames.filter((name) => names.has(name)).map((name) => join(path, name)),
    hasRules: names.has('.gitignore') || names.has('.git'),
    rules: null,
    withOutput: false,
    files: [],
    links: [],
    folders: [],
  }
}

const configNames = ['tsconfig.json', 'jsconfig.json']

/** Sorts a folder's entries into those that count. */
function sift(path: string, folder: Folder, rules: IgnoreRules | null, withOutput: boolean): void {
  const files: string[] = []
  const links: string[] = []
  const folders: string[] = []
  for (const entry of folder.entries) {
    const { name } = entry
    const isFolder = entry.isDirectory()
    if (isFolder) {
      if (dependencyFolders.has(name) || (!withOutput && outputFolders.has(name))) continue
    } else if (!isSourceName(name)) continue
    const inner = join(path, name)
    if (rules !== null && isIgnored(inner, isFolder, rules)) continue
    if (isFolder) folders.push(inner)
    else if (entry.isFile()) files.push(inner)
    else if (entry.isSymbolicLink()) links.push(inner)
  }
  Object.assign(folder, { rules, withOutput, files, links, folders })
}

/** The path without links in it, or null when it leads nowhere. */
export function realPathOf(path: string): string | null {
  try {
    return realpathSync(path)
  } catch {
    return null
  }
}
