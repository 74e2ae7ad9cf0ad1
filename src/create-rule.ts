import { resolve } from 'node:path'
import { ESLintUtils, type TSESLint } from '@typescript-eslint/utils'
import type { WorkspaceSettings } from './analysis/workspace.js'
import { docsUrl, type FindingRule } from './findings/finding-rule.js'
import { projectOfSourceCode } from './findings/findings-of-source.js'
import type { Finding } from './findings/types.js'

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
          const settings = settingsIn(context.settings, cwd)
          const { project, file } = projectOfSourceCode(sourceCode, filename, cwd, settings)
          // ESLint 8 does not merge defaults, so it is done here for all versions.
          const findings = rule.find(file, project, { ...defaults, ...options })
          for (const { messageId, data, location } of findings) {
            context.report({ messageId, data, loc: toEslint(location) })
          }
        },
      }
    },
  })
}

/** Our part of ESLint's shared settings, which no schema checks for us. */
function settingsIn(
  settings: TSESLint.SharedConfigurationSettings,
  cwd: string,
): WorkspaceSettings {
  const { root, scope = 'project', ...others } = (settings['event-loop'] ?? {}) as Readonly<
    Record<string, unknown>
  >
  const wrong = (name: string, value: unknown, wanted: string): Error =>
    new Error(`settings['event-loop'].${name} is ${JSON.stringify(value)}; ${wanted}.`)
  for (const [name, value] of Object.entries(others)) {
    throw wrong(name, value, 'the settings there are `root` and `scope`')
  }
  if (scope !== 'project' && scope !== 'file') throw wrong('scope', scope, 'it takes "project" or "file"')
  if (root === undefined) return { scope }
  if (typeof root !== 'string') throw wrong('root', root, 'it takes the path of a folder')
  return { scope, root: resolve(cwd, root) }
}

/** ESLint counts columns from 0. */
function toEslint({ start, end }: Finding['location']): TSESLint.AST.SourceLocation {
  return {
    start: { line: start.line, column: start.column - 1 },
    end: { line: end.line, column: end.column - 1 },
  }
}
