import { createFindingRule } from '../create-rule.js'
import { poolLimitsRule } from '../findings/offloading/pool-limits-rule.js'
import { suggestPoolLimit } from '../fixes/pool-limit.js'

export default createFindingRule(poolLimitsRule, {
  messages: { addLimit: 'Set `{{option}}`.' },
  of(finding, sourceCode) {
    const suggestion = suggestPoolLimit(finding, sourceCode)
    if (suggestion === null) return []
    const { option, fix } = suggestion
    return [{ messageId: 'addLimit', data: { option }, fix }]
  },
})
