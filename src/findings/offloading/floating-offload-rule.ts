import type { FindingRule } from '../finding-rule.js'
import {
  findFloatingOffloads,
  type FloatingOffloadMessage,
  type FloatingOffloadOptions,
  promisesOffloads,
} from './find-floating-offloads.js'

export const floatingOffloadRule: FindingRule<FloatingOffloadMessage, FloatingOffloadOptions> = {
  name: 'no-floating-offload',
  description: 'require that the promise of offloaded work is awaited, returned or handled',
  preset: 'recommended',
  schema: [
    {
      type: 'object',
      description: 'What is reported.',
      properties: {
        checkVoid: {
          type: 'boolean',
          description:
            'Whether to report promises that `void` marks as left alone: it keeps no rejection from ending the process.',
        },
      },
      additionalProperties: false,
    },
  ],
  messages: {
    dropped:
      'Nobody takes the promise of `{{api}}`, for which work is handed to {{library}}{{through}}: {{chain}}.{{others}} {{failure}} Await it, return it, or give it a `catch`.',
    unread:
      'The promise of `{{api}}`, for which work is handed to {{library}}{{through}}, is kept and never looked at: {{chain}}.{{others}} {{failure}} Await it, return it, or give it a `catch`.',
    ignored:
      '`{{api}}` takes no notice of the promises that its callback gives, for which work is handed to {{library}}{{through}}: {{chain}}.{{others}} {{failure}} Await them all with `Promise.all`, or handle them in the callback.',
    list: '`await` does not wait for the promises in the list that `{{api}}` makes, for which work is handed to {{library}}{{through}}: {{chain}}.{{others}} {{failure}} Put `Promise.all` around the list.',
  },
  defaults: { checkVoid: false },
  strict: { checkVoid: true },
  mayFind: promisesOffloads,
  find: findFloatingOffloads,
}
