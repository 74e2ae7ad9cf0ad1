import { beforeEach, expect, test, vi } from 'vitest'
import type { FileResult } from '../../src/cli/check-result.js'
import { createLintFile } from '../../src/cli/lint-file.js'
import type { Finding } from '../../src/findings/types.js'

const { findings } = vi.hoisted(() => ({ findings: [] as unknown[] }))

vi.mock('../../src/findings/findings-of-source.js', () => ({
  findingsOfSourceCode: () => findings,
}))

/** Reports every call of `block`, and falls over at `crash`. */
vi.mock('../../src/index.js', () => {
  const rule = {
    meta: { messages: { blocks: '{{name}} blocks.' }, schema: [] },
    create: (context: any) => ({
      CallExpression(node: any) {
        const { name } = node.callee
        if (name === 'crash') throw new TypeError('The rule fell over\nin two lines')
        if (name === 'where')
          context.report({ node, messageId: 'blocks', data: { name: context.cwd } })
        if (name === 'block') context.report({ node, messageId: 'blocks', data: { name } })
      },
    }),
  }
  const plugins = { 'event-loop': { rules: { 'no-blocking-call': rule } } }
  const rules = { 'event-loop/no-blocking-call': 'error' }
  return {
    default: {
      configs: { 'flat/recommended': { plugins, rules }, 'flat/strict': { plugins, rules: {} } },
    },
  }
})

const lintFile = createLintFile('recommended')
const lint = (path: string, text: string): FileResult => lintFile(path, text, '/srv')
const place = (line: number, column: number): string => `${line}:${column}`

beforeEach(() => {
  findings.length = 0
})

test('a message carries the chain of the finding at the same place', () => {
  const finding: Finding = {
    rule: 'no-blocking-call',
    messageId: 'blocks',
    data: {},
    location: { start: { line: 2, column: 3 }, end: { line: 2, column: 10 } },
    chain: [
      { type: 'entry', name: 'GET /', file: '/srv/routes.js', position: { line: 7, column: 1 } },
    ],
    confidence: 'likely',
  }
  findings.push({
    ...finding,
    location: { start: { line: 1, column: 3 }, end: { line: 1, column: 9 } },
    chain: [],
  })
  findings.push({
    ...finding,
    location: { start: { line: 2, column: 1 }, end: { line: 2, column: 10 } },
    chain: [],
  })
  findings.push({ ...finding, rule: 'no-request-in-worker', chain: [] })
  findings.push(finding)
  expect(lint('/srv/a.ts', '\n  block()\n')).toEqual({
    path: '/srv/a.ts',
    findings: [
      {
        rule: 'event-loop/no-blocking-call',
        message: 'block blocks.',
        headline: 'block blocks.',
        line: 2,
        column: 3,
        endLine: 2,
        endColumn: 10,
        confidence: 'likely',
        chain: [{ type: 'entry', name: 'GET /', file: '/srv/routes.js', line: 7, column: 1 }],
      },
    ],
    errors: [],
  })
})

test.each([
  ['a.js', 'const a = <b>{block()}</b>'],
  ['a.jsx', 'const a = <b>{block()}</b>'],
  ['a.tsx', 'const a = <b>{block() as string}</b>'],
  ['a.ts', 'const a = <string>block()'],
  ['a.mts', 'const a = <string>block()'],
  ['a.cts', 'import fs = require("fs"); const a = <string>block()'],
  ['a.cjs', 'block()\nreturn'],
  ['a.ts', 'import a from "./a.json" with { type: "json" }; class A { @log accessor a = block() }'],
  ['script', '#!/usr/bin/env node\nblock()'],
  ['a.js', '\uFEFFblock()'],
  ['node_modules/a/a.js', 'block()'],
  ['.git/hooks/a.js', 'block()'],
  ['a [b]/{c}.ts', 'block()'],
])('%s: %s', (name, text) => {
  const { findings: found, errors } = lint(`/srv/${name}`, text)
  expect(errors).toEqual([])
  expect(found).toHaveLength(1)
})

test('the rules see the root as the working directory', () => {
  expect(lintFile('/srv/a.js', 'where()', '/srv').findings).toMatchObject([
    { message: '/srv blocks.' },
  ])
  expect(lintFile('/opt/a.js', 'where()', '/opt').findings).toMatchObject([
    { message: '/opt blocks.' },
  ])
})

test('a comment of ESLint counts for our rules, and switches no other on', () => {
  const { findings: found, errors } = lint(
    '/srv/a.js',
    `/* eslint no-undef: 2, no-such-plugin/rule: 2 */
block() // eslint-disable-line event-loop/no-blocking-call
// eslint-disable-next-line event-loop/no-blocking-call
block()
block() // eslint-disable-line no-console
/* eslint-disable */
block()`,
  )
  expect(found.map(({ line, column }) => place(line, column))).toEqual(['5:1'])
  expect(errors).toEqual([])
})

test('a file that does not parse has ESLint’s error and its place', () => {
  expect(lint('/srv/a.ts', '\nconst a: = 1\n')).toEqual({
    path: '/srv/a.ts',
    findings: [],
    errors: [{ type: 'parse', message: 'Parsing error: Type expected.', line: 2, column: 9 }],
  })
})

test('a rule that falls over spoils its own file only', () => {
  expect(lint('/srv/a.js', 'block(); crash()')).toEqual({
    path: '/srv/a.js',
    findings: [],
    errors: [
      {
        type: 'internal',
        message: 'Internal error in event-loop/no-blocking-call: The rule fell over',
        line: null,
        column: null,
      },
    ],
  })
  expect(lint('/srv/b.js', 'block()').findings).toHaveLength(1)
})

test('a comment that configures our rule wrongly is an error, not a finding', () => {
  const { findings: found, errors } = lint(
    '/srv/a.js',
    '/* eslint event-loop/no-blocking-call: ["error", { "surprise": 1 }] */\n',
  )
  expect(found).toEqual([])
  expect(errors).toMatchObject([{ type: 'configuration', line: 1 }])
  expect(errors[0]?.message).toContain('surprise')
})

test('the preset decides which rules run', () => {
  expect(createLintFile('strict')('/srv/a.js', 'block()', '/srv').findings).toEqual([])
})

test('the headline is the message without the chain', () => {
  findings.push({
    rule: 'no-blocking-call',
    messageId: 'blocks',
    data: { chain: 'the chain' },
    location: { start: { line: 1, column: 1 }, end: { line: 1, column: 6 } },
    chain: [],
    confidence: 'certain',
  } satisfies Finding)
  // The stub says the working directory, which is a way to get a colon into its message.
  const [finding] = lintFile('/srv: the chain/a.ts', 'where()', '/srv: the chain').findings
  expect(finding?.message).toBe('/srv: the chain blocks.')
  expect(finding?.headline).toBe('/srv blocks.')
})
