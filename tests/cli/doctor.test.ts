import { describe, expect, it, test } from 'vitest'
import { judgeReports } from '../../src/cli/doctor/judge-reports.js'
import { provokedStalls } from '../../src/cli/doctor/stalls.js'
import { stallReport } from '../runtime/stall-report.js'
import { makeFolder, runCli } from './run-cli.js'

const place = { functionName: 'calculate', file: '/stalls.js', line: 1, column: 1, textHash: null }
const report = stallReport({ durationMs: 500, place })
const { javascript, hang, request } = provokedStalls
const api = { name: 'fs.readFileSync', argument: null, calls: 1, totalMs: 500 }

test('the doctor has every stall caught, and writes nothing else', { timeout: 120_000 }, async () => {
  const folder = makeFolder({})
  const { code, stdout, stderr } = await runCli(['doctor'], folder)
  expect(stderr).toBe('')
  const [head, ...lines] = stdout.trimEnd().split('\n')
  expect(head).toBe(`Node.js ${process.version} on ${process.platform} ${process.arch}`)
  expect(lines.map((line) => line.replace(/ {2}\d+ ms.*/, ''))).toEqual([
    ...Object.values(provokedStalls).map(({ title }) => `caught  ${title}`),
    `All ${Object.keys(provokedStalls).length} are caught.`,
  ])
  expect(code).toBe(0)
})

describe('a stall', () => {
  it('is caught when line, cause and request are right', () => {
    expect(judgeReports(javascript!, [report])).toBeNull()
    const named = { method: 'GET', path: '/menu', route: null }
    expect(judgeReports(request!, [{ ...report, request: named }])).toBeNull()
    expect(judgeReports(hang!, [{ ...report, stillBlocked: true }, report])).toBeNull()
  })

  it.each([
    ['not reported', javascript, []],
    ['reported 120 ms only', javascript, [{ ...report, durationMs: 120 }]],
    ['no line is named', javascript, [{ ...report, place: null }]],
    ['blames serve', javascript, [{ ...report, place: { ...place, functionName: 'serve' } }]],
    ['the cause is said to be unknown', javascript, [{ ...report, cause: null }]],
    ['the request is said to be unknown', request, [report]],
    ['reported only when it was over', hang, [report]],
    ['no API is named', provokedStalls['sync-api'], [{ ...report, place: { ...place, functionName: 'waitForCommand' } }]],
    ['names fs.readFileSync', provokedStalls['sync-api'], [{ ...report, api, place: { ...place, functionName: 'waitForCommand' } }]],
  ])('is missed when it is %s', (mistake, stall, reports) => {
    expect(judgeReports(stall!, reports)).toBe(mistake)
  })
})
