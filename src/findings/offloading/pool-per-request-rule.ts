import type { FindingRule } from '../finding-rule.js'
import {
  findPoolsPerRequest,
  makesExecutor,
  type PoolPerRequestMessage,
  type PoolPerRequestOptions,
} from './find-pools-per-request.js'

export const poolPerRequestRule: FindingRule<PoolPerRequestMessage, PoolPerRequestOptions> = {
  name: 'no-pool-per-request',
  description: 'disallow making workers, pools and processes while requests are served',
  preset: 'recommended',
  schema: [
    {
      type: 'object',
      description: 'What is reported.',
      properties: {
        checkProcesses: {
          type: 'boolean',
          description:
            'Whether to report programs and commands that are started for a request, such as `spawn` does, beside workers and pools.',
        },
      },
      additionalProperties: false,
    },
  ],
  messages: {
    worker:
      '`{{api}}` starts {{noun}} for each request: {{chain}}.{{others}} Every request pays for its start and its memory, and nothing bounds how many run at once. Start a pool of a fixed size with the server, and hand the work to it.',
    pool: '`{{api}}` makes {{noun}} for each request: {{chain}}.{{others}} Every request pays for the start and the memory of its workers. Make one when the server starts, and hand the work of all requests to it.',
    process:
      '`{{api}}` starts {{noun}} for each request: {{chain}}.{{others}} Nothing bounds how many run at once. Limit that, by a queue that runs a few at a time or by a pool of processes that stay.',
  },
  defaults: { checkProcesses: true },
  strict: {},
  mayFind: makesExecutor,
  find: findPoolsPerRequest,
}
