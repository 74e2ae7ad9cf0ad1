import pc from 'picocolors'
import { expect, test } from 'vitest'
import { summarize, type FileResult } from '../../src/cli/check-result.js'
import { formatStylish } from '../../src/cli/format-stylish.js'

const plain = pc.createColors(false)

const file = (path: string, api: string, message = 'It blocks.'): FileResult => ({
  path,
  findings: [
    {
      rule: 'event-loop/no-blocking-call',
      message: 'Not shown.',
      headline: message,
      line: 12,
      column: 5,
      endLine: 12,
      endColumn: 9,
      confidence: 'likely',
      api,
      cost: 'medium',
      entryPoints: [{ name: 'GET /invoices/:id', file: '/srv/routes.js', line: 4, column: 1 }],
      chain: [
        { type: 'entry', name: 'GET /invoices/:id', file: '/srv/routes.js', line: 4, column: 1 },
        { type: 'call', name: 'render', file: '/srv/routes.js', line: 6, column: 3 },
        { type: 'blocking', name: api, file: path, line: 12, column: 5 },
      ],
    },
  ],
  errors: [],
})

test('prints findings by file with the chain one hop a line, then a summary', () => {
  const bad: FileResult = {
    path: '/srv/bad.ts',
    findings: [],
    errors: [
      { type: 'parse', message: 'Parsing error: Type expected.', line: 1, column: 9 },
      {
        type: 'read',
        message: 'Cannot be read: EACCES: permission denied.',
        line: null,
        column: null,
      },
    ],
  }
  const result = summarize(
    [
      bad,
      file('/srv/templates.js', 'fs.readFileSync'),
      { path: '/srv/ok.js', findings: [], errors: [] },
    ],
    [
      { path: '/srv/test/a.js', reason: 'test' },
      { path: '/srv/test/b.js', reason: 'test' },
      { path: '/srv/vendor.js', reason: 'minified' },
    ],
  )
  expect(formatStylish(result, '/srv', plain)).toBe(`bad.ts
     1:9  error  Parsing error: Type expected.
          error  Cannot be read: EACCES: permission denied.

templates.js
    12:5  It blocks.  event-loop/no-blocking-call (likely)
          GET /invoices/:id  routes.js:4
          → render           routes.js:6
          → fs.readFileSync  templates.js:12

1 finding in 1 file; 3 files checked, 2 of tests skipped, 1 minified, bundled or oversized skipped, 2 errors.
     1  fs.readFileSync
`)
})

test('says so when there is nothing', () => {
  const result = summarize([{ path: '/srv/ok.js', findings: [], errors: [] }], [])
  expect(formatStylish(result, '/srv', plain)).toBe('No findings; 1 file checked.\n')
})

test('lets no escape sequence of a file or a message through', () => {
  const result = summarize(
    [file('/srv/\u001B[31mred.js', 'fs.\u0007readFileSync', 'Bad \u009B2J.')],
    [],
  )
  const text = formatStylish(result, '/srv', plain)
  expect([...text].filter((character) => '\u0007\u001B\u009B'.includes(character))).toEqual([])
  expect(text).toContain('\\x1b[31mred.js')
})
