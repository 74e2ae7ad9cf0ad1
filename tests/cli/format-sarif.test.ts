import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import type { Log, Result } from 'sarif'
import { expect, test } from 'vitest'
import type { CheckFinding } from '../../src/cli/check-result.js'
import { formatSarif } from '../../src/cli/format-sarif.js'
import { makeFinding, makeResult } from './result-of.js'

const require = createRequire(import.meta.url)

/** The official schema, of which a draft-04 id and the formats are all that Ajv 8 does not take. */
const isValid = (() => {
  const file = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
  const schema = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  delete schema['$schema']
  delete schema['id']
  return new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema)
})()

const format = (...findings: CheckFinding[]): Log => {
  const log = JSON.parse(formatSarif(makeResult(...findings), '/srv', '1.2.3')) as Log
  expect(isValid(log), JSON.stringify(isValid.errors)).toBe(true)
  return log
}

const resultsOf = (...findings: CheckFinding[]): readonly Result[] =>
  format(...findings).runs[0]?.results ?? []

test('the schema that is used refuses what is no SARIF', () => {
  expect(isValid({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false)
})

test('describes the tool, its rules and the base of its paths', () => {
  const [run] = format(makeFinding()).runs
  expect(run?.tool.driver).toMatchObject({ name: 'eslint-plugin-event-loop', semanticVersion: '1.2.3' })
  const rules = run?.tool.driver.rules ?? []
  expect(rules.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['event-loop/no-blocking-call', 'event-loop/no-request-in-worker']),
  )
  for (const { id, helpUri } of rules) expect(helpUri).toMatch(`/docs/${id.replace('event-loop', 'rules')}.md`)
  expect(run?.originalUriBaseIds).toEqual({ SRCROOT: { uri: 'file:///srv/' } })
})

test('a finding has its place, its level and a code flow with a location a hop', () => {
  const [result] = resultsOf(makeFinding())
  expect(result).toMatchObject({
    ruleId: 'event-loop/no-blocking-call',
    ruleIndex: 0,
    level: 'error',
    message: { text: 'It blocks.' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'templates.js', uriBaseId: 'SRCROOT' },
          region: { startLine: 12, startColumn: 5, endLine: 12, endColumn: 9 },
        },
      },
    ],
  })
  const hops = result?.codeFlows?.[0]?.threadFlows[0]?.locations ?? []
  expect(hops.map(({ location, nestingLevel }) => {
    const { artifactLocation, region } = location?.physicalLocation ?? {}
    const place = [artifactLocation?.uri, region?.startLine, region?.startColumn].join(':')
    return [nestingLevel, location?.message?.text, place]
  })).toEqual([
    [0, 'GET /invoices/:id', 'routes.js:4:1'],
    [1, 'render', 'routes.js:6:3'],
    [2, 'fs.readFileSync', 'templates.js:12:5'],
  ])
})

test('what is likely is a warning, and a rule without chains has no code flow', () => {
  const rule = 'event-loop/no-request-in-worker'
  const [run] = format(makeFinding({ confidence: 'likely' }), makeFinding({ rule, api: null })).runs
  const [first, second] = run?.results ?? []
  expect(first?.level).toBe('warning')
  expect(run?.tool.driver.rules?.[second?.ruleIndex ?? -1]?.id).toBe(rule)
  expect(second).not.toHaveProperty('codeFlows')
})

test('fingerprints heed the call and its function, not the lines', () => {
  const fingerprint = (...findings: CheckFinding[]): unknown[] =>
    resultsOf(...findings).map(({ partialFingerprints }) => partialFingerprints?.['eventLoopCall/v1'])
  const [here] = fingerprint(makeFinding())
  expect(here).toMatch(/^[\da-f]{32}$/)
  expect(fingerprint(makeFinding({ line: 99, endLine: 99, column: 1, headline: 'Else.' }))).toEqual([here])
  expect(fingerprint(makeFinding({ api: 'fs.statSync' }))).not.toEqual([here])
  // The same call twice in a function stays two results.
  expect(new Set(fingerprint(makeFinding(), makeFinding({ line: 13 }))).size).toBe(2)
})

test('paths are URIs, relative to the working directory where they are below it', () => {
  const chain = [{ type: 'blocking', name: 'x', file: '/srv/a b/ü%#.js', line: 1, column: 1 }] as const
  const outside = [{ type: 'blocking', name: 'x', file: '/opt/a b.js', line: 1, column: 1 }] as const
  const uris = resultsOf(makeFinding({ chain }), makeFinding({ chain: outside })).map(({ codeFlows }) => {
    return codeFlows?.[0]?.threadFlows[0]?.locations[0]?.location?.physicalLocation?.artifactLocation
  })
  expect(uris).toEqual([
    { uri: 'a%20b/%C3%BC%25%23.js', uriBaseId: 'SRCROOT' },
    { uri: 'file:///opt/a%20b.js' },
  ])
})

test('braces in a message are no placeholders', () => {
  const [result] = resultsOf(makeFinding({ headline: 'In GET /users/{0}.' }))
  expect(result?.message.text).toBe('In GET /users/{{0}}.')
})

test('files that could not be read or parsed are notifications', () => {
  const [invocation] = format().runs[0]?.invocations ?? []
  expect(invocation?.executionSuccessful).toBe(false)
  expect(invocation?.toolExecutionNotifications).toMatchObject([
    {
      level: 'error',
      message: { text: 'Parsing error: Unexpected {{.' },
      locations: [{ physicalLocation: { region: { startLine: 1, startColumn: 9 } } }],
    },
    {
      message: { text: 'Cannot be read: EACCES: permission denied.' },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'bad%2C%20100%25.ts' } } }],
    },
  ])
})
