import { realpathSync, statSync } from 'node:fs'
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'

/** A file or folder that the user named. */
export interface Target {
  /** Absolute real path. */
  readonly path: string
  readonly type: 'file' | 'folder'
}

/** The paths the user gave that do not exist. */
export class MissingPathsError extends Error {
  readonly paths: readonly string[]

  constructor(paths: readonly string[]) {
    super(paths.map((path) => `No such file or folder: ${path}`).join('\n'))
    this.paths = paths
  }
}

/**
 * What the given paths mean, each once.
 * @throws MissingPathsError when one of them does not exist.
 */
export const findTargets = (paths: readonly string[], cwd: string): readonly Target[] => {
  const missing: string[] = []
  const targets = new Map<string, Target>()
  for (const given of paths) {
    const target = targetAt(resolve(cwd, given))
    if (target === null) missing.push(given)
    else targets.set(target.path, target)
  }
  if (missing.length > 0) throw new MissingPathsError(missing)
  return [...targets.values()]
}

const targetAt = (path: string): Target | null => {
  try {
    const stats = statSync(path)
    // Reading from a pipe or a device may never end.
    if (!stats.isFile() && !stats.isDirectory()) return null
    return { path: realpathSync(path), type: stats.isFile() ? 'file' : 'folder' }
  } catch {
    return null
  }
}

/** The folder itself, or the one that holds the file. */
export const folderOf = ({ path, type }: Target): string => (type === 'file' ? dirname(path) : path)

/** Whether a path is a folder, or below it. */
export const isInside = (path: string, folder: string): boolean => {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
