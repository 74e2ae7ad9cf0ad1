import { join } from 'node:path'
import { expect, it } from 'vitest'

import { SourcePositions } from '../../../src/runtime/watcher/source-position.js'
import { makeFolder } from '../../cli/run-cli.js'

const source = 'const loaves = bake()\nserve(loaves)\n'
const positionsIn = (workingDirectory: string, stripsTypes = false): SourcePositions =>
  new SourcePositions({ workingDirectory, startedAt: Date.now() + 60_000, stripsTypes })
const at = (file: string, line: number, column: number) => ({ functionName: 'serve', file, line, column })

it('takes no position for one in the source that cannot be there', () => {
  const folder = makeFolder({ 'oven.js': source, 'oven.ts': source })
  const positions = positionsIn(folder)
  const js = join(folder, 'oven.js')
  const ts = join(folder, 'oven.ts')
  expect(positions.original(at(js, 2, 1)).isCompiled).toBeUndefined()
  expect(positions.original(at(js, 1, 400)).isCompiled).toBe(true)
  expect(positions.original(at(js, 40, 1)).isCompiled).toBe(true)
  // Something has compiled it, unless Node.js itself has only stripped its types.
  expect(positions.original(at(ts, 2, 1)).isCompiled).toBe(true)
  expect(positionsIn(folder, true).original(at(ts, 2, 1)).isCompiled).toBeUndefined()
  expect(positions.hashOf(positions.original(at(ts, 2, 1)))).toBeNull()
})

it('takes what Vite made of its configuration for compiled, once that is gone', () => {
  const folder = makeFolder({ 'vite.config.js': source })
  const file = join(folder, 'node_modules/.vite-temp/vite.config.js.timestamp-1-a.mjs')
  expect(positionsIn(folder).original(at(file, 2, 1))).toEqual({ ...at(file, 2, 1), isCompiled: true })
})

it('believes the program about its own positions', () => {
  const folder = makeFolder({ 'oven.ts': source })
  const positions = positionsIn(folder)
  const file = join(folder, 'oven.ts')
  positions.providePositions([{ from: at(file, 9, 30), to: at(file, 2, 1) }])
  expect(positions.original(at(file, 9, 30))).toEqual({ ...at(file, 2, 1), generated: { file, line: 9, column: 30 } })
})

it('keeps sources that bundlers name in their own way, where they are there', () => {
  const folder = makeFolder({ 'src/oven.ts': source, 'dist/server.js': 'bake()\n' })
  const positions = positionsIn(folder)
  const file = join(folder, 'dist/server.js')
  // Line 1, column 1 comes from line 2, column 1.
  const map = { version: 3, names: [], mappings: 'AACA', sources: ['webpack://bakery/./src/oven.ts'] }
  positions.provide(file, { json: JSON.stringify(map), url: `file://${file}` })
  expect(positions.original(at(file, 1, 1))).toMatchObject({ file: join(folder, 'src/oven.ts'), line: 2 })
})

it('names the package that a bundle’s map leads to', () => {
  const folder = makeFolder({
    'dist/server.js': 'bake()\n',
    'node_modules/oven/package.json': '{ "name": "oven", "version": "2.1.0" }',
    'node_modules/oven/src/bake.ts': source,
  })
  const positions = positionsIn(folder)
  const file = join(folder, 'dist/server.js')
  const map = { version: 3, names: [], mappings: 'AACA', sources: ['../node_modules/oven/src/bake.ts'] }
  positions.provide(file, { json: JSON.stringify(map), url: `file://${file}` })
  expect(positions.original(at(file, 1, 1))).toMatchObject({ line: 2, package: 'oven@2.1.0' })
})

it('has no hash of a line that was written after the program began', () => {
  const folder = makeFolder({ 'oven.js': source })
  const before = new SourcePositions({ workingDirectory: folder, startedAt: 0, stripsTypes: false })
  expect(before.hashOf(at(join(folder, 'oven.js'), 2, 1))).toBeNull()
  expect(positionsIn(folder).hashOf(at(join(folder, 'oven.js'), 2, 1))).toMatch(/^[\da-f]{16}$/)
})
