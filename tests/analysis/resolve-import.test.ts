import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SourceTree } from '../../src/analysis/index-files/source-tree.js'
import { createImportResolver, ImportResolver } from '../../src/analysis/resolve-import.js'
import { makeFolder } from '../cli/run-cli.js'

type Files = Readonly<Record<string, string>>
type Row = readonly [name: string, files: Files, from: string, specifier: string, expected: string | null]

const resolveIn = (root: string, from: string, specifier: string): string | null => {
  const found = createImportResolver(root)(specifier, join(root, from))
  return found === null ? null : relative(root, found)
}

const relativeRows: readonly Row[] = [
  ['a file as written', { 'a.js': '', 'b.js': '' }, 'a.js', './b.js', 'b.js'],
  ['without extension', { 'a.ts': '', 'lib/b.ts': '' }, 'a.ts', './lib/b', 'lib/b.ts'],
  ['.js written for .ts', { 'a.ts': '', 'b.ts': '' }, 'a.ts', './b.js', 'b.ts'],
  ['.js written for .tsx', { 'a.ts': '', 'b.tsx': '' }, 'a.ts', './b.js', 'b.tsx'],
  ['.mjs written for .mts', { 'a.mts': '', 'b.mts': '' }, 'a.mts', './b.mjs', 'b.mts'],
  ['.cjs written for .cts', { 'a.cts': '', 'b.cts': '' }, 'a.cts', './b.cjs', 'b.cts'],
  ['.ts before the .js that was made of it', { 'a.ts': '', 'b.ts': '', 'b.js': '' }, 'a.ts', './b.js', 'b.ts'],
  ['a name with a dot in it', { 'a.ts': '', 'users.service.ts': '' }, 'a.ts', './users.service', 'users.service.ts'],
  ['an index', { 'a.js': '', 'lib/index.ts': '' }, 'a.js', './lib', 'lib/index.ts'],
  ['a file before a folder', { 'a.js': '', 'lib.js': '', 'lib/index.js': '' }, 'a.js', './lib', 'lib.js'],
  ['a folder by its slash', { 'a.js': '', 'lib.js': '', 'lib/index.js': '' }, 'a.js', './lib/', 'lib/index.js'],
  ['the folder itself', { 'lib/a.js': '', 'lib/index.js': '', 'index.js': '' }, 'lib/a.js', '.', 'lib/index.js'],
  ['the folder above', { 'lib/a.js': '', 'lib/index.js': '', 'index.js': '' }, 'lib/a.js', '..', 'index.js'],
  ['a folder with a package.json', { 'a.js': '', 'lib/package.json': '{"main":"start"}', 'lib/start.js': '', 'lib/index.js': '' }, 'a.js', './lib', 'lib/start.js'],
  ['names from Object.prototype', { 'a.js': '', 'constructor.js': '', '__proto__.ts': '' }, 'a.js', './__proto__', '__proto__.ts'],
  ['build output that stands for sources', { 'bin/a.js': '', 'src/cli/run.ts': '', 'package.json': '{}', 'dist/cli/run.js': '' }, 'bin/a.js', '../dist/cli/run', 'src/cli/run.ts'],
  ['what a bundler reads after a question mark', { 'a.js': '', 'b.js': '' }, 'a.js', './b.js?worker', 'b.js'],
  ['an absolute path of nothing', { 'a.js': '' }, 'a.js', '/b.js', null],
  ['data', { 'a.js': '', 'b.json': '{}' }, 'a.js', './b.json', null],
  ['a declaration', { 'a.ts': '', 'b.d.ts': '' }, 'a.ts', './b', null],
  ['nothing', { 'a.ts': '' }, 'a.ts', './b', null],
  ['an empty name', { 'a.ts': '' }, 'a.ts', '', null],
  ['a name that no file can have', { 'a.ts': '' }, 'a.ts', './a\0', null],
]

const config = (options: object, more: object = {}): string => JSON.stringify({ compilerOptions: options, ...more })

const aliasRows: readonly Row[] = [
  ['paths', { 'tsconfig.json': config({ paths: { '@/*': ['./src/*'] } }), 'src/a.ts': '', 'src/b/c.ts': '' }, 'src/a.ts', '@/b/c', 'src/b/c.ts'],
  ['paths from a baseUrl', { 'tsconfig.json': config({ baseUrl: './src', paths: { '@lib/*': ['lib/*'] } }), 'src/a.ts': '', 'src/lib/c.ts': '' }, 'src/a.ts', '@lib/c.js', 'src/lib/c.ts'],
  ['an exact path', { 'tsconfig.json': config({ paths: { config: ['./src/config/index.ts'], '*': ['./no/*'] } }), 'src/a.ts': '', 'src/config/index.ts': '' }, 'src/a.ts', 'config', 'src/config/index.ts'],
  ['the longest pattern', { 'tsconfig.json': config({ paths: { '*': ['./x/*'], '@a/*': ['./x/*'], '@a/b/*': ['./y/*'] } }), 'x/b/c.ts': '', 'y/c.ts': '', 'a.ts': '' }, 'a.ts', '@a/b/c', 'y/c.ts'],
  ['the second target', { 'tsconfig.json': config({ paths: { '~/*': ['./gen/*', './src/*'] } }), 'src/a.ts': '' }, 'src/a.ts', '~/a', 'src/a.ts'],
  ['a baseUrl alone', { 'tsconfig.json': config({ baseUrl: 'src' }), 'src/a.ts': '', 'src/lib/b.ts': '' }, 'src/a.ts', 'lib/b', 'src/lib/b.ts'],
  ['jsconfig.json', { 'jsconfig.json': config({ paths: { '#lib/*': ['./lib/*'] } }), 'a.js': '', 'lib/b.js': '' }, 'a.js', '#lib/b', 'lib/b.js'],
  ['the nearest tsconfig.json', { 'tsconfig.json': config({ paths: { '@/*': ['./*'] } }), 'app/tsconfig.json': config({ paths: { '@/*': ['./src/*'] } }), 'app/src/a.ts': '', 'a.ts': '' }, 'app/src/a.ts', '@/a', 'app/src/a.ts'],
  ['what it extends', { 'tsconfig.base.json': config({ paths: { '@/*': ['./libs/*'] } }), 'app/tsconfig.json': '{"extends":"../tsconfig.base"}', 'app/a.ts': '', 'libs/b.ts': '' }, 'app/a.ts', '@/b', 'libs/b.ts'],
  ['what it extends, more than one', { 'x.json': config({ paths: { '@/*': ['./x/*'] } }), 'y.json': config({ baseUrl: 'y' }), 'tsconfig.json': '{"extends":["./x.json","./y.json"]}', 'a.ts': '', 'x/b.ts': '', 'y/c.ts': '' }, 'a.ts', 'c', 'y/c.ts'],
  ['what it extends out of a package', { 'node_modules/@org/config/base.json': config({ paths: { '@/*': ['${configDir}/src/*'] } }), 'tsconfig.json': '{"extends":"@org/config/base"}', 'src/a.ts': '' }, 'src/a.ts', '@/a', 'src/a.ts'],
  ['a base that is not there', { 'tsconfig.json': config({ paths: { '@/*': ['./src/*'] } }, { extends: '@org/missing' }), 'src/a.ts': '' }, 'src/a.ts', '@/a', 'src/a.ts'],
  ['a base that extends itself', { 'tsconfig.json': config({ paths: { '@/*': ['./src/*'] } }, { extends: './tsconfig.json' }), 'src/a.ts': '' }, 'src/a.ts', '@/a', 'src/a.ts'],
  ['references', { 'tsconfig.json': '{"files":[],"references":[{"path":"./tsconfig.app.json"},{"path":"server"}]}', 'tsconfig.app.json': config({}), 'server/tsconfig.json': config({ paths: { '$/*': ['./*'] } }), 'server/b.ts': '', 'a.ts': '' }, 'a.ts', '$/b', 'server/b.ts'],
  ['comments and trailing commas', { 'tsconfig.json': '\uFEFF{ // "a"\n"compilerOptions": { /* , } */ "paths": { "@/*": ["./src//*",], }, }, }', 'src/a.ts': '' }, 'src/a.ts', '@/a', 'src/a.ts'],
  ['module-alias', { 'package.json': '{"_moduleAliases":{"@root":".","@models":"dist/models"}}', 'a.js': '', 'src/models/user.ts': '' }, 'a.js', '@models/user', 'src/models/user.ts'],
]

const workspace = '{"workspaces":["packages/*"]}'

const packageRows: readonly Row[] = [
  ['a builtin', { 'tsconfig.json': config({ baseUrl: '.' }), 'a.ts': '', 'fs.ts': '' }, 'a.ts', 'fs', null],
  ['a builtin with its scheme', { 'a.js': '' }, 'a.js', 'node:fs/promises', null],
  ['an installed package', { 'a.js': '', 'node_modules/x/index.js': '', 'node_modules/x/package.json': '{"name":"x"}' }, 'a.js', 'x', null],
  ['a package of the workspace that is not installed', { 'package.json': workspace, 'packages/a/package.json': '{"name":"@o/a","main":"./dist/index.js"}', 'packages/a/src/index.ts': '', 'b.ts': '' }, 'b.ts', '@o/a', 'packages/a/src/index.ts'],
  ['one without an entry', { 'package.json': workspace, 'packages/a/package.json': '{"name":"@o/a"}', 'packages/a/src/main.ts': '', 'b.ts': '' }, 'b.ts', '@o/a', 'packages/a/src/main.ts'],
  ['one whose types come first', { 'package.json': workspace, 'packages/a/package.json': '{"name":"a","exports":{".":{"types":"./index.d.ts","import":"./lib/start.mjs"}}}', 'packages/a/lib/start.mjs': '', 'packages/a/index.d.ts': '', 'b.ts': '' }, 'b.ts', 'a', 'packages/a/lib/start.mjs'],
  ['a subpath by exports', { 'package.json': workspace, 'packages/a/package.json': '{"name":"a","exports":{"./db":{"import":"./dist/esm/database/index.js"}}}', 'packages/a/src/database/index.ts': '', 'b.ts': '' }, 'b.ts', 'a/db', 'packages/a/src/database/index.ts'],
  ['a subpath by a pattern', { 'package.json': workspace, 'packages/a/package.json': '{"name":"a","exports":{"./*":"./no/*.js","./lib/*.js":"./build/lib/*.cjs"}}', 'packages/a/source/lib/x/y.ts': '', 'b.ts': '' }, 'b.ts', 'a/lib/x/y.js', 'packages/a/source/lib/x/y.ts'],
  ['a subpath without exports', { 'package.json': workspace, 'packages/a/package.json': '{"name":"a"}', 'packages/a/lib/x.js': '', 'b.ts': '' }, 'b.ts', 'a/lib/x', 'packages/a/lib/x.js'],
  ['the package itself', { 'package.json': '{"name":"app","exports":{"./x":"./dist/x.js"}}', 'src/x.ts': '', 'src/b.ts': '' }, 'src/b.ts', 'app/x', 'src/x.ts'],
  ['a name of the package\'s own', { 'package.json': '{"imports":{"#db":{"development":"./src/db.ts","default":"./dist/db.js"}}}', 'src/db.ts': '', 'src/b.ts': '' }, 'src/b.ts', '#db', 'src/db.ts'],
  ['such names by a pattern, not built', { 'package.json': '{"imports":{"#*":"./dist/*.js"}}', 'src/x/db.ts': '', 'src/b.ts': '' }, 'src/b.ts', '#x/db', 'src/x/db.ts'],
  ['such names by a pattern', { 'package.json': '{"imports":{"#lib/*":"./lib/*"}}', 'lib/db.js': '', 'b.js': '' }, 'b.js', '#lib/db.js', 'lib/db.js'],
  ['a package taken from a folder', { 'package.json': '{"dependencies":{"a":"file:./vendor/a"}}', 'vendor/a/package.json': '{"name":"a"}', 'vendor/a/index.js': '', 'b.js': '' }, 'b.js', 'a', 'vendor/a/index.js'],
  ['an example that is called like a package', { 'package.json': '{}', 'examples/express/package.json': '{"name":"express"}', 'examples/express/index.js': '', 'b.js': '' }, 'b.js', 'express', null],
  ['a broken package.json', { 'package.json': workspace, 'packages/a/package.json': '{', 'packages/a/index.js': '', 'b.js': '' }, 'b.js', './packages/a', 'packages/a/index.js'],
  ['fields that make no sense', { 'package.json': workspace, 'packages/a/package.json': '{"name":"a","main":7,"exports":[null,{"x":3}],"imports":"y","_moduleAliases":[1]}', 'packages/a/index.js': '', 'b.js': '' }, 'packages/a/index.js', 'a', 'packages/a/index.js'],
]

describe.each([
  ['a path', relativeRows],
  ['an alias', aliasRows],
  ['a package', packageRows],
])('%s', (_, rows) => {
  test.each(rows)('%s', (_name, files, from, specifier, expected) => {
    expect(resolveIn(makeFolder(files), from, specifier)).toBe(expected)
  })
})

test('an installed link leads to the sources of the package', () => {
  const root = makeFolder({
    'tools/a/package.json': '{"name":"a","main":"start.js"}', 'tools/a/start.js': '', 'b.js': '',
  })
  mkdirSync(join(root, 'node_modules'))
  symlinkSync('../tools/a', join(root, 'node_modules/a'))
  expect(resolveIn(root, 'b.js', 'a')).toBe('tools/a/start.js')
})

describe('configuration', () => {
  const resolverOf = (root: string): ImportResolver => new ImportResolver(root, new SourceTree(root).list())

  test('what cannot be read costs a line each, and nothing else', () => {
    const root = makeFolder({
      'tsconfig.json': '{ "compilerOptions": ', 'package.json': '[]', 'lib/package.json': '{', 'a.ts': '', 'b.ts': '',
      'app/tsconfig.json': '{"extends":"./gone.json"}', 'app/c.ts': '',
    })
    const resolver = resolverOf(root)
    for (let i = 0; i < 3; i++) {
      expect(resolver.resolve('./b', join(root, 'a.ts'))).toBe(join(root, 'b.ts'))
      expect(resolver.resolve('@/b', join(root, 'a.ts'))).toBeNull()
      expect(resolver.resolve('@/b', join(root, 'app/c.ts'))).toBeNull()
    }
    expect(resolver.problems.map(({ file }) => relative(root, file)).sort()).toEqual([
      'app/tsconfig.json', 'lib/package.json', 'package.json', 'tsconfig.json',
    ])
    expect(resolver.problems.map(({ message }) => message).filter((text) => text.includes('\n'))).toEqual([])
  })

  test.each(['package.json', 'base.json', 'tsconfig.json'])('a changed %s is noticed', (name) => {
    const root = makeFolder({
      'package.json': '{}', 'base.json': '{}', 'tsconfig.json': '{"extends":"./base.json"}', 'a.ts': '',
    })
    const resolver = resolverOf(root)
    resolver.resolve('x', join(root, 'a.ts'))
    expect(resolver.isCurrent()).toBe(true)
    writeFileSync(join(root, name), '{ }')
    expect(resolver.isCurrent()).toBe(false)
  })

  test('the folder of the importing file decides', () => {
    const root = makeFolder({ 'a/x.js': '', 'a/y.js': '', 'b/x.js': '', 'b/y.js': '' })
    const resolver = resolverOf(root)
    for (const folder of ['a', 'b', 'a']) {
      const found = resolver.resolve('./y', join(root, folder, 'x.js'))
      expect(dirname(found ?? '')).toBe(join(root, folder))
    }
  })
})
