import { createFindingRule } from '../create-rule.js'
import { findRequestInWorker } from '../findings/find-request-in-worker.js'

export default createFindingRule({
  name: 'no-request-in-worker',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow handing request objects to worker threads and child processes',
      recommended: true,
    },
    schema: [],
    messages: {
      handed:
        '`{{name}}` is {{what}} and cannot be handed to {{library}}: {{outcome}}. Pass the fields that are needed there, such as `{{fields}}`.',
      captured:
        '`{{name}}` is {{what}} and does not exist where {{library}} runs this function: only its source text gets there. Pass the fields that are needed as arguments, such as `{{fields}}`.',
    },
  },
  defaults: {},
  find: findRequestInWorker,
})
