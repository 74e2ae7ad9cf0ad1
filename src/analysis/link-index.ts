import type { Declarations } from './declared/declarations.js'
import type { FileFacts } from './facts.js'
import { linkProject, type Project } from './project.js'
import type { ProjectIndex } from './project-index.js'

export interface LinkOptions {
  /** Absolute path of the folder below which a path tells what a file is; the index's root by default. */
  readonly pathsFrom?: string
  /** What is known beyond the catalogue. */
  readonly declarations?: Declarations
}

/**
 * Links the files of an index.
 * @param files Its facts, with those of a file in the place of others where its text is not the one on disk.
 */
export function linkIndex(
  index: ProjectIndex,
  files: readonly FileFacts[] = index.files,
  { pathsFrom = index.root, declarations = [] }: LinkOptions = {},
): Project {
  const resolveImport = (specifier: string, file: number): number | null => {
    const from = files[file]
    const target = from ? index.resolve(specifier, from.file) : null
    return target === null ? null : (index.indexOf(target) ?? null)
  }
  const packageOf = (file: string) => index.packageAround(file)
  return linkProject(files, pathsFrom, resolveImport, declarations, packageOf)
}
