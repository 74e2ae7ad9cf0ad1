import { createFindingRule } from '../create-rule.js'
import { asyncIoRule } from '../findings/offloading/async-io-rule.js'

export default createFindingRule(asyncIoRule)
