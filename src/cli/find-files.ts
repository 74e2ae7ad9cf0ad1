import { existsSync } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { convertPathToPattern, globby, isGitIgnored } from 'globby'
import { dependencyFolders, outputFolders } from '../analysis/index-files/passed-over.js'

export interface FoundFile {
  /** Absolute path. */
  readonly path: string
  /** The working directory, or for a file outside of it the folder that was given. */
  readonly root: string
  /** The user named this very file, so it is checked whatever it looks like. */
  readonly isExplicit: boolean
}

/** The paths the user gave that do not exist. */
export class MissingPathsError extends Error {
  readonly paths: readonly string[]

  constructor(paths: readonly string[]) {
    super(paths.map((path) => `No such file or folder: ${path}`).join('\n'))
    this.paths = paths
  }
}

const EXTENSIONS = '{js,mjs,cjs,jsx,ts,mts,cts,tsx}'

/** What nobody edits by hand, wherever it lies below the folder that was given. */
const PASSED_OVER = [
  `**/{${[...dependencyFolders, ...outputFolders].join()}}/**`,
  '**/*.d.{ts,mts,cts}',
  '**/*.d.*.ts',
  '**/*.min.{js,mjs,cjs}',
]

/**
 * The source files at and below `paths`, sorted, each once.
 *
 * Below a folder it passes over what git ignores, dependencies, build output, declaration files and
 * names that begin with a dot. Links to files are followed, links to folders are not (git does not
 * either), so that a loop of links ends. A file that is named itself is always among them.
 *
 * @throws MissingPathsError when one of `paths` does not exist.
 */
export const findFiles = async (paths: readonly string[], cwd: string): Promise<FoundFile[]> => {
  const targets = await Promise.all(
    paths.map(async (given) => {
      const path = resolve(cwd, given)
      return { given, path, type: await typeOf(path) }
    }),
  )
  const missing = targets.filter(({ type }) => type === 'missing')
  if (missing.length > 0) throw new MissingPathsError(missing.map(({ given }) => given))

  const found = new Map<string, FoundFile>()
  for (const { path, type } of targets) {
    const root = isInside(path, cwd) ? cwd : dirname(path)
    if (type === 'file') found.set(path, { path, root, isExplicit: true })
  }
  for (const { path: folder, type } of targets) {
    if (type !== 'folder') continue
    const root = isInside(folder, cwd) ? cwd : folder
    for (const path of await findBelow(folder, root)) {
      if (!found.has(path)) found.set(path, { path, root, isExplicit: false })
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}

const typeOf = async (path: string): Promise<'file' | 'folder' | 'missing'> => {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file'
  } catch {
    return 'missing'
  }
}

const findBelow = async (folder: string, root: string): Promise<string[]> => {
  // Searching from the working directory makes its .gitignore count outside of git, too.
  const prefix = root === folder ? '' : `${convertPathToPattern(relative(root, folder))}/`
  const entries = await globby(`${prefix}**/*.${EXTENSIONS}`, {
    cwd: root,
    absolute: true,
    ignore: PASSED_OVER.map((pattern) => prefix + pattern),
    gitignore: !(await isIgnoredItself(folder)),
    followSymbolicLinks: false,
    onlyFiles: false,
    objectMode: true,
    suppressErrors: true,
  })
  const files = entries.filter(({ dirent }) => dirent.isFile()).map(({ path }) => resolve(path))
  const links = entries
    .filter(({ dirent }) => dirent.isSymbolicLink())
    .map(({ path }) => resolve(path))
  return [...files, ...(await linksToOtherFiles(links, new Set(files)))]
}

/** Without links to folders and to files that are among `files`; broken ones stay, to be told. */
const linksToOtherFiles = async (
  links: readonly string[],
  files: ReadonlySet<string>,
): Promise<string[]> => {
  const kept = await Promise.all(
    links.map(async (link) => {
      try {
        if ((await stat(link)).isDirectory()) return []
        return files.has(await realpath(link)) ? [] : [link]
      } catch {
        return [link]
      }
    }),
  )
  return kept.flat()
}

/** Whoever names an ignored folder (`check dist`, `check node_modules/some-server`) means it. */
const isIgnoredItself = async (folder: string): Promise<boolean> => {
  for (let above = dirname(folder); ; above = dirname(above)) {
    const isIgnored = await isGitIgnored({ cwd: above, deep: 0, suppressErrors: true })
    if (isIgnored(folder + sep)) return true
    if (existsSync(join(above, '.git')) || above === dirname(above)) return false
  }
}

const isInside = (path: string, folder: string): boolean => {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
