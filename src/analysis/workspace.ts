import { existsSync } from 'node:fs'
import { aloneIn, type AskedFile } from './asked-file.js'
import type { Declarations } from './declared/declarations.js'
import type { ParsedSource } from './extract/extract-facts.js'
import { hashOfText } from './index-files/source-text.js'
import { findProjectRoot } from './source-files.js'
import { analysisThreadOf } from './thread/analysis-thread.js'
import { WorkspaceFiles } from './workspace-files.js'

export interface WorkspaceSettings {
  /** Absolute path of the project's root; by default the package or workspace around `cwd`. */
  readonly root?: string
  /** `file` looks at each file alone. */
  readonly scope?: 'project' | 'file'
  /** What is known beyond the catalogue. */
  readonly declarations?: Declarations
}

// A process may live as long as an editor does, and files change under it.
const rootsHoldMs = 1000

const roots = new Map<string, { readonly root: string; readonly foundAt: number }>()

/** The project's root, looked for no more often than the disk is looked at. */
function rootAround(cwd: string): string {
  const known = roots.get(cwd)
  const now = performance.now()
  if (known !== undefined && now - known.foundAt < rootsHoldMs) return known.root
  const root = findProjectRoot(cwd)
  roots.set(cwd, { root, foundAt: now })
  return root
}

/** The projects that this process has opened, by root. */
const workspaces = new Map<string, WorkspaceFiles>()

/**
 * The file of a project that a source is, with the source's own text in it, saved or not. A file that no
 * project has, because it was never saved or git ignores it, is a project of its own.
 * @param cwd Absolute path of the folder that the tool runs in.
 * @throws NestingError for code that is nested too deeply, also when the file is asked about.
 */
export function fileOfSource(source: ParsedSource, cwd: string, settings: WorkspaceSettings): AskedFile {
  const { declarations = [] } = settings
  const alone = (): AskedFile => {
    const found = aloneIn(settings.root ?? cwd, source, declarations)
    return { answer: (_, find) => find(found) }
  }
  if (settings.scope === 'file') return alone()
  const root = settings.root ?? rootAround(cwd)
  const hash = hashOfText(source.text)
  const here = (): AskedFile => {
    const found = existsSync(source.file) ? workspaceOf(root).locate(source, hash, declarations) : null
    return found ?? alone()
  }
  return analysisThreadOf(root)?.fileOf(source, hash, declarations, { here, alone }) ?? here()
}

function workspaceOf(root: string): WorkspaceFiles {
  const known = workspaces.get(root)
  if (known !== undefined) return known
  const workspace = new WorkspaceFiles(root)
  workspaces.set(root, workspace)
  return workspace
}
