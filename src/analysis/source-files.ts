import { SourceTree } from './index-files/source-tree.js'
import { statsOf } from './index-files/stamp.js'
import { MAX_SOURCE_BYTES } from './skip-reason.js'

export { findProjectRoot } from './index-files/find-project-root.js'

/**
 * The source files of a folder: absolute real paths, sorted, each once.
 *
 * Not among them: dependencies, build output, declaration files, names that begin with a dot, what git
 * ignores and what is larger than anybody writes. What only a text can tell, such as that it is minified,
 * is left to whoever reads it. Of a package that holds nothing but build output, that is what it lists.
 *
 * @param root Absolute path.
 */
export function listSourceFiles(root: string): readonly string[] {
  const { files } = new SourceTree(root).list()
  return files.filter((file) => (statsOf(file)?.size ?? 0) <= MAX_SOURCE_BYTES)
}
