import { describe, expect, test } from 'vitest'
import { lookupApi } from '../../../src/catalogue/index.js'
import { blockingApisOf } from '../../../src/catalogue/package-apis.js'
import { packageFamilies } from '../../../src/catalogue/packages.js'
import { nameOfApi } from '../../../src/findings/remedies.js'
import { compilers } from './compilers.js'
import { type CallTable, expectedIn, programOf, reportsOf } from './reports-of.js'

const tables: readonly (readonly [family: string, table: CallTable])[] = [
  ['Compilers, minifiers and formatters', compilers],
]

const listed = packageFamilies.flatMap(({ packages }) => packages)

describe.each(tables)('%s', (family, table) => {
  test.each(Object.entries(table))('%s', (_, code) => {
    const program = programOf(code)
    const expected = expectedIn(program).filter(({ note }) => note !== 'first call')
    const isLarge = ({ note }: { note: string | null }) => note === 'large input'
    expect(reportsOf(program, true)).toEqual(
      expected.map((report) => (isLarge(report) ? { ...report, note: null } : report)),
    )
    if (!expected.some(isLarge)) return
    expect(reportsOf(program, false)).toEqual(expected.filter((report) => !isLarge(report)))
  })

  test('are the packages that the catalogue has', () => {
    const packages = packageFamilies.find(({ title }) => title === family)?.packages ?? []
    expect(packages.map(({ specifiers: [name] }) => name)).toEqual(Object.keys(table))
  })
})

test('every family has a table', () => {
  expect(packageFamilies.map(({ title }) => title)).toEqual(tables.map(([family]) => family))
})

test('every path is called in a table', () => {
  const called = new Set(
    tables.flatMap(([, table]) =>
      Object.values(table).flatMap((code) =>
        expectedIn(programOf(code)).map(({ report }) => report),
      ),
    ),
  )
  const missing = listed.flatMap((entry) =>
    blockingApisOf(entry)
      .map(([path, { kind }]) => `${kind} ${nameOfApi({ module: entry.specifiers[0] ?? '', path })}`)
      .filter((report) => !called.has(report)),
  )
  expect(missing).toEqual([])
})

test('what is marked as blocking the first time only is listed so', () => {
  const firstCalls = tables.flatMap(([, table]) =>
    Object.entries(table).flatMap(([name, code]) =>
      expectedIn(programOf(code))
        .filter(({ note }) => note === 'first call')
        .map(({ report }) => [name, report.replace(/^.*?\./, '')] as const),
    ),
  )
  for (const [name, path] of firstCalls) {
    expect(lookupApi(name, path.replace('#', '.prototype.'))?.blocking?.when).toEqual({
      type: 'first-call',
    })
  }
})

test('every module is listed once, and nothing both ways', () => {
  const specifiers = listed.flatMap((entry) => entry.specifiers)
  expect(new Set(specifiers).size).toBe(specifiers.length)
  for (const entry of listed) {
    const paths = blockingApisOf(entry).map(([path]) => path)
    expect(new Set(paths).size).toBe(paths.length)
    expect(paths.filter((path) => entry.leftOut?.[path] !== undefined)).toEqual([])
  }
})
