import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { extractFacts, type ParsedSource } from './extract/extract-facts.js'
import type { Declarations } from './declared/declarations.js'
import { emptyFacts } from './empty-facts.js'
import type { FileFacts } from './facts.js'
import { LinkedIndex } from './link-index.js'
import { linkProject, type Project, projectOfFile } from './project.js'
import { ProjectIndex } from './project-index.js'
import { NestingError } from './nesting-error.js'
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

const roots = new Map<string, { readonly root: string; readonly foundAt: number }>()

/** The project's root, looked for no more often than the disk is looked at. */
function rootAround(cwd: string): string {
  const known = roots.get(cwd)
  const now = performance.now()
  if (known !== undefined && now - known.foundAt < shortestRefreshMs) return known.root
  const root = findProjectRoot(cwd)
  roots.set(cwd, { root, foundAt: now })
  return root
}

/** The projects that this process has linked, by root. */
const workspaces = new Map<string, Workspace>()

/**
 * The project that a source belongs to, with the source's own text in it, saved or not. A file that no
 * project has, because it was never saved or git ignores it, is a project of its own. Null for code that is
 * nested too deeply.
 * @param cwd Absolute path of the folder that the tool runs in.
 */
export function projectOfSource(
  source: ParsedSource,
  cwd: string,
  settings: WorkspaceSettings,
): FileInProject | null {
  try {
    return locate(source, cwd, settings)
  } catch (error) {
    if (error instanceof NestingError) return null
    throw error
  }
}

function locate(source: ParsedSource, cwd: string, settings: WorkspaceSettings): FileInProject {
  if (settings.scope !== 'file' && existsSync(source.file)) {
    const root = settings.root ?? rootAround(cwd)
    const workspace = workspaces.get(root) ?? new Workspace(root)
    workspaces.set(root, workspace)
    const found = workspace.locate(source, settings.declarations ?? [])
    if (found !== null) return found
  }
  return { project: projectOfFile(source, settings.root ?? cwd, settings.declarations), file: 0 }
}

const emptyProject = linkProject([emptyFacts('')], '', () => null)

/** A project on disk, linked anew when it has changed. */
class Workspace {
  readonly #index: ProjectIndex
  /** By what was declared: configurations of one run may differ in it. */
  readonly #linked = new Map<string, LinkedIndex>()
  /** The facts of the last text that differed from the file on disk, as it is while somebody types. */
  #edited: { readonly hash: string; readonly facts: FileFacts } | null = null
  #refreshAfter = 0

  constructor(root: string) {
    this.#index = new ProjectIndex(root)
  }

  locate(source: ParsedSource, declarations: Declarations): FileInProject | null {
    this.#refreshWhenDue()
    const file = this.#index.indexOf(source.file)
    const verdict = file === undefined ? this.#index.verdictOf(source.file) : undefined
    // Nobody maintains a bundle, and its facts would take longer than those of all others.
    if (verdict !== undefined && 'skipped' in verdict) return { project: emptyProject, file: 0 }
    if (file === undefined) return null
    const hash = createHash('sha1').update(source.text).digest('hex')
    const linked = this.#linkedWith(declarations)
    if (this.#index.hashOf(source.file) === hash) return { project: linked.projectOnDisk(file), file }
    const path = this.#index.files[file]?.file ?? source.file
    if (this.#edited?.facts.file !== path || this.#edited.hash !== hash) {
      this.#edited = { hash, facts: extractFacts({ ...source, file: path }) }
    }
    return { project: linked.projectWith(this.#edited.facts, file), file }
  }

  #refreshWhenDue(): void {
    const began = performance.now()
    if (began < this.#refreshAfter) return
    this.#index.refresh()
    const ended = performance.now()
    this.#refreshAfter = ended + Math.max(shortestRefreshMs, (ended - began) / refreshShare)
  }

  #linkedWith(declarations: Declarations): LinkedIndex {
    const key = JSON.stringify(declarations)
    const known = this.#linked.get(key)
    if (known !== undefined) return known
    const linked = new LinkedIndex(this.#index, declarations)
    this.#linked.set(key, linked)
    return linked
  }
}
