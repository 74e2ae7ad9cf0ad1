import { createFindingRule } from '../create-rule.js'
import { poolPerRequestRule } from '../findings/offloading/pool-per-request-rule.js'

export default createFindingRule(poolPerRequestRule)
