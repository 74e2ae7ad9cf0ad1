import { blockingCallRule } from './blocking-call-rule.js'
import { busyWaitRule } from './busy-wait/busy-wait-rule.js'
import { fakeAsyncRule } from './fake-async/fake-async-rule.js'
import type { FindingRule, Preset } from './finding-rule.js'
import { asyncIoRule } from './offloading/async-io-rule.js'
import { floatingOffloadRule } from './offloading/floating-offload-rule.js'
import { poolLimitsRule } from './offloading/pool-limits-rule.js'
import { poolPerRequestRule } from './offloading/pool-per-request-rule.js'
import { requestInWorkerRule } from './offloading/request-in-worker-rule.js'

/** Every rule that is a search over the project. */
export const findingRules: readonly FindingRule[] = [
  blockingCallRule,
  busyWaitRule,
  fakeAsyncRule,
  floatingOffloadRule,
  requestInWorkerRule,
  poolPerRequestRule,
  poolLimitsRule,
  asyncIoRule,
]

/** The rules of a preset. */
export function rulesOfPreset(preset: Preset): readonly FindingRule[] {
  return findingRules.filter((rule) => preset === 'strict' || rule.preset === 'recommended')
}
