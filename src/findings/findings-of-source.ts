import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { type FileInProject, projectOfSource, type WorkspaceSettings } from '../analysis/workspace.js'

type SourceCode = Readonly<TSESLint.SourceCode>

const projects = new WeakMap<TSESTree.Program, Map<string, FileInProject | null>>()

/**
 * The project of the file that ESLint is linting, looked up once for all rules of a run.
 * Null for code that is nested too deeply.
 * @param file Absolute path.
 * @param cwd Absolute path of the folder that ESLint runs in.
 */
export function projectOfSourceCode(
  sourceCode: SourceCode,
  file: string,
  cwd: string,
  settings: WorkspaceSettings,
): FileInProject | null {
  const byDeclarations = projects.get(sourceCode.ast) ?? new Map<string, FileInProject | null>()
  projects.set(sourceCode.ast, byDeclarations)
  // Rules of one run share their settings; what a rule's own options declare may differ.
  const key = JSON.stringify(settings.declarations ?? [])
  const known = byDeclarations.get(key)
  if (known !== undefined) return known
  const { ast, text, scopeManager, visitorKeys } = sourceCode
  if (scopeManager === null) throw new Error(`The parser gives no scopes for ${file}.`)
  const source = { file, text, ast, scopeManager, visitorKeys }
  const found = projectOfSource(source, cwd, settings)
  byDeclarations.set(key, found)
  return found
}
