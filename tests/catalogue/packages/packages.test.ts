import { describe, expect, test } from 'vitest'
import { blockingApisOf } from '../../../src/catalogue/package-apis.js'
import { packageFamilies } from '../../../src/catalogue/packages.js'
import { nameOfApi } from '../../../src/remedies.js'
import { compilers } from './compilers.js'
import { compression } from './compression.js'
import { configuration } from './configuration.js'
import { databases } from './databases.js'
import { fileSystem } from './file-system.js'
import { hashing } from './hashing.js'
import { images } from './images.js'
import { logging } from './logging.js'
import { parsers } from './parsers.js'
import { processes } from './processes.js'
import { nodeCalls } from '../node-calls.js'
import { type CallTable, expectedOf, markedIn, programOf, reportsOf } from '../reports-of.js'
import { templates } from './templates.js'
import { waiting } from './waiting.js'

const tables: readonly (readonly [family: string, table: CallTable])[] = [
  ['Files', fileSystem],
  ['Configuration and modules', configuration],
  ['Processes', processes],
  ['Waiting', waiting],
  ['Databases and stores', databases],
  ['Hashing, passwords and signatures', hashing],
  ['Compression', compression],
  ['Templates', templates],
  ['Compilers, minifiers and formatters', compilers],
  ['Parsers, search and text', parsers],
  ['Images and documents', images],
  ['Logging', logging],
]

const listed = packageFamilies.flatMap(({ packages }) => packages)

describe.each(tables)('%s', (family, table) => {
  test.each(Object.entries(table))('%s', (_, code) => {
    const program = programOf(code)
    expect(reportsOf(program, true)).toEqual(expectedOf(program, true))
    if (!markedIn(program).some(({ when }) => when === 'large input')) return
    expect(reportsOf(program, false)).toEqual(expectedOf(program, false))
  })

  test('are the packages that the catalogue has', () => {
    const packages = packageFamilies.find(({ title }) => title === family)?.packages ?? []
    expect(packages.map(({ specifiers: [name] }) => name)).toEqual(Object.keys(table))
  })
})

// What they have of node:fs is what is called of it in the table of Node.js.
test.each(['fs-extra', 'graceful-fs'])('%s has the functions of node:fs', (name) => {
  const calls = nodeCalls['node:fs']?.match(/^fs\.\w+Sync\([^)]*\)/gm) ?? []
  const reported = calls.map((call) => `${call} // io ${name}.${/\w+Sync/.exec(call)?.[0]}`)
  const program = programOf(`import * as fs from '${name}'\n\n${reported.join('\n')}`)
  expect(calls.length).toBeGreaterThan(40)
  expect(reportsOf(program, true)).toEqual(expectedOf(program, true))
})

test.each([
  ['@noble/hashes/argon2', '@noble/hashes/argon2.js'],
  ['@noble/hashes/pbkdf2', '@noble/hashes/pbkdf2.js'],
  ['@noble/hashes/scrypt', '@noble/hashes/scrypt.js'],
  ['svgo/browser', 'svgo'],
])('%s is another name of %s', (name, module) => {
  const code = tables.find(([, table]) => Object.hasOwn(table, module))?.[1][module] ?? ''
  const program = programOf(code.replaceAll(module, name))
  expect(expectedOf(program, true)).not.toEqual([])
  expect(reportsOf(program, true)).toEqual(expectedOf(program, true))
})

test('every family has a table', () => {
  expect(packageFamilies.map(({ title }) => title)).toEqual(tables.map(([family]) => family))
})

const marks = tables.flatMap(([, table]) =>
  Object.values(table).flatMap((code) => markedIn(programOf(code))),
)
const rows = listed.flatMap((entry) =>
  blockingApisOf(entry).map(([path, api]) => ({
    ...api,
    report: `${api.kind} ${nameOfApi({ module: entry.specifiers[0] ?? '', path })}`,
  })),
)

test('every path is called in a table', () => {
  const called = new Set(marks.map(({ report }) => report))
  expect(rows.length).toBeGreaterThan(400)
  expect(rows.filter(({ report }) => !called.has(report)).map(({ report }) => report)).toEqual([])
})

// No report shows these.
test('what is marked as blocking the first time only is what is listed so', () => {
  const marked = marks.filter(({ when }) => when === 'first call').map(({ report }) => report)
  const once = rows.filter(({ when }) => when?.type === 'first-call').map(({ report }) => report)
  expect(marked.length).toBeGreaterThan(3)
  expect(marked.toSorted()).toEqual(once.toSorted())
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
