import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { type FileInProject, projectOfSource, type WorkspaceSettings } from '../analysis/workspace.js'

type SourceCode = Readonly<TSESLint.SourceCode>

const projects = new WeakMap<TSESTree.Program, FileInProject>()

/**
 * The project of the file that ESLint is linting, looked up once for all rules of a run.
 * @param file Absolute path.
 * @param cwd Absolute path of the folder that ESLint runs in.
 */
export function projectOfSourceCode(
  sourceCode: SourceCode,
  file: string,
  cwd: string,
  settings: WorkspaceSettings,
): FileInProject {
  const known = projects.get(sourceCode.ast)
  if (known !== undefined) return known
  const { ast, text, scopeManager, visitorKeys } = sourceCode
  if (scopeManager === null) throw new Error(`The parser gives no scopes for ${file}.`)
  const source = { file, text, ast, scopeManager, visitorKeys }
  const found = projectOfSource(source, cwd, settings)
  projects.set(ast, found)
  return found
}
