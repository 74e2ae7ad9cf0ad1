import { ESLintUtils, type TSESLint } from '@typescript-eslint/utils'
import { docsUrl, type FindingRule } from './findings/finding-rule.js'
import { projectOfSourceCode } from './findings/findings-of-source.js'
import type { Finding } from './findings/types.js'
import { readSettings } from './settings/read-settings.js'

/** What our rules say of themselves, beyond ESLint's own fields. */
export interface RuleDocs {
  /** Whether the configuration `recommended` switches the rule on. */
  readonly recommended: boolean
}

const creator = ESLintUtils.RuleCreator<RuleDocs>(docsUrl)

/** Makes an ESLint rule of a search over the project. */
export function createFindingRule<MessageId extends string, Options extends object>(
  rule: FindingRule<MessageId, Options>,
): TSESLint.RuleModule<MessageId, readonly [Options], RuleDocs> & { name: string } {
  const { name, description, schema, messages, defaults } = rule
  return creator<readonly [Options], MessageId>({
    name,
    meta: {
      type: 'problem',
      docs: { description, recommended: true },
      schema,
      messages,
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
          const { project, file } = projectOfSourceCode(sourceCode, filename, cwd, {
            ...settings,
            declarations: [...(rule.declares?.(all) ?? []), ...declarations],
          })
          const findings = rule.find(file, project, all)
          for (const { messageId, data, location } of findings) {
            context.report({ messageId, data, loc: toEslint(location) })
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
