import { describe, expect, test } from 'vitest'
import { allBlockingApis } from '../../src/catalogue/index.js'
import { nameOfApi } from '../../src/remedies.js'
import { nodeCalls } from './node-calls.js'
import { expectedOf, markedIn, programOf, reportsOf } from './reports-of.js'

describe('calls of Node.js', () => {
  test.each(Object.entries(nodeCalls))('%s', (_, code) => {
    const program = programOf(code)
    expect(reportsOf(program, true)).toEqual(expectedOf(program, true))
    expect(reportsOf(program, false)).toEqual(expectedOf(program, false))
  })
})

const otherNames: readonly (readonly [name: string, module: string])[] = [
  ...['assert', 'buffer', 'fs/promises', 'inspector', 'module', 'process', 'v8', 'vm', 'wasi', 'zlib'].map(
    (name) => [name, `node:${name}`] as const,
  ),
  ['assert/strict', 'node:assert'],
  ['node:assert/strict', 'node:assert'],
  ['inspector/promises', 'node:inspector'],
  ['node:inspector/promises', 'node:inspector'],
]

test.each(otherNames)('%s is another name of %s', (name, module) => {
  const code = nodeCalls[module] ?? ''
  const program = programOf(code.replaceAll(`'${module}'`, `'${name}'`).replace(`'${module.slice(5)}'`, `'${name}'`))
  const nameOf = (specifier: string): string => specifier.replace(/^node:/, '')
  const expected = expectedOf(program, true).map((each) => ({
    ...each,
    report: each.report.replace(` ${nameOf(module)}`, ` ${nameOf(name)}`),
  }))
  expect(expected).not.toEqual([])
  expect(reportsOf(program, true)).toEqual(expected)
})

const marks = Object.values(nodeCalls).flatMap((code) => markedIn(programOf(code)))
const rows = allBlockingApis().map((row) => ({
  ...row,
  report: `${row.api.kind} ${nameOfApi(row)}`,
}))

test('every path is called in the table', () => {
  const called = new Set(marks.map(({ report }) => report))
  expect(rows.length).toBeGreaterThan(220)
  expect(rows.filter(({ report }) => !called.has(report)).map(({ report }) => report)).toEqual([])
})

// No report shows these.
test('what is marked as blocking the first time only is what is listed so', () => {
  const marked = marks.filter(({ when }) => when === 'first call').map(({ report }) => report)
  const once = rows.filter(({ api }) => api.when?.type === 'first-call')
  expect(marked.toSorted()).toEqual(once.map(({ report }) => report).toSorted())
})
