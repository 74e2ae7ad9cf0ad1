import { readFileSync } from 'node:fs'
import type { Linter, Rule } from 'eslint'
import noBlockingCall from './rules/no-blocking-call.js'
import noRequestInWorker from './rules/no-request-in-worker.js'

const { name, version } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as { name: string; version: string }

const recommended = {
  'event-loop/no-blocking-call': 'error',
  'event-loop/no-request-in-worker': 'error',
} satisfies Linter.RulesRecord

const strict = {
  ...recommended,
  'event-loop/no-blocking-call': ['error', { confidence: 'likely' }],
} satisfies Linter.RulesRecord

// Our rules are typed by typescript-eslint, whose types and ESLint's describe the same objects.
const rules = {
  'no-blocking-call': noBlockingCall,
  'no-request-in-worker': noRequestInWorker,
} as unknown as Readonly<Record<string, Rule.RuleModule>>

const meta = { name, version, namespace: 'event-loop' }

/** What ESLint gets. */
export interface EventLoopPlugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string }
  readonly rules: Readonly<Record<string, Rule.RuleModule>>
  readonly configs: {
    readonly recommended: Linter.LegacyConfig
    readonly strict: Linter.LegacyConfig
    readonly 'flat/recommended': Linter.Config
    readonly 'flat/strict': Linter.Config
  }
}

/**
 * The plugin. `configs.recommended` and `configs.strict` are for `.eslintrc`,
 * `configs['flat/recommended']` and `configs['flat/strict']` for `eslint.config.js`.
 */
const plugin: EventLoopPlugin = {
  meta,
  rules,
  configs: {
    recommended: { plugins: ['event-loop'], rules: recommended },
    strict: { plugins: ['event-loop'], rules: strict },
    'flat/recommended': flat('recommended', recommended),
    'flat/strict': flat('strict', strict),
  },
}

function flat(level: string, levelRules: Linter.RulesRecord): Linter.Config {
  return {
    name: `event-loop/flat/${level}`,
    plugins: { 'event-loop': { meta, rules } },
    rules: levelRules,
  }
}

// The second name is what `require` gives: ESLint 8.57 looks for `configs` and `rules` right there.
export { plugin as default, plugin as 'module.exports' }
