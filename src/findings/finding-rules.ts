import { blockingCallRule } from './blocking-call-rule.js'
import type { FindingRule } from './finding-rule.js'
import { requestInWorkerRule } from './request-in-worker-rule.js'

/** Every rule that is a search over the project. Both presets have all of them. */
export const findingRules: readonly FindingRule[] = [blockingCallRule, requestInWorkerRule]
