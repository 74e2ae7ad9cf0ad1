import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { AskedFile } from '../analysis/asked-file.js'
import { NestingError } from '../analysis/nesting-error.js'
import { fileOfSource, type WorkspaceSettings } from '../analysis/workspace.js'
import type { FindingRule } from './finding-rule.js'
import { questionOf } from './rule-questions.js'
import type { Finding } from './types.js'

type SourceCode = Readonly<TSESLint.SourceCode>

const asked = new WeakMap<TSESTree.Program, Map<string, AskedFile>>()

/**
 * What a rule finds in the file that ESLint is linting; nothing in code that is nested too deeply.
 * @param options All of the rule's options.
 * @param file Absolute path.
 * @param cwd Absolute path of the folder that ESLint runs in.
 */
export function findingsOfSource<MessageId extends string, Options extends object>(
  rule: FindingRule<MessageId, Options>,
  options: Options,
  sourceCode: SourceCode,
  file: string,
  cwd: string,
  settings: WorkspaceSettings,
): readonly Finding<MessageId>[] {
  try {
    const found = askedFile(sourceCode, file, cwd, settings)
    return found.answer(questionOf(rule, options), ({ file: index, project }) => rule.find(index, project, options))
  } catch (error) {
    if (error instanceof NestingError) return []
    throw error
  }
}

/** Looked up once for all rules of a run. */
function askedFile(
  sourceCode: SourceCode,
  file: string,
  cwd: string,
  settings: WorkspaceSettings,
): AskedFile {
  const byDeclarations = asked.get(sourceCode.ast) ?? new Map<string, AskedFile>()
  asked.set(sourceCode.ast, byDeclarations)
  // Rules of one run share their settings; what a rule's own options declare may differ.
  const key = JSON.stringify(settings.declarations ?? [])
  const known = byDeclarations.get(key)
  if (known !== undefined) return known
  const { ast, text, visitorKeys } = sourceCode
  const found = fileOfSource({ file, text, ast, visitorKeys }, cwd, settings)
  byDeclarations.set(key, found)
  return found
}
