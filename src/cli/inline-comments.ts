import { createRequire } from 'node:module'
import { ConfigCommentParser } from '@eslint/plugin-kit'
import type { SourceComment } from '../analysis/parse.js'
import type { FindingRule } from '../findings/finding-rule.js'
import { findingRules } from '../findings/finding-rules.js'
import type { Position } from '../findings/types.js'

export const PREFIX = 'event-loop/'

/** A comment that silences rules, or ends that. */
export interface Directive {
  readonly type: 'disable' | 'enable' | 'disable-line'
  /** The rule's name in ESLint; null for all rules. */
  readonly rule: string | null
  /** From where it counts; of `disable-line`, the line for which it counts. */
  readonly at: Position
  /** Where the comment stands. */
  readonly comment: Position
}

/** What `/* eslint event-loop/…: … *\/` says about one of our rules. */
export interface InlineRule {
  readonly isOff: boolean
  /** Null where the comment gives a severity alone. */
  readonly options: object | null
}

export interface CommentProblem extends Position {
  readonly message: string
}

/** What the comments of a file tell ESLint about our rules. */
export interface InlineComments {
  readonly directives: readonly Directive[]
  /** By the rule's name in ESLint. */
  readonly rules: ReadonlyMap<string, InlineRule>
  readonly problems: readonly CommentProblem[]
}

const parser = new ConfigCommentParser()

/** Reads comments as ESLint does: https://eslint.org/docs/latest/use/configure/rules */
export const readInlineComments = (comments: readonly SourceComment[]): InlineComments => {
  const directives: Directive[] = []
  const rules = new Map<string, InlineRule>()
  const problems: CommentProblem[] = []
  for (const { type, text, range } of comments) {
    const parsed = parser.parseDirective(text)
    if (parsed === undefined) continue
    const { label, value } = parsed
    if (type === 'Line' && !isLineLabel(label)) continue
    if (label === 'eslint') readRules(value, range, rules, problems)
    else directives.push(...readDirectives(label, value, range))
  }
  return { directives, rules, problems }
}

const isLineLabel = (label: string): boolean => /^eslint-disable-(?:next-)?line$/.test(label)

const readDirectives = (
  label: string,
  list: string,
  [line, column, endLine]: SourceComment['range'],
): readonly Directive[] => {
  const listed = Object.keys(parser.parseListConfig(list))
  const names = listed.length > 0 ? listed : [null]
  const comment = { line, column }
  const directive = (type: Directive['type'], at: Position): readonly Directive[] =>
    names.map((rule) => ({ type, rule, at, comment }))
  switch (label) {
    case 'eslint-disable':
      return directive('disable', comment)
    case 'eslint-enable':
      return directive('enable', comment)
    case 'eslint-disable-line':
      // ESLint takes none that goes over several lines.
      return line === endLine ? directive('disable-line', comment) : []
    case 'eslint-disable-next-line':
      return directive('disable-line', { line: endLine + 1, column: 1 })
    default:
      return []
  }
}

/** The directive that silences a rule at a place, or null. */
export const directiveAt = (
  rule: string,
  { line, column }: Position,
  directives: readonly Directive[],
): Directive | null => {
  let silencing: Directive | null = null
  for (const directive of directives) {
    if (directive.rule !== null && directive.rule !== rule) continue
    const { type, at } = directive
    if (type === 'disable-line') {
      if (at.line === line) return directive
    } else if (at.line < line || (at.line === line && at.column <= column)) {
      silencing = type === 'disable' ? directive : null
    }
  }
  return silencing
}

const readRules = (
  value: string,
  [line, column]: SourceComment['range'],
  rules: Map<string, InlineRule>,
  problems: CommentProblem[],
): void => {
  const parsed = parser.parseJSONLikeConfig(value)
  const problem = (message: string): void => void problems.push({ message, line, column })
  if (!parsed.ok) {
    if (value.includes(PREFIX)) problem(parsed.error.message)
    return
  }
  for (const [name, entry] of Object.entries<unknown>(parsed.config)) {
    if (!name.startsWith(PREFIX)) continue
    const rule = findingRules.find((candidate) => PREFIX + candidate.name === name)
    if (rule === undefined) problem(`Definition for rule '${name}' not found.`)
    else if (rules.has(name)) {
      problem(`Rule "${name}" is already configured by a comment above; this one is ignored.`)
    } else {
      const read = readEntry(rule, entry)
      if (typeof read === 'string') problem(`The configuration of "${name}" here is wrong: ${read}.`)
      else rules.set(name, read)
    }
  }
}

const severities = new Map<unknown, 'off' | 'on'>([
  [0, 'off'],
  ['off', 'off'],
  [1, 'on'],
  ['warn', 'on'],
  [2, 'on'],
  ['error', 'on'],
])

/** What is configured, or what is wrong with it. */
const readEntry = (rule: FindingRule, entry: unknown): InlineRule | string => {
  const [severity, ...options] = Array.isArray(entry) ? (entry as readonly unknown[]) : [entry]
  const state = severities.get(severity)
  if (state === undefined) return `${JSON.stringify(severity)} is no severity`
  const wrong = state === 'off' ? null : faultOf(rule, options)
  if (wrong !== null) return wrong
  const [first = null] = options
  return { isOff: state === 'off', options: first as object | null }
}

const require = createRequire(import.meta.url)

/** Comments that configure a rule are rare, so that what checks them is loaded when there is one. */
const faultOf = ({ schema }: FindingRule, options: readonly unknown[]): string | null => {
  if (options.length > schema.length) return `it takes ${schema.length} options`
  const { Ajv } = require('ajv') as typeof import('ajv')
  const ajv = new Ajv({ strict: false })
  for (const [index, option] of options.entries()) {
    if (ajv.validate(schema[index] ?? {}, option)) continue
    const [error] = ajv.errors ?? []
    const { additionalProperty } = (error?.params ?? {}) as { additionalProperty?: string }
    const place = additionalProperty ?? error?.instancePath.slice(1)
    return `${error?.message ?? 'not valid'}${place ? ` (${place})` : ''}`
  }
  return null
}
