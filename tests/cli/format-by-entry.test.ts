import pc from 'picocolors'
import { expect, test } from 'vitest'
import { type CheckPlace, type FileResult, summarize } from '../../src/cli/check-result.js'
import { formatByEntry } from '../../src/cli/format-by-entry.js'
import { BROKEN, makeFinding } from './result-of.js'

const plain = pc.createColors(false)

const menu: CheckPlace = { name: 'GET /menu', file: '/srv/routes.js', line: 4, column: 1 }
const order: CheckPlace = { name: 'POST /orders', file: '/srv/routes.js', line: 9, column: 1 }
const bill: CheckPlace = { name: 'GET /bill', file: '/srv/routes.js', line: 14, column: 1 }

const files: readonly FileResult[] = [
  {
    path: '/srv/kitchen.js',
    errors: [],
    findings: [
      makeFinding({ line: 1, column: 1, cost: 'low', api: 'fs.existsSync', entryPoints: [menu, order] }),
      makeFinding({ line: 2, column: 7, cost: 'high', api: 'zlib.gzipSync', entryPoints: [order] }),
      makeFinding({ line: 3, column: 1, cost: 'low', api: 'fs.statSync', entryPoints: [menu] }),
      makeFinding({ line: 5, column: 2, api: null, rule: 'event-loop/no-request-in-worker' }),
    ],
  },
  {
    path: '/srv/till.js',
    errors: [],
    findings: [makeFinding({ line: 8, cost: 'medium', api: 'fs.readFileSync', entryPoints: [bill, menu] })],
  },
]

test('prints entry points, worst first, each with the calls that it reaches', () => {
  expect(formatByEntry(summarize([...files, BROKEN], []), '/srv', plain))
    .toBe(`POST /orders  routes.js:9
    high  zlib.gzipSync  kitchen.js:2:7
     low  fs.existsSync  kitchen.js:1:1

GET /menu  routes.js:4
  medium  fs.readFileSync  till.js:8:5
     low  fs.existsSync    kitchen.js:1:1
     low  fs.statSync      kitchen.js:3:1

GET /bill  routes.js:14
  medium  fs.readFileSync  till.js:8:5

kitchen.js
     5:2  It blocks.  event-loop/no-request-in-worker

bad, 100%.ts
     1:9  error  Parsing error: Unexpected {.
          error  Cannot be read: EACCES: permission denied.

3 entry points reach 4 blocking calls.
5 findings in 2 files; 3 files checked, 2 errors.
     1  fs.existsSync
     1  fs.readFileSync
     1  fs.statSync
     1  zlib.gzipSync
`)
})

test('two entry points of the same name stay two', () => {
  const other = { ...menu, line: 40 }
  const findings = [makeFinding({ entryPoints: [menu, other] }), makeFinding({ entryPoints: [other] })]
  const { entryPoints } = summarize([{ path: '/srv/a.js', findings, errors: [] }], [])
  expect(entryPoints.map(({ line, calls }) => [line, calls.length])).toEqual([
    [40, 2],
    [4, 1],
  ])
})

test('says no more than the summary when there is nothing', () => {
  const result = summarize([{ path: '/srv/ok.js', findings: [], errors: [] }], [])
  expect(formatByEntry(result, '/srv', plain)).toBe('No findings; 1 file checked.\n')
})

test('lets no escape sequence through', () => {
  const evil = { ...menu, name: 'GET /\u001B[2J' }
  const findings = [makeFinding({ entryPoints: [evil], api: 'fs.\u0007x' })]
  const text = formatByEntry(summarize([{ path: '/srv/\u009B.js', findings, errors: [] }], []), '/srv', plain)
  expect([...text].filter((character) => '\u0007\u001B\u009B'.includes(character))).toEqual([])
})
