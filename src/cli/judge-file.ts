import type { Declarations } from '../analysis/declared/declarations.js'
import { messageOf as messageOfError } from '../analysis/index-files/problem.js'
import { readSourceText } from '../analysis/index-files/source-text.js'
import { commentsOf } from '../analysis/parse.js'
import type { Project } from '../analysis/project.js'
import { type FindingRule, headlineOf, messageOf } from '../findings/finding-rule.js'
import type { Finding } from '../findings/types.js'
import type { CheckError, CheckFinding, FileResult } from './check-result.js'
import {
  type CommentProblem,
  directiveAt,
  type InlineComments,
  PREFIX,
  readInlineComments,
} from './inline-comments.js'

/** A rule with the options that it has unless a comment gives it others. */
export interface RuleSetup {
  readonly rule: FindingRule
  readonly options: object
}

/** A project, and the same one with what is declared beyond the catalogue. */
export interface JudgedProject {
  readonly project: Project
  readonly projectWith: (declarations: Declarations) => Project
}

/** What the rules find in a file of a project, less what comments in it silence. */
export const judgeFile = (
  file: number,
  judged: JudgedProject,
  setups: readonly RuleSetup[],
): FileResult => {
  const { project } = judged
  const { file: path = '', namesRule = false } = project.program.files[file] ?? {}
  const concerned = setups.filter(({ rule }) => namesRule || rule.mayFind(file, project))
  if (concerned.length === 0) return { path, findings: [], errors: [] }
  try {
    const comments = inlineCommentsOf(path)
    const findings = concerned.flatMap((setup) => findWith(setup, file, judged, comments))
    return { path, findings: findings.sort(byPlace), errors: comments.problems.map(toError) }
  } catch (error) {
    const message = `Internal error: ${messageOfError(error)}`
    return { path, findings: [], errors: [{ type: 'internal', message, line: null, column: null }] }
  }
}

const noComments: InlineComments = { directives: [], rules: new Map(), problems: [] }

/** What the comments of a file say; nothing when it is gone. */
export const inlineCommentsOf = (path: string): InlineComments => {
  let text: string
  try {
    text = readSourceText(path).text
  } catch {
    return noComments
  }
  return text.includes('eslint') ? readInlineComments(commentsOf(path, text)) : noComments
}

const findWith = (
  { rule, options }: RuleSetup,
  file: number,
  { project, projectWith }: JudgedProject,
  { directives, rules }: InlineComments,
): readonly CheckFinding[] => {
  const name = PREFIX + rule.name
  const inline = rules.get(name)
  if (inline?.isOff) return []
  const own = inline?.options ? { ...rule.defaults, ...inline.options } : options
  const declarations = inline?.options ? (rule.declares?.(own) ?? []) : []
  return rule
    .find(file, declarations.length === 0 ? project : projectWith(declarations), own)
    .filter(({ location }) => directiveAt(name, location.start, directives) === null)
    .map((finding) => toCheckFinding(finding, rule))
}

const toCheckFinding = (finding: Finding, rule: FindingRule): CheckFinding => {
  const { location, confidence, cost, data, chain, entryPoints } = finding
  return {
    rule: PREFIX + rule.name,
    message: messageOf(rule, finding),
    headline: headlineOf(rule, finding),
    line: location.start.line,
    column: location.start.column,
    endLine: location.end.line,
    endColumn: location.end.column,
    confidence,
    api: chain.length > 0 ? (data['api'] ?? null) : null,
    cost,
    chain: chain.map(({ type, name, file, position }) => ({ type, name, file, ...position })),
    entryPoints: entryPoints.map(({ name, file, position }) => ({ name, file, ...position })),
  }
}

const byPlace = (a: CheckFinding, b: CheckFinding): number =>
  a.line - b.line || a.column - b.column

const toError = ({ message, line, column }: CommentProblem): CheckError => ({
  type: 'configuration',
  message,
  line,
  column,
})
