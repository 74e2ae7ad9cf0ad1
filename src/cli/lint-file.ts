import { Linter } from 'eslint'
import { findingsOfSourceCode } from '../findings/findings-of-source.js'
import type { Finding } from '../findings/types.js'
import plugin from '../index.js'
import type { CheckError, CheckFinding, FileResult } from './check-result.js'
import { parser } from './typescript-parser.js'

const PREFIX = 'event-loop/'

/** `root` is the folder that the file belongs to: its place there says if it is a test or a script. */
export type LintFile = (path: string, text: string, root: string) => FileResult

/** Lints one text after another by a configuration of ours alone; comments in the text count. */
export const createLintFile = (preset: 'recommended' | 'strict'): LintFile => {
  const config = createConfig(preset)
  const linters = new Map<string, Linter>()
  const linterIn = (root: string): Linter => {
    const linter = linters.get(root) ?? new Linter({ configType: 'flat', cwd: root })
    linters.set(root, linter)
    return linter
  }

  return (path, text, root) => {
    const linter = linterIn(root)
    let messages: Linter.LintMessage[]
    try {
      messages = linter.verify(text, config, { filename: path })
    } catch (error) {
      return { path, findings: [], errors: [internalError(error)] }
    }
    const ours = messages.filter((message) => isOurs(message))
    if (ours.length === 0) return { path, findings: [], errors: [] }
    if (ours.some(({ fatal }) => fatal)) {
      return { path, findings: [], errors: ours.map((message) => toError(message, 'parse')) }
    }
    const sourceFindings = findingsOfSourceCode(sourceCodeOf(linter))
    return {
      path,
      findings: ours
        .filter(({ messageId }) => messageId !== undefined)
        .map((message) => toFinding(message, sourceFindings)),
      errors: ours
        .filter(({ messageId }) => messageId === undefined)
        .map((message) => toError(message, 'configuration')),
    }
  }
}

const createConfig = (preset: 'recommended' | 'strict'): Linter.Config[] => [
  // Somebody who checks an installed server names a path inside of node_modules.
  { ignores: ['!**/node_modules/', '!**/.git/'] },
  {
    // Every name, also one without an extension: which files to check was decided before.
    files: ['**/?*'],
    // Whether there is JSX in it, the parser knows by the extension.
    languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
  },
  ...[plugin.configs[`flat/${preset}`]].flat(),
]

// ESLint's types and those of typescript-eslint describe the same object.
const sourceCodeOf = (linter: Linter): Parameters<typeof findingsOfSourceCode>[0] =>
  linter.getSourceCode() as unknown as Parameters<typeof findingsOfSourceCode>[0]

/** A comment can turn on rules of ESLint and name rules of plugins that are not here. */
const isOurs = ({ ruleId, fatal }: Linter.LintMessage): boolean =>
  fatal === true || ruleId?.startsWith(PREFIX) === true

const toFinding = (
  { ruleId, message, line, column, endLine, endColumn }: Linter.LintMessage,
  findings: readonly Finding[],
): CheckFinding => {
  const finding = findings.find(
    ({ rule, location }) =>
      PREFIX + rule === ruleId && location.start.line === line && location.start.column === column,
  )
  return {
    rule: ruleId ?? '',
    message,
    headline: finding?.data['chain'] ? message.replace(`: ${finding.data['chain']}`, '') : message,
    line,
    column,
    endLine: endLine ?? line,
    endColumn: endColumn ?? column,
    confidence: finding?.confidence ?? 'certain',
    chain: (finding?.chain ?? []).map(({ type, name, file, position }) => ({
      type,
      name,
      file,
      ...position,
    })),
  }
}

const toError = (
  { message, line, column }: Linter.LintMessage,
  type: CheckError['type'],
): CheckError => ({ type, message: oneLine(message), line, column })

const internalError = (error: unknown): CheckError => {
  const rule = error instanceof Error && 'ruleId' in error ? ` in ${String(error.ruleId)}` : ''
  const message = error instanceof Error ? error.message : String(error)
  return {
    type: 'internal',
    message: `Internal error${rule}: ${message.split('\n')[0] ?? ''}`,
    line: null,
    column: null,
  }
}

const oneLine = (text: string): string => text.trim().replaceAll(/\s*\n\s*/g, ' ')
