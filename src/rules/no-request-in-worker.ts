import { createFindingRule } from '../create-rule.js'
import { requestInWorkerRule } from '../findings/offloading/request-in-worker-rule.js'
import { suggestFields } from '../fixes/pass-fields.js'

export default createFindingRule(requestInWorkerRule, {
  messages: { passFields: 'Pass `{{fields}}` instead.' },
  of(finding, sourceCode) {
    const suggestion = suggestFields(finding, sourceCode)
    if (suggestion === null) return []
    const { fields, fix } = suggestion
    return [{ messageId: 'passFields', data: { fields }, fix }]
  },
})
