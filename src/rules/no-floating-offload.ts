import { createFindingRule } from '../create-rule.js'
import { floatingOffloadRule } from '../findings/offloading/floating-offload-rule.js'
import { suggestAwait } from '../fixes/await-promise.js'

export default createFindingRule(floatingOffloadRule, {
  messages: {
    awaitIt: 'Await it.',
    awaitAll: 'Put `Promise.all` around the list.',
  },
  of(finding, sourceCode) {
    const suggestion = suggestAwait(finding, sourceCode)
    return suggestion === null ? [] : [suggestion]
  },
})
