import { callsOffloader, findRequestInWorker, type RequestInWorkerMessage } from './find-request-in-worker.js'
import type { FindingRule } from '../finding-rule.js'

export const requestInWorkerRule: FindingRule<RequestInWorkerMessage> = {
  name: 'no-request-in-worker',
  description: 'disallow handing request objects to worker threads and child processes',
  preset: 'recommended',
  schema: [],
  messages: {
    handed:
      '`{{name}}` is {{what}} and cannot be handed to {{library}}: {{outcome}}.{{from}} {{remedy}}',
    moved:
      '`{{name}}` is {{what}} and cannot be moved to another thread: {{library}} throws a TypeError.{{from}} {{remedy}}',
    captured:
      '`{{name}}` is {{what}}, and only the source text of this function gets to where {{library}} runs it: {{captured}}.{{from}} {{remedy}}',
    answered:
      '`{{name}}` is {{what}}, and this function cannot answer where {{library}} runs it, because only its source text gets there: {{captured}}.{{from}} Return what it finds, and answer here.',
    bound:
      '`{{name}}` is {{what}}, and what is bound to a function does not go with it: {{library}} sends its source text, and that of a bound function is none.{{from}} {{remedy}}',
  },
  defaults: {},
  strict: {},
  mayFind: callsOffloader,
  find: findRequestInWorker,
}
