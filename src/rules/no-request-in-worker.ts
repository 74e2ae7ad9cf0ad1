import { createFindingRule } from '../create-rule.js'
import { requestInWorkerRule } from '../findings/offloading/request-in-worker-rule.js'

export default createFindingRule(requestInWorkerRule)
