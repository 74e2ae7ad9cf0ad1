import { type BlockingCallOptions, declarationsIn } from './blocking-call-options.js'
import { type BlockingCallMessage, callsBlockingApi, findBlockingCalls } from './find-blocking-calls.js'
import type { FindingRule } from './finding-rule.js'

export const blockingCallRule: FindingRule<BlockingCallMessage, BlockingCallOptions> = {
  name: 'no-blocking-call',
  description: 'disallow calls that hold the event loop while requests are served',
  preset: 'recommended',
  schema: [
    {
      type: 'object',
      description: 'What is reported.',
      properties: {
        confidence: {
          type: 'string',
          enum: ['certain', 'likely'],
          description:
            'How sure it must be that the call runs while serving: reached from a recognised entry point, or also in an async function that nothing calls.',
        },
        kinds: {
          type: 'array',
          items: { type: 'string', enum: ['io', 'cpu', 'wait'] },
          uniqueItems: true,
          description: 'The kinds of blocking calls to report.',
        },
        minimumCost: {
          type: 'string',
          enum: ['low', 'medium', 'high'],
          description: 'The least that one typical call must cost to be reported.',
        },
        allow: {
          type: 'array',
          items: { type: 'string' },
          uniqueItems: true,
          description:
            'What may be called, by module, export or package: `fs`, `fs.existsSync`, `fs.*stat*Sync`, `better-sqlite3`.',
        },
        blocking: {
          type: 'array',
          description: 'Functions that block, beyond those that are known.',
          items: {
            type: 'object',
            description: 'A function, or all whose names match.',
            properties: {
              name: {
                type: 'string',
                minLength: 1,
                description:
                  'Module and export, with `*` for any text: `legacy-db.queryAll`, `@acme/*.*Sync`, `./lib/report.js#render*`.',
              },
              kind: {
                type: 'string',
                enum: ['io', 'cpu', 'wait'],
                description: 'What holds the event loop; `io` when left out.',
              },
              cost: {
                type: 'string',
                enum: ['low', 'medium', 'high'],
                description: 'What one typical call costs; `high` when left out.',
              },
              message: {
                type: 'string',
                minLength: 1,
                description: 'What to do about it: a sentence, which ends the message.',
              },
              instead: {
                type: 'string',
                minLength: 1,
                description: 'What to call instead, as the message names it.',
              },
            },
            required: ['name'],
            additionalProperties: false,
          },
        },
        maximumDepth: {
          type: 'integer',
          minimum: 0,
          description:
            'The longest chain to report, in calls from the entry point to the function that blocks: 0 for the entry point itself.',
        },
        checkLargeInput: {
          type: 'boolean',
          description:
            'Whether to report calls that block only in proportion to their input, such as `JSON.parse` and `randomBytes`, where it may be small.',
        },
      },
      additionalProperties: false,
    },
  ],
  messages: {
    direct: '`{{api}}` holds the event loop ({{kind}}) in {{entry}}.{{others}} {{remedy}}',
    chained:
      '`{{api}}` holds the event loop ({{kind}}) in {{entry}}: {{chain}}.{{others}} {{remedy}}',
    likely:
      '`{{api}}` may hold the event loop ({{kind}}) while requests are served: {{chain}}. {{remedy}}',
    inNameOnly:
      '`{{api}}` {{looks}}, but does its work ({{kind}}) on the event loop: {{chain}}.{{others}} {{remedy}}',
    likelyInNameOnly:
      '`{{api}}` {{looks}}, but does its work ({{kind}}) on the event loop, perhaps while requests are served: {{chain}}. {{remedy}}',
  },
  defaults: {
    confidence: 'certain',
    kinds: ['io', 'cpu', 'wait'],
    minimumCost: 'low',
    allow: [],
    blocking: [],
    checkLargeInput: false,
  },
  strict: { confidence: 'likely' },
  declares: declarationsIn,
  mayFind: callsBlockingApi,
  find: findBlockingCalls,
}
