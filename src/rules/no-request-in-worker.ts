import { createFindingRule } from '../create-rule.js'
import { requestInWorkerRule } from '../findings/request-in-worker-rule.js'

export default createFindingRule(requestInWorkerRule)
