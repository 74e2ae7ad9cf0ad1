import { createFindingRule } from '../create-rule.js'
import { blockingCallRule } from '../findings/blocking-call-rule.js'
import { suggestPromiseTwin } from '../fixes/promise-twin.js'

export default createFindingRule(blockingCallRule, {
  messages: { awaitTwin: 'Await `{{twin}}` instead.' },
  of(finding, sourceCode) {
    const suggestion = suggestPromiseTwin(finding, sourceCode)
    if (suggestion === null) return []
    const { twin, fix } = suggestion
    return [{ messageId: 'awaitTwin', data: { twin }, fix }]
  },
})
