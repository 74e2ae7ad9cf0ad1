import { expect, test } from 'vitest'
import { summarize, type CheckFinding } from '../../src/cli/check-result.js'

const finding = (rule: string, api: string | null): CheckFinding => ({
  rule,
  message: 'It blocks.',
  headline: 'It blocks.',
  line: 3,
  column: 5,
  endLine: 3,
  endColumn: 9,
  confidence: 'certain',
  api,
  cost: api === null ? null : 'low',
  entryPoints: [],
  chain:
    api === null
      ? []
      : [
          { type: 'entry', name: 'GET /', file: '/srv/a.js', line: 1, column: 1 },
          { type: 'blocking', name: api, file: '/srv/a.js', line: 3, column: 5 },
        ],
})

test('counts by rule and by API, most first, and drops files with nothing to say', () => {
  const error = { type: 'parse', message: 'Unexpected token', line: 1, column: 2 } as const
  const skipped = [{ path: '/srv/bundle.js', reason: 'minified' }] as const
  const files = [
    {
      path: '/srv/a.js',
      findings: [finding('r', 'fs.statSync'), finding('r', 'constructor')],
      errors: [],
    },
    { path: '/srv/b.js', findings: [], errors: [] },
    { path: '/srv/c.js', findings: [finding('q', null), finding('r', 'constructor')], errors: [] },
    { path: '/srv/d.js', findings: [], errors: [error] },
  ]
  const result = summarize(files, skipped)
  expect(result.files.map(({ path }) => path)).toEqual(['/srv/a.js', '/srv/c.js', '/srv/d.js'])
  expect(result.skipped).toEqual(skipped)
  expect(result.summary).toEqual({
    filesChecked: 4,
    filesSkipped: 1,
    findings: 4,
    errors: 1,
    byRule: [
      { rule: 'r', findings: 3 },
      { rule: 'q', findings: 1 },
    ],
    byApi: [
      { api: 'constructor', findings: 2 },
      { api: 'fs.statSync', findings: 1 },
    ],
  })
})
