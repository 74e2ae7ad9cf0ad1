import { createFindingRule } from '../create-rule.js'
import { blockingCallRule } from '../findings/blocking-call-rule.js'

export default createFindingRule(blockingCallRule)
