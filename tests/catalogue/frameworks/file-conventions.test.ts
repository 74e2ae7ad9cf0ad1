import { describe, expect, test } from 'vitest'
import { blockingCallRule } from '../../../src/findings/blocking-call-rule.js'
import { requestInWorkerRule } from '../../../src/findings/offloading/request-in-worker-rule.js'
import { dependingOn, type Files, findingsIn } from '../../analysis/marked-files.js'
import { type ConventionTable, conventions, packages, silent } from './file-conventions.js'
import { expectedOf, programOf, programOfMemos } from './handler-table.js'

/** What both rules report in a file, as `line text`, and the names of the entry points. */
function reportsOf(path: string, program: readonly string[], files: Files) {
  const all = { [path]: program.join('\n'), ...files }
  const blocking = findingsIn(blockingCallRule, all).filter(({ place }) => place.startsWith(`${path}:`))
  const found = [...blocking, ...findingsIn(requestInWorkerRule, all)]
  return {
    names: [...new Set(blocking.map(({ data }) => data['entry']))],
    reports: found
      .map(({ location: { start, end } }) => ({ start, end }))
      .sort((a, b) => a.start.line - b.start.line || a.start.column - b.start.column)
      .map(({ start, end }) => `${start.line} ${program[start.line - 1]?.slice(start.column - 1, end.column - 1)}`),
  }
}

const rowsOf = (table: ConventionTable) =>
  Object.entries(table).flatMap(([framework, { dependsOn, files }]) =>
    files.map(([path, code, names = [], others = {}]) => {
      const besides = { 'package.json': dependingOn(dependsOn), ...others }
      return { framework, path, code, names, besides }
    }),
  )

describe('files that have a meaning by their place', () => {
  test.each(rowsOf(conventions))('$framework: $path, $code', ({ path, code, names, besides }) => {
    const found = reportsOf(path, programOf(code), besides)
    expect(found).toEqual({ names, reports: expectedOf(code) })
    const memos = programOfMemos(code)
    if (memos !== null) expect(reportsOf(path, memos.split('\n'), besides).reports).toEqual([])
  })

  test.each(rowsOf(silent))('$framework: nothing in $path, $code', ({ path, code, besides }) => {
    expect(reportsOf(path, programOf(code), besides).reports).toEqual([])
  })
})

describe('a package that shows which framework it is', () => {
  test.each(packages)('%s, in a package.json or by an import', (name, path, code) => {
    const reports = expectedOf(code)
    expect(reportsOf(path, programOf(code), { 'package.json': dependingOn(name) }).reports).toEqual(reports)
    expect(reportsOf(path, [...programOf(code), `import used from '${name}'`], {}).reports).toEqual(reports)
    expect(reportsOf(path, programOf(code), {}).reports).toEqual([])
  })
})
