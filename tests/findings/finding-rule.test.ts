import { expect, it } from 'vitest'
import { headlineOf, messageOf, presetOptions } from '../../src/findings/finding-rule.js'
import type { Finding } from '../../src/findings/types.js'

const rule = { messages: { soup: 'The {{dish}} is {{state}}: {{chain}}. {{missing}} {{constructor}}' } }

const finding: Finding = {
  rule: 'no-cold-soup',
  messageId: 'soup',
  data: { dish: 'soup: $& {{state}}', state: 'cold', chain: 'stove → table' },
  location: { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } },
  chain: [],
  confidence: 'certain',
  entryPoints: [],
  cost: null,
}

it('fills a template with what the finding says, and nothing else', () => {
  expect(messageOf(rule, finding)).toBe(
    'The soup: $& {{state}} is cold: stove → table. {{missing}} {{constructor}}',
  )
})

it('leaves the chain out of the headline', () => {
  expect(headlineOf(rule, finding)).toBe('The soup: $& {{state}} is cold. {{missing}} {{constructor}}')
})

it('gives the options of a preset', () => {
  const options = { defaults: { heat: 'low', salt: true }, strict: { heat: 'high' } }
  expect(presetOptions(options, 'recommended')).toEqual({ heat: 'low', salt: true })
  expect(presetOptions(options, 'strict')).toEqual({ heat: 'high', salt: true })
})
