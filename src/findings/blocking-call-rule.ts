import {
  type BlockingCallMessage,
  type BlockingCallOptions,
  callsBlockingApi,
  findBlockingCalls,
} from './find-blocking-calls.js'
import type { FindingRule } from './finding-rule.js'

export const blockingCallRule: FindingRule<BlockingCallMessage, BlockingCallOptions> = {
  name: 'no-blocking-call',
  description: 'disallow calls that hold the event loop while requests are served',
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
          description: 'APIs that may be called: `fs.existsSync`, or `crypto.*` for a module.',
        },
        checkLargeInput: {
          type: 'boolean',
          description:
            'Whether to report calls that block only in proportion to their input, such as `JSON.parse`.',
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
    checkLargeInput: false,
  },
  strict: { confidence: 'likely' },
  mayFind: callsBlockingApi,
  find: findBlockingCalls,
}
