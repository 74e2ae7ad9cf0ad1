import { callsOffloader, findRequestInWorker, type RequestInWorkerMessage } from './find-request-in-worker.js'
import type { FindingRule } from '../finding-rule.js'

export const requestInWorkerRule: FindingRule<RequestInWorkerMessage> = {
  name: 'no-request-in-worker',
  description: 'disallow handing request objects to worker threads and child processes',
  preset: 'recommended',
  schema: [],
  messages: {
    handed:
      '`{{name}}` is {{what}} and cannot be handed to {{library}}: {{outcome}}. Pass the fields that are needed there, such as `{{fields}}`.',
    captured:
      '`{{name}}` is {{what}} and does not exist where {{library}} runs this function: only its source text gets there. Pass the fields that are needed as arguments, such as `{{fields}}`.',
  },
  defaults: {},
  strict: {},
  mayFind: callsOffloader,
  find: findRequestInWorker,
}
