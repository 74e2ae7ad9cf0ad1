import type { CalledApi } from '../../analysis/link/program.js'
import type { Project } from '../../analysis/project.js'
import type { FindingRule } from '../finding-rule.js'
import { type FakeAsyncMessage, type FakeAsyncOptions, findFakeAsync } from './find-fake-async.js'

export const fakeAsyncRule: FindingRule<FakeAsyncMessage, FakeAsyncOptions> = {
  name: 'no-fake-async',
  description: 'disallow wrappers that only make blocking calls look asynchronous',
  preset: 'recommended',
  schema: [
    {
      type: 'object',
      description: 'Which blocking calls count.',
      properties: {
        kinds: {
          type: 'array',
          items: { type: 'string', enum: ['io', 'cpu', 'wait'] },
          uniqueItems: true,
          description: 'The kinds of blocking calls whose wrappers are reported.',
        },
        minimumCost: {
          type: 'string',
          enum: ['low', 'medium', 'high'],
          description: 'The least that one typical call must cost for its wrapper to be reported.',
        },
        allow: {
          type: 'array',
          items: { type: 'string' },
          uniqueItems: true,
          description:
            'What may be wrapped, by module, export or package, as no-blocking-call reads it: `fs.existsSync`, `better-sqlite3`.',
        },
      },
      additionalProperties: false,
    },
  ],
  messages: {
    executor:
      '`{{wrapper}}` runs its function at once, so `{{api}}` ({{place}}) holds the event loop ({{kind}}) before there is a promise: {{chain}}.{{others}} {{remedy}}',
    settled:
      '`{{wrapper}}` of a promise that is settled already runs its function before the event loop turns, so `{{api}}` ({{place}}) holds it ({{kind}}) all the same: {{chain}}.{{others}} {{remedy}}',
    resolved:
      '`{{wrapper}}` gets what is worked out already: `{{api}}` has held the event loop ({{kind}}) before there is a promise: {{chain}}.{{others}} {{remedy}}',
    scheduled:
      '`{{wrapper}}` only puts `{{api}}` ({{place}}) off, and it holds the event loop ({{kind}}) all the same once its turn comes: {{chain}}.{{others}} {{remedy}}',
    asyncFunction:
      '{{wrapper}} is async, is awaited in {{awaited}}, and awaits nothing itself: `{{api}}` ({{place}}) holds the event loop ({{kind}}) before there is a promise: {{chain}}.{{others}} {{remedy}}',
    promisified:
      '`{{wrapper}}` makes nothing asynchronous of `{{api}}`, which takes no callback: it holds the event loop ({{kind}}), and its promise never gets what it has found: {{chain}}.{{others}} {{remedy}}',
    promisifiedOwn:
      '`{{wrapper}}` makes nothing asynchronous of a function that blocks before it calls back: `{{api}}` ({{place}}) holds the event loop ({{kind}}): {{chain}}.{{others}} {{remedy}}',
  },
  defaults: { kinds: ['io', 'cpu', 'wait'], minimumCost: 'low', allow: [] },
  strict: {},
  mayFind: mayWrap,
  find: findFakeAsync,
}

/** Whether there is anything in a file that may be such a wrapper. */
function mayWrap(file: number, { program }: Project): boolean {
  if (program.files[file]?.functions.some(({ async, awaits }) => async && !awaits)) return true
  const isWrapper = ({ facts, path }: CalledApi): boolean =>
    facts.promisifies === true || facts.runner !== undefined || path.startsWith('Promise')
  return (program.sites[file] ?? []).some(({ apis }) => apis.some(isWrapper))
}
