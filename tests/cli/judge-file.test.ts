import { join } from 'node:path'
import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { FileResult } from '../../src/cli/check-result.js'
import { judgeFile, type RuleSetup } from '../../src/cli/judge-file.js'
import { openProjects } from '../../src/cli/open-projects.js'
import { findTargets } from '../../src/cli/targets.js'
import { presetOptions } from '../../src/findings/finding-rule.js'
import { findingRules } from '../../src/findings/finding-rules.js'
import { makeFolder } from './run-cli.js'

const setups: readonly RuleSetup[] = findingRules.map((rule) => ({
  rule,
  options: presetOptions(rule, 'recommended'),
}))

const projectOf = (cwd: string) => {
  const progress = { at: () => {}, end: () => {} }
  const [opened] = openProjects(findTargets(['.'], cwd), { cwd, usesCache: false, progress })
  if (opened === undefined) throw new Error('nothing to open')
  return opened
}

const judge = (text: string, with_: readonly RuleSetup[] = setups): FileResult =>
  judgeFile(0, projectOf(makeFolder({ 'menu.js': text })), with_)

const linesOf = ({ findings }: FileResult): number[] => findings.map(({ line }) => line)

const SERVER = `import { createServer } from 'node:http'
import { existsSync, readFileSync } from 'node:fs'
createServer((req, res) => {
  existsSync('menu')
  readFileSync('menu')
}).listen(0)
export async function order() { return readFileSync('order') }
`

test('a comment declares what blocks, in the very file and in no other', () => {
  const route = `import { createServer } from 'node:http'
import { query } from 'legacy-db'
createServer(() => query('menu')).listen(0)
`
  const rule = 'event-loop/no-blocking-call'
  const comment = `/* eslint ${rule}: [2, { "blocking": [{ "name": "legacy-db.query" }] }] */\n`
  const opened = projectOf(makeFolder({ 'menu.js': comment + route, 'order.js': route }))
  expect([0, 1].map((file) => linesOf(judgeFile(file, opened, setups)))).toEqual([[4], []])
})

test('gives the chain, the headline and the entry points of a finding', () => {
  const cwd = makeFolder({
    'menu.js': `const app = require('express')()
const { statSync } = require('fs')
app.get('/menu', show)
app.get('/print', () => { show() })
function show() {
  statSync('menu')
}
`,
  })
  const file = join(cwd, 'menu.js')
  expect(judgeFile(0, projectOf(cwd), setups)).toEqual({
    path: file,
    findings: [
      {
        rule: 'event-loop/no-blocking-call',
        message:
          '`fs.statSync` holds the event loop (I/O) in GET /menu. One more entry point reaches it. ' +
          'Await `stat` from `node:fs/promises` instead.',
        headline:
          '`fs.statSync` holds the event loop (I/O) in GET /menu. One more entry point reaches it. ' +
          'Await `stat` from `node:fs/promises` instead.',
        line: 6,
        column: 3,
        endLine: 6,
        endColumn: 11,
        confidence: 'certain',
        api: 'fs.statSync',
        cost: 'low',
        chain: [
          { type: 'entry', name: 'GET /menu', file, line: 5, column: 1 },
          { type: 'blocking', name: 'fs.statSync', file, line: 6, column: 3 },
        ],
        entryPoints: [
          { name: 'GET /menu', file, line: 5, column: 1 },
          { name: 'GET /print', file, line: 4, column: 19 },
        ],
      },
    ],
    errors: [],
  })
})

test('the headline is the message without the chain', () => {
  const text = SERVER.replace("  readFileSync('menu')", '  read()')
  const [, finding] = judge(`${text}const read = () => readFileSync('menu')\n`).findings
  expect(finding?.message).toMatch(/ in HTTP request: HTTP request → read \(line 5\) → .*\. Make/)
  expect(finding?.headline).toMatch(/ in HTTP request\. Make/)
})

test('comments silence findings and change options', () => {
  const rule = 'event-loop/no-blocking-call'
  expect(linesOf(judge(SERVER))).toEqual([4, 5])
  expect(linesOf(judge(`/* eslint-disable */\n${SERVER}`))).toEqual([])
  expect(linesOf(judge(SERVER.replace("('menu')", "('menu') // eslint-disable-line")))).toEqual([5])
  expect(linesOf(judge(`/* eslint ${rule}: off */ ${SERVER}`))).toEqual([])
  expect(linesOf(judge(`/* eslint ${rule}: warn */ ${SERVER}`))).toEqual([4, 5])
  expect(linesOf(judge(`/* eslint ${rule}: [2, { minimumCost: medium }] */ ${SERVER}`))).toEqual([5])
  expect(linesOf(judge(`/* eslint ${rule}: [2, { confidence: likely }] */ ${SERVER}`))).toEqual([
    4, 5, 7,
  ])
})

test('a comment that gives a severity alone leaves the options', () => {
  const strict = findingRules.map((rule) => ({ rule, options: presetOptions(rule, 'strict') }))
  const rule = 'event-loop/no-blocking-call'
  expect(linesOf(judge(`/* eslint ${rule}: 2 */ ${SERVER}`, strict))).toEqual([4, 5, 7])
  expect(linesOf(judge(`/* eslint ${rule}: [2, {}] */ ${SERVER}`, strict))).toEqual([4, 5])
})

test('a comment that configures our rule wrongly is an error, and the options stay', () => {
  const result = judge(`/* eslint event-loop/no-blocking-call: [2, { "surprise": 1 }] */ ${SERVER}`)
  expect(linesOf(result)).toEqual([4, 5])
  expect(result.errors).toMatchObject([{ type: 'configuration', line: 1, column: 1 }])
  expect(result.errors[0]?.message).toContain('surprise')
})

test('a file that is gone by now keeps its findings', () => {
  const cwd = makeFolder({ 'menu.js': SERVER })
  const project = projectOf(cwd)
  rmSync(join(cwd, 'menu.js'))
  expect(linesOf(judgeFile(0, project, setups))).toEqual([4, 5])
})

test('a rule that falls over spoils its own file only', () => {
  const [{ rule, options } = {} as RuleSetup] = setups
  const broken = {
    options,
    rule: {
      ...rule,
      find: () => {
        throw new TypeError('The rule fell over\nin two lines')
      },
    },
  }
  expect(judge(SERVER, [broken])).toMatchObject({
    findings: [],
    errors: [
      {
        type: 'internal',
        message: 'Internal error: The rule fell over in two lines',
        line: null,
        column: null,
      },
    ],
  })
})

test('functions called constructor and __proto__ are functions like any other', () => {
  const result = judge(`const app = require('express')()
const { readFileSync } = require('fs')
const table = { constructor() { readFileSync('a') }, ['__proto__']: () => readFileSync('b') }
app.get('/constructor', () => table.constructor())
app.get('/__proto__', () => __proto__())
function __proto__() { readFileSync('c') }
`)
  expect(linesOf(result)).toEqual([3, 6])
  expect(result.findings.map(({ entryPoints }) => entryPoints.map(({ name }) => name))).toEqual([
    ['GET /constructor'],
    ['GET /__proto__'],
  ])
})
