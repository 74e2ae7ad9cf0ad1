import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, realpathSync, rmSync, Stats, symlinkSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, relative } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { SourceTree } from '../../src/analysis/index-files/source-tree.js'
import { Stamp } from '../../src/analysis/index-files/stamp.js'
import { findProjectRoot, listSourceFiles } from '../../src/analysis/source-files.js'
import { makeFolder } from '../cli/run-cli.js'
import { withoutPrivileges } from './without-privileges.js'

const list = (root: string): string[] => listSourceFiles(root).map((file) => relative(root, file))

describe('listSourceFiles', () => {
  test('lists sources of every kind, sorted, and nothing else', () => {
    const root = makeFolder({
      'b.ts': '', 'a.js': '', 'c.mjs': '', 'd.cjs': '', 'e.jsx': '', 'f.mts': '', 'g.cts': '', 'h.tsx': '',
      'lib/deep/a.js': '', 'readme.md': '', 'data.json': '', 'b.d.ts': '', 'b.d.mts': '', 'a.min.js': '',
      'module.css.d.ts': '', '.hidden/a.js': '', '.next/a.js': '', 'node_modules/x/a.js': '',
      'lib/node_modules/x/a.js': '', 'dist/a.js': '', 'lib/build/a.js': '', 'out/a.js': '',
      'coverage/a.js': '', 'chart.js/index.js': '', 'constructor.js': '', '__proto__.ts': '', 'js': '',
    })
    expect(list(root)).toEqual([
      '__proto__.ts', 'a.js', 'b.ts', 'c.mjs', 'chart.js/index.js', 'constructor.js', 'd.cjs', 'e.jsx',
      'f.mts', 'g.cts', 'h.tsx', 'lib/deep/a.js',
    ])
  })

  test('leaves out tests, by their folders below the root and by their names', () => {
    const root = makeFolder({
      'tests/app/a.js': '', 'tests/app/test/a.js': '', 'tests/app/src/a.test.ts': '', 'tests/app/src/b.spec.mjs': '',
      'tests/app/src/__mocks__/a.js': '', 'tests/app/e2e/a.ts': '', 'tests/app/src/contest/a.js': '',
      'tests/app/test.js': '', 'tests/app/testing/a.js': '',
    })
    const app = join(root, 'tests/app')
    expect(list(app)).toEqual(['a.js', 'src/contest/a.js', 'test.js', 'testing/a.js'])
    expect(new SourceTree(app).list().tests.map((file) => relative(app, file))).toEqual([
      'e2e/a.ts', 'src/__mocks__/a.js', 'src/a.test.ts', 'src/b.spec.mjs', 'test/a.js',
    ])
  })

  test('tells a test by its place in the project alone, also behind a link', () => {
    const root = makeFolder({ 'tests/lib/a.js': '', 'app/package.json': '{}', 'app/own.js': '' })
    symlinkSync('../tests/lib/a.js', join(root, 'app/linked.js'))
    const { files, tests } = new SourceTree(join(root, 'app')).list()
    expect([files, tests]).toEqual([[join(root, 'app/own.js'), join(root, 'tests/lib/a.js')], []])
  })

  test('leaves out what git ignores, by files above, below and beside', () => {
    const root = makeFolder({
      '.gitignore': 'generated/\n/top.js\n*.gen.js\n!keep.gen.js\n',
      'top.js': '', 'packages/api/top.js': '', 'packages/api/generated/a.js': '', 'packages/api/a.gen.js': '',
      'packages/api/keep.gen.js': '', 'packages/api/.gitignore': 'local.js\n!b.gen.js\n',
      'packages/api/local.js': '', 'packages/api/b.gen.js': '', 'local.js': '',
    })
    execFileSync('git', ['init', '-q'], { cwd: root })
    writeFileSync(join(root, '.git/info/exclude'), 'mine.js\n')
    writeFileSync(join(root, 'packages/mine.js'), '')
    expect(list(root)).toEqual([
      'local.js', 'packages/api/b.gen.js', 'packages/api/keep.gen.js', 'packages/api/top.js',
    ])
    expect(list(join(root, 'packages/api'))).toEqual(['b.gen.js', 'keep.gen.js', 'top.js'])
  })

  test('reads .gitignore files outside of git, but none above the folder', () => {
    const root = makeFolder({ '.gitignore': '*.js\n', 'app/.gitignore': 'a.js\n', 'app/a.js': '', 'app/b.js': '' })
    expect(list(join(root, 'app'))).toEqual(['b.js'])
  })

  test('lists an ignored folder that is named itself', () => {
    const root = makeFolder({ '.gitignore': 'ignored\n', 'ignored/a.js': '', 'node_modules/x/a.js': '' })
    execFileSync('git', ['init', '-q'], { cwd: root })
    expect(list(join(root, 'ignored'))).toEqual(['a.js'])
    expect(list(join(root, 'node_modules/x'))).toEqual(['a.js'])
  })

  test('follows links to files, once each, and none to folders', () => {
    const root = makeFolder({ 'a/a.js': '', 'elsewhere/b.js': '', '.gitignore': 'elsewhere\n' })
    symlinkSync('a.js', join(root, 'a/twin.js'))
    symlinkSync('../elsewhere/b.js', join(root, 'a/b.js'))
    symlinkSync('..', join(root, 'a/up'))
    symlinkSync('loop', join(root, 'loop'))
    symlinkSync('round.js', join(root, 'round.js'))
    symlinkSync('gone.js', join(root, 'broken.js'))
    const { files, problems } = new SourceTree(root).list()
    expect(files.map((file) => relative(root, file))).toEqual(['a/a.js', 'elsewhere/b.js'])
    expect(problems.map(({ file }) => relative(root, file)).sort()).toEqual(['broken.js', 'round.js'])
  })

  test('gives real paths', () => {
    const root = makeFolder({ 'real/a.js': '' })
    symlinkSync('real', join(root, 'link'))
    expect(listSourceFiles(join(root, 'link'))).toEqual([join(root, 'real/a.js')])
  })

  test('leaves out what is larger than anybody writes', () => {
    const root = makeFolder({ 'a.js': 'run()\n', 'big.js': 'run()\n'.repeat(200_000) })
    expect(list(root)).toEqual(['a.js'])
  })

  test.each([
    ['an installed package', 'node_modules/server', { 'package.json': '{}', 'index.js': '', 'dist/a.js': '', 'src/b.js': '' }, ['dist/a.js', 'index.js', 'src/b.js']],
    ['nothing but output', 'server', { 'dist/a.js': '' }, ['dist/a.js']],
    ['a published package', 'server', { 'package.json': '{}', 'index.js': '', 'dist/a.js': '', 'examples/b.ts': '' }, ['dist/a.js', 'examples/b.ts', 'index.js']],
    ['sources beside their output', 'server', { 'package.json': '{"main":"dist/a.js"}', 'src/a.js': '', 'dist/a.js': '' }, ['src/a.js']],
    ['TypeScript beside its output', 'server', { 'package.json': '{"main":"dist/a.js"}', 'a.ts': '', 'dist/a.js': '' }, ['a.ts']],
    ['TypeScript in lib', 'server', { 'package.json': '{"main":"build/lib/a.js"}', 'lib/a.ts': '', 'build/lib/a.js': '' }, ['lib/a.ts']],
  ])('reads build output only when it is all there is: %s', (_, folder, texts, expected) => {
    const files = Object.entries(texts).map(([name, text]) => [join(folder, name), text])
    const root = makeFolder(Object.fromEntries(files) as Record<string, string>)
    expect(list(join(root, folder))).toEqual(expected)
  })

  test('in a repository, output counts when the package runs it and git does not ignore it', () => {
    const texts = { 'package.json': '{"bin":{"a":"./dist/a.js"}}', 'index.js': '', 'dist/a.js': '' }
    const tracked = makeFolder(texts)
    execFileSync('git', ['init', '-q'], { cwd: tracked })
    expect(list(tracked)).toEqual(['dist/a.js', 'index.js'])
    const ignored = makeFolder({ ...texts, '.gitignore': '/dist\n' })
    execFileSync('git', ['init', '-q'], { cwd: ignored })
    expect(list(ignored)).toEqual(['index.js'])
    const unrelated = makeFolder({ ...texts, 'package.json': '{"main":"index.js"}' })
    execFileSync('git', ['init', '-q'], { cwd: unrelated })
    expect(list(unrelated)).toEqual(['index.js'])
  })

  test('goes on past a folder that cannot be read, and names it', () => {
    const root = makeFolder({ 'a.js': '', 'locked/b.js': '', 'z/c.js': '' })
    chmodSync(root, 0o755)
    chmodSync(join(root, 'locked'), 0)
    const { files, problems } = withoutPrivileges(() => new SourceTree(root).list())
    chmodSync(join(root, 'locked'), 0o755)
    expect(files.map((file) => relative(root, file))).toEqual(['a.js', 'z/c.js'])
    expect(problems).toEqual([
      { file: join(root, 'locked'), message: expect.stringMatching(/^Cannot be read: EACCES/) as string },
    ])
  })

  test('of a folder that is not there lists nothing', () => {
    const { files, problems } = new SourceTree('/no/such/folder').list()
    expect([files, problems.map(({ file }) => file)]).toEqual([[], ['/no/such/folder']])
  })
})

test('a stamp holds once the clock has moved on, and until something is written', () => {
  const statsAt = (age: number, size = 1): Stats => {
    const time = Date.now() - age
    return Object.assign(Object.create(Stats.prototype) as Stats, { mtimeMs: time, ctimeMs: time, size, ino: 1, dev: 1 })
  }
  const [old, fresh] = [statsAt(10_000), statsAt(0)]
  expect(new Stamp(old).equals(new Stamp(old))).toBe(true)
  expect(new Stamp(fresh).equals(new Stamp(fresh))).toBe(false)
  expect(new Stamp(old).equals(new Stamp(Object.assign(Object.create(Stats.prototype) as Stats, old, { size: 2 })))).toBe(false)
})

test.each([0, 10_000])('a tree sees what changed, %i ms after it was listed first', (age) => {
  const now = Date.now() + age
  vi.spyOn(Date, 'now').mockReturnValue(now)
  onTestFinished(() => void vi.restoreAllMocks())
  const root = makeFolder({ 'a.js': '', 'b/b.js': '', 'c/c.js': '' })
  const tree = new SourceTree(root)
  const files = (): string[] => tree.list().files.map((file) => relative(root, file))
  expect(files()).toEqual(['a.js', 'b/b.js', 'c/c.js'])
  rmSync(join(root, 'b/b.js'))
  writeFileSync(join(root, 'c/d.js'), '')
  mkdirSync(join(root, 'e'))
  writeFileSync(join(root, 'e/e.ts'), '')
  expect(files()).toEqual(['a.js', 'c/c.js', 'c/d.js', 'e/e.ts'])
  writeFileSync(join(root, '.gitignore'), 'c\n')
  expect(files()).toEqual(['a.js', 'e/e.ts'])
  writeFileSync(join(root, '.gitignore'), 'e\n')
  expect(files()).toEqual(['a.js', 'c/c.js', 'c/d.js'])
  rmSync(join(root, '.gitignore'))
  expect(files()).toEqual(['a.js', 'c/c.js', 'c/d.js', 'e/e.ts'])
})

describe('findProjectRoot', () => {
  const app = '{"name":"app"}'
  const rootOf = (files: Record<string, string>, folder: string): string => {
    const top = makeFolder({ '.git/HEAD': '', ...files })
    mkdirSync(join(top, folder), { recursive: true })
    return relative(top, findProjectRoot(join(top, folder)))
  }

  test.each<[string, Record<string, string>, string, string]>([
    ['the nearest package.json', { 'package.json': app, 'app/package.json': app }, 'app/src/deep', 'app'],
    ['the folder itself without any', {}, 'app/src', 'app/src'],
    ['npm workspaces', { 'package.json': '{"workspaces":["packages/*"]}', 'packages/a/package.json': app }, 'packages/a/src', ''],
    ['workspaces with nohoist', { 'package.json': '{"workspaces":{"packages":["./apps/**"]}}', 'apps/x/y/package.json': app }, 'apps/x/y', ''],
    ['a package outside of the workspaces', { 'package.json': '{"workspaces":["packages/*"]}', 'tools/a/package.json': app }, 'tools/a', 'tools/a'],
    ['a package taken out of the workspaces', { 'package.json': '{"workspaces":["packages/*","!packages/a"]}', 'packages/a/package.json': app }, 'packages/a', 'packages/a'],
    ['alternatives', { 'package.json': '{"workspaces":["{apps,libs}/*"]}', 'libs/a/package.json': app }, 'libs/a', ''],
    ['pnpm', { 'pnpm-workspace.yaml': '# all\npackages:\n  - "packages/*" # these\n  - \'!**/test/**\'\n\ncatalog:\n  a: 1\n', 'package.json': app, 'packages/a/package.json': app }, 'packages/a', ''],
    ['pnpm in brackets', { 'pnpm-workspace.yaml': "packages: ['apps/*', libs/*]\n", 'libs/a/package.json': app }, 'libs/a', ''],
    ['lerna', { 'lerna.json': '{"packages":["packages/*"]}', 'package.json': app, 'packages/a/package.json': app }, 'packages/a', ''],
    ['a package.json that only names a module system', { 'package.json': app, 'src/esm/package.json': '{"type":"module"}' }, 'src/esm', ''],
    ['a broken package.json', { 'package.json': app, 'app/package.json': '{"name":' }, 'app', 'app'],
    ['a workspace field that makes no sense', { 'package.json': '{"workspaces":{"packages":7}}', 'a/package.json': app }, 'a', 'a'],
    ['a pattern that is no expression', { 'package.json': '{"workspaces":["{a"]}', 'a/package.json': app }, 'a', 'a'],
  ])('%s', (_, files, folder, expected) => {
    expect(rootOf(files, folder)).toBe(expected)
  })

  test('never leaves the repository', () => {
    const top = makeFolder({ 'package.json': '{"workspaces":["*"]}', 'app/package.json': app, 'app/.git/HEAD': '' })
    expect(findProjectRoot(join(top, 'app'))).toBe(join(top, 'app'))
    const bare = makeFolder({ 'package.json': app, 'app/.git/HEAD': '' })
    expect(findProjectRoot(join(bare, 'app'))).toBe(join(bare, 'app'))
  })

  test('never takes the home folder', () => {
    const home = realpathSync(makeFolder({ 'package.json': app, 'work/a.js': '' }))
    const before = process.env['HOME']
    process.env['HOME'] = home
    try {
      expect(homedir()).toBe(home)
      expect(findProjectRoot(join(home, 'work'))).toBe(join(home, 'work'))
    } finally {
      if (before === undefined) delete process.env['HOME']
      else process.env['HOME'] = before
    }
  })
})
