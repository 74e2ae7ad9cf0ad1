import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { extractFacts, type ParsedSource } from './extract/extract-facts.js'
import type { Declarations } from './declared/declarations.js'
import { linkIndex } from './link-index.js'
import { type Project, projectOfFile } from './project.js'
import { ProjectIndex } from './project-index.js'
import { findProjectRoot } from './source-files.js'

/** A file as part of a linked project. */
export interface FileInProject {
  readonly project: Project
  /** The file's index in the project. */
  readonly file: number
}

export interface WorkspaceSettings {
  /** Absolute path of the project's root; by default the package or workspace around `cwd`. */
  readonly root?: string
  /** `file` looks at each file alone. */
  readonly scope?: 'project' | 'file'
  /** What is known beyond the catalogue. */
  readonly declarations?: Declarations
}

// A process may live as long as an editor does, and files change under it.
const shortestRefreshMs = 1000
// Looking at the disk may take this share of the time between two looks.
const refreshShare = 0.05

/** The projects that this process has linked, by root. */
const workspaces = new Map<string, Workspace>()

/**
 * The project that a source belongs to, with the source's own text in it, saved or not. A file that no
 * project has, because it was never saved or git ignores it, is a project of its own.
 * @param cwd Absolute path of the folder that the tool runs in.
 */
export function projectOfSource(
  source: ParsedSource,
  cwd: string,
  settings: WorkspaceSettings,
): FileInProject {
  if (settings.scope !== 'file' && existsSync(source.file)) {
    const root = settings.root ?? findProjectRoot(cwd)
    const workspace = workspaces.get(root) ?? new Workspace(root)
    workspaces.set(root, workspace)
    const found = workspace.locate(source, settings.declarations ?? [])
    if (found !== null) return found
  }
  return { project: projectOfFile(source, settings.root ?? cwd, settings.declarations), file: 0 }
}

/** A project on disk, linked anew when it has changed. */
class Workspace {
  readonly #index: ProjectIndex
  /** By what was declared: configurations of one run may differ in it. */
  readonly #linked = new Map<string, { readonly version: number; readonly project: Project }>()
  /** The last text that differed from the file on disk, as it is while somebody types. */
  #edited: { readonly key: string; readonly project: Project } | null = null
  #refreshAfter = 0

  constructor(root: string) {
    this.#index = new ProjectIndex(root)
  }

  locate(source: ParsedSource, declarations: Declarations): FileInProject | null {
    this.#refreshWhenDue()
    const file = this.#index.indexOf(source.file)
    if (file === undefined) return null
    const hash = createHash('sha1').update(source.text).digest('hex')
    if (this.#index.hashOf(source.file) === hash) return { project: this.#project(declarations), file }
    const key = `${this.#index.version} ${file} ${hash} ${JSON.stringify(declarations)}`
    if (this.#edited?.key !== key) {
      const files = [...this.#index.files]
      files[file] = extractFacts({ ...source, file: files[file]?.file ?? source.file })
      this.#edited = { key, project: linkIndex(this.#index, files, { declarations }) }
    }
    return { project: this.#edited.project, file }
  }

  #refreshWhenDue(): void {
    const began = performance.now()
    if (began < this.#refreshAfter) return
    this.#index.refresh()
    const ended = performance.now()
    this.#refreshAfter = ended + Math.max(shortestRefreshMs, (ended - began) / refreshShare)
  }

  #project(declarations: Declarations): Project {
    const { version, files } = this.#index
    const key = JSON.stringify(declarations)
    const known = this.#linked.get(key)
    if (known?.version === version) return known.project
    // What was linked of an older version is of no use to anybody.
    for (const [other, { version: linkedAt }] of this.#linked) {
      if (linkedAt !== version) this.#linked.delete(other)
    }
    const project = linkIndex(this.#index, files, { declarations })
    this.#linked.set(key, { version, project })
    return project
  }
}
