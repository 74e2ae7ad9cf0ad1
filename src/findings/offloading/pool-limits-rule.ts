import type { FindingRule } from '../finding-rule.js'
import {
  findPoolLimits,
  makesPool,
  type PoolLimitsMessage,
  type PoolLimitsOptions,
} from './find-pool-limits.js'

export const poolLimitsRule: FindingRule<PoolLimitsMessage, PoolLimitsOptions> = {
  name: 'require-pool-limits',
  description: 'require pools to limit their workers and the tasks that wait for them',
  preset: 'strict',
  schema: [
    {
      type: 'object',
      description: 'What needs a limit.',
      properties: {
        checkWorkers: {
          type: 'boolean',
          description: 'Whether the number of workers needs a limit.',
        },
        checkQueue: {
          type: 'boolean',
          description: 'Whether the number of tasks that wait needs a limit.',
        },
      },
      additionalProperties: false,
    },
  ],
  messages: {
    queue:
      '`{{api}}` lets any number of tasks wait, and each holds its request and its memory. Set `{{queue}}`, and answer 503 when {{overflow}}.',
    workers: '`{{api}}` lets the number of its workers grow without end. Set `{{workers}}`.',
    unbounded:
      '`{{api}}` lets the number of its workers and of waiting tasks grow without end. Set `{{workers}}` and `{{queue}}`, and answer 503 when {{overflow}}.',
    noLimit:
      '{{library}} has no option that limits how many tasks wait for `{{api}}`. Count what is under way and answer 503 above a limit, or use a pool that has such an option.',
  },
  defaults: { checkWorkers: true, checkQueue: true },
  strict: {},
  mayFind: makesPool,
  find: findPoolLimits,
}
