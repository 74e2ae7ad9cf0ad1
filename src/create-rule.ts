import type { TSESLint } from '@typescript-eslint/utils'
import { RuleCreator } from '@typescript-eslint/utils/eslint-utils'
import { docsUrl, type FindingRule } from './findings/finding-rule.js'
import { findingsOfSource } from './findings/findings-of-source.js'
import type { Finding } from './findings/types.js'
import { readSettings } from './settings/read-settings.js'

/** What our rules say of themselves, beyond ESLint's own fields. */
export interface RuleDocs {
  /** Whether the configuration `recommended` switches the rule on. */
  readonly recommended: boolean
}

/** Makes an ESLint rule. */
export const createRule = RuleCreator<RuleDocs>(docsUrl)

/** What a person may choose to do about a finding in an editor. */
export interface Suggestions<SuggestionId extends string> {
  readonly messages: Readonly<Record<SuggestionId, string>>
  of(
    finding: Finding,
    sourceCode: Readonly<TSESLint.SourceCode>,
  ): readonly TSESLint.ReportSuggestionArray<SuggestionId>[number][]
}

/** Makes an ESLint rule of a search over the project. */
export function createFindingRule<
  MessageId extends string,
  Options extends object,
  SuggestionId extends string = never,
>(
  rule: FindingRule<MessageId, Options>,
  suggestions?: Suggestions<SuggestionId>,
): TSESLint.RuleModule<MessageId | SuggestionId, readonly [Options], RuleDocs> & { name: string } {
  const { name, description, schema, messages, defaults } = rule
  return createRule<readonly [Options], MessageId | SuggestionId>({
    name,
    meta: {
      type: 'problem',
      docs: { description, recommended: rule.preset === 'recommended' },
      schema,
      ...(suggestions ? { hasSuggestions: true } : {}),
      messages: { ...messages, ...suggestions?.messages } as Record<MessageId | SuggestionId, string>,
    },
    defaultOptions: [defaults],
    create(context, [options]) {
      return {
        Program() {
          const { sourceCode } = context
          const { filename, cwd } = context
          // ESLint 8 does not merge defaults, so it is done here for all versions.
          const all = { ...defaults, ...options }
          const { declarations = [], ...settings } = readSettings(context.settings['event-loop'], cwd)
          const findings = findingsOfSource(rule, all, sourceCode, filename, cwd, {
            ...settings,
            declarations: [...(rule.declares?.(all) ?? []), ...declarations],
          })
          for (const finding of findings) {
            const { messageId, data, location } = finding
            const suggest = suggestions?.of(finding, sourceCode) ?? []
            context.report({ messageId, data, loc: toEslint(location), suggest })
          }
        },
      }
    },
  })
}

/** ESLint counts columns from 0. */
function toEslint({ start, end }: Finding['location']): TSESLint.AST.SourceLocation {
  return {
    start: { line: start.line, column: start.column - 1 },
    end: { line: end.line, column: end.column - 1 },
  }
}
