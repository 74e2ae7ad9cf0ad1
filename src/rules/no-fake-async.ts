import { createFindingRule } from '../create-rule.js'
import { fakeAsyncRule } from '../findings/fake-async/fake-async-rule.js'
import { suggestPromisifyTwin } from '../fixes/promisify-twin.js'

export default createFindingRule(fakeAsyncRule, {
  messages: { promisifyTwin: 'Promisify `{{twin}}` instead.' },
  of(finding, sourceCode) {
    const suggestion = suggestPromisifyTwin(finding, sourceCode)
    if (suggestion === null) return []
    const { twin, fix } = suggestion
    return [{ messageId: 'promisifyTwin', data: { twin }, fix }]
  },
})
