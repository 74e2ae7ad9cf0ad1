import { createFindingRule } from '../create-rule.js'
import { busyWaitRule } from '../findings/busy-wait/busy-wait-rule.js'
import { suggestTurn } from '../fixes/let-loop-turn.js'

export default createFindingRule(busyWaitRule, {
  messages: {
    awaitTimer: 'Await a timer instead.',
    useSetImmediate: 'Use `setImmediate` instead.',
  },
  of(finding, sourceCode) {
    const suggestion = suggestTurn(finding, sourceCode)
    return suggestion === null ? [] : [suggestion]
  },
})
