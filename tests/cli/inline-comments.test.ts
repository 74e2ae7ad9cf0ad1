import { describe, expect, test } from 'vitest'
import { commentsOf } from '../../src/analysis/parse.js'
import { directiveAt, readInlineComments } from '../../src/cli/inline-comments.js'

const read = (text: string) => readInlineComments(commentsOf('/srv/a.ts', text))

const RULE = 'event-loop/no-blocking-call'

/** The lines with `call()` that no comment silences. */
const loudLines = (text: string): number[] => {
  const { directives } = read(text)
  return text.split('\n').flatMap((code, index) => {
    const place = { line: index + 1, column: code.indexOf('call()') + 1 }
    return place.column > 0 && directiveAt(RULE, place, directives) === null ? [place.line] : []
  })
}

describe('comments that silence', () => {
  test.each([
    ['call()', [1]],
    ['/* eslint-disable */\ncall()', []],
    ['/* eslint-disable -- it has to */\ncall()', []],
    [`/* eslint-disable no-console, "${RULE}" -- why, and so on */\ncall()`, []],
    ['/* eslint-disable no-console */\ncall()', [2]],
    ['// eslint-disable\ncall()', [2]],
    ['call()\n/* eslint-disable */ call()\n/* eslint-enable */ call()\ncall()', [1, 3, 4]],
    ['call() /* eslint-disable */', [1]],
    [`/* eslint-disable */\n/* eslint-enable ${RULE} */\ncall()`, [3]],
    ['/* eslint-disable */\n/* eslint-enable no-console */\ncall()', []],
    ['call() // eslint-disable-line\ncall()', [2]],
    [`call() /* eslint-disable-line ${RULE} */`, []],
    ['call() // eslint-disable-line no-console', [1]],
    ['call() /* eslint-disable-line\n */', [1]],
    ['// eslint-disable-next-line\ncall()\ncall()', [3]],
    [`/* eslint-disable-next-line\n   ${RULE} --\n   why */\ncall()`, []],
    ['/* eslint-enable */ call() // eslint-disable-line', []],
    ['/* eslint-disabled */ call()', [1]],
    ['const text = "/* eslint-disable */"\ncall()', [2]],
    ['const text = `\n// eslint-disable-next-line\n`; call()', [3]],
  ])('%j', (text, expected) => {
    expect(loudLines(text)).toEqual(expected)
  })

  test('tell where they stand', () => {
    const { directives } = read('\n  // eslint-disable-next-line\ncall()')
    expect(directiveAt(RULE, { line: 3, column: 1 }, directives)?.comment).toEqual({ line: 2, column: 3 })
  })
})

describe('comments that configure', () => {
  test.each([
    [`/* eslint ${RULE}: off */`, { isOff: true, options: null }],
    [`/* eslint ${RULE}: 0 */`, { isOff: true, options: null }],
    [`/* eslint "${RULE}": "warn", no-console: 2 */`, { isOff: false, options: null }],
    [
      `/* eslint ${RULE}: [2, { "minimumCost": "high" }] -- for now */`,
      { isOff: false, options: { minimumCost: 'high' } },
    ],
  ])('%s', (text, expected) => {
    const { rules, problems } = read(text)
    expect(problems).toEqual([])
    expect([...rules]).toEqual([[RULE, expected]])
  })

  test.each([
    [`/* eslint ${RULE}: [2, { "surprise": 1 }] */`, /must NOT have additional properties \(surprise\)/],
    [`/* eslint ${RULE}: [2, { "minimumCost": "much" }] */`, /one of the allowed values \(minimumCost\)/],
    [`/* eslint ${RULE}: "loud" */`, /"loud" is no severity/],
    [`/* eslint event-loop/no-such: 2 */`, /^Definition for rule 'event-loop\/no-such' not found\.$/],
    [`/* eslint event-loop/no-request-in-worker: [2, 1] */`, /takes 0 options/],
    [`/* eslint ${RULE}: [2, */`, /./],
    [`/* eslint ${RULE}: 2 */ /* eslint ${RULE}: 0 */`, /already configured/],
  ])('%s is a problem', (text, message) => {
    const { problems } = read(`\n ${text}`)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ line: 2 })
    expect(problems[0]?.message).toMatch(message)
  })

  test.each([
    '// eslint event-loop/no-blocking-call: off',
    '/* eslint no-console: [ */',
    '/* eslint no-such-plugin/rule: 2, constructor: 2, __proto__: 2 */',
    '/* global fs */',
  ])('%s is none of ours', (text) => {
    const { rules, problems } = read(text)
    expect([[...rules], problems]).toEqual([[], []])
  })
})
