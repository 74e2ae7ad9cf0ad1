import { execFileSync } from 'node:child_process'
import { chmodSync, rmSync, symlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { openProjects, type OpenedProject } from '../../src/cli/open-projects.js'
import { findTargets, MissingPathsError } from '../../src/cli/targets.js'
import { withoutPrivileges } from '../analysis/without-privileges.js'
import { makeFolder } from './run-cli.js'

/** Files with a call each, named in one text. */
const sources = (names: string): Record<string, string> =>
  Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, 'go()\n']),
  )

const open = (paths: string[], cwd: string): OpenedProject[] => [
  ...openProjects(findTargets(paths, cwd), {
    cwd,
    usesCache: false,
    progress: { at: () => {}, end: () => {} },
  }),
]

const filesOf = ({ project, files }: OpenedProject, cwd: string): string[] =>
  files.map((file) => relative(cwd, project.program.files[file]?.file ?? ''))

/** What is checked, by project. */
const find = (paths: string[], cwd: string): string[][] =>
  open(paths, cwd).map((opened) => filesOf(opened, cwd))

test('finds sources of every kind, sorted, and nothing else', () => {
  const found = 'a.js b.ts c.mjs chart.js/index.js d.cjs e.jsx f.mts g.cts h.tsx lib/deep/a.js'
  const cwd = makeFolder(
    sources(`${found}
      readme.md data.json b.d.ts b.d.mts module.css.d.ts a.min.js .hidden/a.js
      node_modules/x/a.js lib/node_modules/x/a.js dist/a.js lib/build/a.js out/a.js coverage/a.js`),
  )
  expect(find(['.'], cwd)).toEqual([found.split(' ')])
})

test('passes over what git ignores, by files above, below and beside', () => {
  const cwd = makeFolder({
    '.gitignore': 'generated/\n/top.js\n*.gen.js\n!keep.gen.js\n',
    'packages/api/.gitignore': 'local.js\n',
    ...sources(`top.js packages/api/top.js packages/api/local.js packages/api/generated/a.js
      packages/api/a.gen.js packages/api/keep.gen.js`),
  })
  execFileSync('git', ['init', '-q'], { cwd })
  const expected = ['packages/api/keep.gen.js', 'packages/api/top.js']
  expect(find(['.'], cwd)).toEqual([expected])
  expect(find(['packages'], cwd)).toEqual([expected])
  expect(find(['.'], join(cwd, 'packages/api'))).toEqual([['keep.gen.js', 'top.js']])
})

test('reads .gitignore files outside of git, too', () => {
  const cwd = makeFolder({ '.gitignore': 'generated\n', ...sources('src/generated/a.js src/a.js') })
  expect(find(['.'], cwd)).toEqual([['src/a.js']])
  expect(find(['src'], cwd)).toEqual([['src/a.js']])
})

test('what is passed over is checked when it is named itself', () => {
  const cwd = makeFolder({
    '.gitignore': 'ignored\nnode_modules/\n',
    ...sources(`src/a.js dist/a.js ignored/a.js .hidden/a.js node_modules/@scope/server/a.js
      node_modules/server/lib/a.js node_modules/server/dist/a.js
      node_modules/server/node_modules/x/a.js`),
    'node_modules/server/package.json': '{ "name": "server" }',
  })
  execFileSync('git', ['init', '-q'], { cwd })
  expect(find(['dist'], cwd)).toEqual([['dist/a.js']])
  expect(find(['ignored'], cwd)).toEqual([['ignored/a.js']])
  expect(find(['.hidden'], cwd)).toEqual([['.hidden/a.js']])
  // What is installed is what was published, built or not.
  expect(find(['node_modules/server'], cwd)).toEqual([
    ['node_modules/server/dist/a.js', 'node_modules/server/lib/a.js'],
  ])
  expect(find(['node_modules/server/dist'], cwd)).toEqual([['node_modules/server/dist/a.js']])
  expect(find(['node_modules/@scope'], cwd)).toEqual([['node_modules/@scope/server/a.js']])
  expect(find(['ignored/a.js', 'src'], cwd)).toEqual([['ignored/a.js'], ['src/a.js']])
})

test('the place below the working directory tells what an ignored file is', () => {
  const cwd = makeFolder({ '.gitignore': 'cache\n', ...sources('test/cache/a.js src/a.js') })
  execFileSync('git', ['init', '-q'], { cwd })
  expect(open(['test/cache', 'src'], cwd).map(({ project }) => project.kinds)).toEqual([
    ['test'],
    ['server'],
  ])
})

test('a folder in node_modules is seen as part of its package', () => {
  const cwd = makeFolder({
    'package.json': '{ "name": "shop" }',
    'node_modules/server/package.json': '{ "name": "server" }',
    ...sources('src/a.js node_modules/server/lib/a.js node_modules/server/routes/b.js'),
  })
  const [opened] = open(['node_modules/server/lib'], cwd)
  expect(opened && filesOf(opened, cwd)).toEqual(['node_modules/server/lib/a.js'])
  expect(opened?.project.program.files.map(({ file }) => relative(cwd, file))).toEqual([
    'node_modules/server/lib/a.js',
    'node_modules/server/routes/b.js',
  ])
})

test('a file that is named is seen as part of the project around it', () => {
  const cwd = makeFolder({ 'package.json': '{ "name": "shop" }', ...sources('a.js lib/b.js') })
  const [opened] = open(['lib/b.js'], cwd)
  expect(opened && filesOf(opened, cwd)).toEqual(['lib/b.js'])
  expect(opened?.project.program.files).toHaveLength(2)
})

test('several projects in a folder that is none are opened one by one', () => {
  const cwd = makeFolder({
    'shop/package.json': '{ "name": "shop" }',
    'stock/package.json': '{ "name": "stock" }',
    ...sources('shop/src/a.js stock/b.js notes/c.js'),
  })
  expect(find(['shop/src', 'stock', 'shop'], cwd)).toEqual([['shop/src/a.js'], ['stock/b.js']])
  expect(find(['shop', 'stock/b.js', 'notes'], cwd)).toEqual([
    ['shop/src/a.js'],
    ['stock/b.js'],
    ['notes/c.js'],
  ])
})

test('takes paths outside of the working directory and names full of glob characters', () => {
  const root = makeFolder(sources('cwd/x.js a[b]{c}(d)/w.js a[b]{c}(d)/dist/w.js'))
  expect(find(['../a[b]{c}(d)'], join(root, 'cwd'))).toEqual([['../a[b]{c}(d)/w.js']])
  expect(find(['a[b]{c}(d)'], root)).toEqual([['a[b]{c}(d)/w.js']])
})

test('checks each file once', () => {
  const cwd = makeFolder(sources('src/a.js src/b.js src/script'))
  expect(find(['src', 'src/a.js', './src', 'src/script'], cwd)).toEqual([
    ['src/a.js', 'src/b.js'],
    ['src/script'],
  ])
})

test('follows links to files, never to folders, and tells broken ones', () => {
  const cwd = makeFolder(sources('src/a.js other/b.js other/c.js'))
  symlinkSync('a.js', join(cwd, 'src/again.js'))
  symlinkSync('../other/b.js', join(cwd, 'src/linked.js'))
  symlinkSync('nowhere.js', join(cwd, 'src/broken.js'))
  symlinkSync('.', join(cwd, 'src/loop'))
  symlinkSync('../other', join(cwd, 'src/other.js'))
  const [opened] = open(['src'], cwd)
  expect(opened && filesOf(opened, cwd)).toEqual(['other/b.js', 'src/a.js'])
  expect(opened?.failures).toEqual([
    {
      path: join(cwd, 'src/broken.js'),
      error: {
        type: 'read',
        message: 'Cannot be read: ENOENT: no such file or directory.',
        line: null,
        column: null,
      },
    },
  ])
})

test('a folder and a file that cannot be read are told, and the rest is checked', () => {
  const cwd = makeFolder(sources('a.js locked/b.js c.js'))
  chmodSync(cwd, 0o755)
  chmodSync(join(cwd, 'locked'), 0)
  chmodSync(join(cwd, 'c.js'), 0)
  const [opened] = withoutPrivileges(() => open(['.'], cwd))
  chmodSync(join(cwd, 'locked'), 0o755)
  expect(opened && filesOf(opened, cwd)).toEqual(['a.js'])
  const error = { type: 'read', message: 'Cannot be read: EACCES: permission denied.', line: null, column: null }
  expect(opened?.failures).toEqual([
    { path: join(cwd, 'locked'), error },
    { path: join(cwd, 'c.js'), error },
  ])
})

test('a file that goes between listing and reading is no error', () => {
  const cwd = makeFolder(sources('a.js b.js c.js'))
  const progress = { at: () => rmSync(join(cwd, 'b.js'), { force: true }), end: () => {} }
  const [opened] = openProjects(findTargets(['.'], cwd), { cwd, usesCache: false, progress })
  expect(opened && filesOf(opened, cwd)).toEqual(['a.js', 'c.js'])
  expect(opened?.failures).toEqual([])
})

test('names every path that does not exist, as it was given', () => {
  const cwd = makeFolder(sources('a.js'))
  const paths = ['a.js', 'nope', 'src/*.ts']
  expect(() => findTargets(paths, cwd)).toThrow(MissingPathsError)
  expect(() => findTargets(paths, cwd)).toThrow(
    /^No such file or folder: nope\nNo such file or folder: src\/\*\.ts$/,
  )
})

test('takes no pipe for a file, which might never end', () => {
  const cwd = makeFolder({})
  execFileSync('mkfifo', ['pipe.js'], { cwd })
  expect(() => findTargets(['pipe.js'], cwd)).toThrow('No such file or folder: pipe.js')
})
