import { readFileSync } from 'node:fs'
import type { Linter, Rule } from 'eslint'
import { type Preset, presetChanges } from './findings/finding-rule.js'
import { rulesOfPreset } from './findings/finding-rules.js'
import { startAnalysisThread } from './findings/start-analysis-thread.js'
import noBlockingCall from './rules/no-blocking-call.js'
import noBusyWait from './rules/no-busy-wait.js'
import noFakeAsync from './rules/no-fake-async.js'
import noFloatingOffload from './rules/no-floating-offload.js'
import noObservedStall from './rules/no-observed-stall.js'
import noPoolPerRequest from './rules/no-pool-per-request.js'
import noRequestInWorker from './rules/no-request-in-worker.js'
import preferAsyncIo from './rules/prefer-async-io.js'
import requirePoolLimits from './rules/require-pool-limits.js'

const { name, version } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as { name: string; version: string }

// Our rules are typed by typescript-eslint, whose types and ESLint's describe the same objects.
const rules = {
  'no-blocking-call': noBlockingCall,
  'no-busy-wait': noBusyWait,
  'no-fake-async': noFakeAsync,
  'no-floating-offload': noFloatingOffload,
  'no-observed-stall': noObservedStall,
  'no-pool-per-request': noPoolPerRequest,
  'no-request-in-worker': noRequestInWorker,
  'prefer-async-io': preferAsyncIo,
  'require-pool-limits': requirePoolLimits,
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
    recommended: { plugins: ['event-loop'], rules: rulesOf('recommended') },
    strict: { plugins: ['event-loop'], rules: rulesOf('strict') },
    'flat/recommended': flat('recommended'),
    'flat/strict': flat('strict'),
  },
}

function rulesOf(preset: Preset): Linter.RulesRecord {
  const ofFindings = rulesOfPreset(preset).map((rule): [string, Linter.RuleEntry] => {
    const changes = presetChanges(rule, preset)
    const isPlain = Object.keys(changes).length === 0
    return [`event-loop/${rule.name}`, isPlain ? 'error' : ['error', changes]]
  })
  // It asks a file of this machine, not the project, so it tells a person and not a build.
  const ofStalls: Linter.RulesRecord =
    preset === 'strict' ? { 'event-loop/no-observed-stall': 'warn' } : {}
  return { ...Object.fromEntries(ofFindings), ...ofStalls }
}

function flat(preset: Preset): Linter.Config {
  return {
    name: `event-loop/flat/${preset}`,
    plugins: { 'event-loop': { meta, rules } },
    rules: rulesOf(preset),
  }
}

startAnalysisThread()

// The second name is what `require` gives: ESLint 8.57 looks for `configs` and `rules` right there.
export { plugin as default, plugin as 'module.exports' }
