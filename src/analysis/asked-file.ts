import type { Declarations } from './declared/declarations.js'
import { emptyFacts } from './empty-facts.js'
import type { ParsedSource } from './extract/extract-facts.js'
import { linkProject, projectOfFile, type Project } from './project.js'

/** A file as part of a linked project. */
export interface FileInProject {
  readonly project: Project
  /** The file's index in the project. */
  readonly file: number
}

/** A file that can be asked about. */
export interface AskedFile {
  /**
   * What `find` finds in the file, or what it found in an earlier run if nothing of the project has changed
   * since. It has to be plain JSON, and to depend on nothing but the project and the question.
   * @param question What tells one `find` from another.
   */
  answer<Answer>(question: string, find: (file: FileInProject) => Answer): Answer
}

/** A file in which nothing is found. */
export const nowhere: FileInProject = { project: linkProject([emptyFacts('')], '', () => null), file: 0 }

/** A file that belongs to no project, as a project of its own. @param root Absolute path that its path is judged from. */
export function aloneIn(root: string, source: ParsedSource, declarations: Declarations): FileInProject {
  return { project: projectOfFile(source, root, declarations), file: 0 }
}
