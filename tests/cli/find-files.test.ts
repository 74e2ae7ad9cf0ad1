import { execFileSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { findFiles, MissingPathsError } from '../../src/cli/find-files.js'
import { makeFolder } from './run-cli.js'

/** Empty files, named in one text. */
const empty = (names: string): Record<string, string> =>
  Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, '']),
  )

const find = async (paths: string[], cwd: string): Promise<string[]> =>
  (await findFiles(paths, cwd)).map(({ path }) => relative(cwd, path))

test('finds sources of every kind, sorted, and nothing else', async () => {
  const found = 'a.js b.ts c.mjs chart.js/index.js d.cjs e.jsx f.mts g.cts h.tsx lib/deep/a.js'
  const cwd = makeFolder(
    empty(`${found}
      readme.md data.json b.d.ts b.d.mts module.css.d.ts a.min.js .hidden/a.js
      node_modules/x/a.js lib/node_modules/x/a.js dist/a.js lib/build/a.js out/a.js coverage/a.js`),
  )
  expect(await find(['.'], cwd)).toEqual(found.split(' '))
})

test('passes over what git ignores, by files above, below and beside', async () => {
  const cwd = makeFolder({
    '.gitignore': 'generated/\n/top.js\n*.gen.js\n!keep.gen.js\n',
    'packages/api/.gitignore': 'local.js\n',
    ...empty(`top.js packages/api/top.js packages/api/local.js packages/api/generated/a.js
      packages/api/a.gen.js packages/api/keep.gen.js`),
  })
  execFileSync('git', ['init', '-q'], { cwd })
  const expected = ['packages/api/keep.gen.js', 'packages/api/top.js']
  expect(await find(['.'], cwd)).toEqual(expected)
  expect(await find(['packages'], cwd)).toEqual(expected)
  expect(await find(['.'], join(cwd, 'packages/api'))).toEqual(['keep.gen.js', 'top.js'])
})

test('reads .gitignore files outside of git, too', async () => {
  const cwd = makeFolder({ '.gitignore': 'generated\n', 'src/generated/a.js': '', 'src/a.js': '' })
  expect(await find(['.'], cwd)).toEqual(['src/a.js'])
  expect(await find(['src'], cwd)).toEqual(['src/a.js'])
})

test('checks a folder that is passed over when it is named itself', async () => {
  const cwd = makeFolder({
    '.gitignore': 'ignored\nnode_modules/\n',
    ...empty(`dist/a.js ignored/a.js .hidden/a.js node_modules/@scope/server/a.js
      node_modules/server/lib/a.js node_modules/server/node_modules/x/a.js`),
  })
  execFileSync('git', ['init', '-q'], { cwd })
  expect(await find(['dist'], cwd)).toEqual(['dist/a.js'])
  expect(await find(['ignored'], cwd)).toEqual(['ignored/a.js'])
  expect(await find(['.hidden'], cwd)).toEqual(['.hidden/a.js'])
  expect(await find(['node_modules/server'], cwd)).toEqual(['node_modules/server/lib/a.js'])
  expect(await find(['node_modules/@scope/server'], cwd)).toEqual([
    'node_modules/@scope/server/a.js',
  ])
})

test('takes paths outside of the working directory and names full of glob characters', async () => {
  const root = makeFolder({ 'cwd/x.js': '', 'a [b]{c}(d)/w.js': '', 'a [b]{c}(d)/dist/w.js': '' })
  expect(await find(['../a [b]{c}(d)'], join(root, 'cwd'))).toEqual(['../a [b]{c}(d)/w.js'])
  expect(await find(['a [b]{c}(d)'], root)).toEqual(['a [b]{c}(d)/w.js'])
})

test('names each file once, and marks those that were named', async () => {
  const cwd = makeFolder({ 'src/a.js': '', 'src/b.js': '', 'src/script': '' })
  expect(await findFiles(['src', 'src/a.js', './src', 'src/script'], cwd)).toEqual([
    { path: join(cwd, 'src/a.js'), root: cwd, isExplicit: true },
    { path: join(cwd, 'src/b.js'), root: cwd, isExplicit: false },
    { path: join(cwd, 'src/script'), root: cwd, isExplicit: true },
  ])
})

test('outside of the working directory the given folder is the root', async () => {
  const root = makeFolder({ 'cwd/x.js': '', 'tests/app/src/a.js': '', 'tests/app/b.js': '' })
  const app = join(root, 'tests/app')
  expect(await findFiles([app, join(app, 'b.js')], join(root, 'cwd'))).toEqual([
    { path: join(app, 'b.js'), root: app, isExplicit: true },
    { path: join(app, 'src/a.js'), root: app, isExplicit: false },
  ])
})

test('follows links to files once, never to folders, and keeps broken ones', async () => {
  const cwd = makeFolder({ 'src/a.js': '', 'other/b.js': '' })
  symlinkSync('a.js', join(cwd, 'src/again.js'))
  symlinkSync('../other/b.js', join(cwd, 'src/linked.js'))
  symlinkSync('nowhere.js', join(cwd, 'src/broken.js'))
  symlinkSync('.', join(cwd, 'src/loop'))
  symlinkSync('../other', join(cwd, 'src/other.js'))
  expect(await find(['src'], cwd)).toEqual(['src/a.js', 'src/broken.js', 'src/linked.js'])
})

test('names every path that does not exist, as it was given', async () => {
  const cwd = makeFolder({ 'a.js': '' })
  const error = await findFiles(['a.js', 'nope', 'src/*.ts'], cwd).catch(
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(MissingPathsError)
  expect(String(error)).toBe(
    'Error: No such file or folder: nope\nNo such file or folder: src/*.ts',
  )
})
