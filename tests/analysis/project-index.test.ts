import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { ProjectIndex } from '../../src/analysis/project-index.js'
import { makeFolder } from '../cli/run-cli.js'
import { withoutPrivileges } from './without-privileges.js'

const BUILT = fileURLToPath(new URL('../../dist/analysis/project-index.js', import.meta.url))

const readPaths = vi.hoisted((): string[] => [])

vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof import('node:fs')>()
  const readFileSync = (...parameters: Parameters<typeof fs.readFileSync>): unknown => {
    readPaths.push(String(parameters[0]))
    return fs.readFileSync(...parameters)
  }
  return { ...fs, readFileSync }
})

afterEach(() => {
  vi.restoreAllMocks()
})

const indexOf = (root: string, cacheFolder: string | null = null): ProjectIndex => {
  const index = new ProjectIndex(root, { cacheFolder })
  index.refresh()
  return index
}

const namesIn = (index: ProjectIndex): string[] =>
  index.files.map(({ file }) => relative(index.root, file))

/** The calls of a file as written. */
const callsIn = (index: ProjectIndex, name: string): string[] | undefined => {
  const position = index.indexOf(join(index.root, name))
  return position === undefined ? undefined : index.files[position]?.calls.map(({ text }) => text)
}

const problemsIn = (index: ProjectIndex): string[] =>
  index.problems.map(({ file, line }) => `${relative(index.root, file)}:${String(line ?? '')}`)

test('holds the facts of every source, by path', () => {
  const index = indexOf(makeFolder({ 'b.ts': 'const a: B = run()', 'a.js': 'go()', 'lib/c.jsx': 'x = <D />', 'e.md': '' }))
  expect(namesIn(index)).toEqual(['a.js', 'b.ts', 'lib/c.jsx'])
  expect(callsIn(index, 'b.ts')).toEqual(['run'])
  expect(index.indexOf(join(index.root, 'e.md'))).toBeUndefined()
  expect(index.problems).toEqual([])
})

test('is empty before it looked, and for a folder that is not there', () => {
  const root = makeFolder({ 'a.js': 'run()' })
  expect(new ProjectIndex(root).files).toEqual([])
  expect(namesIn(indexOf(join(root, 'gone')))).toEqual([])
})

describe('the package around a file', () => {
  test('with what it and those above it depend on', () => {
    const root = makeFolder({
      'package.json': '{ "devDependencies": { "turbo": "2" } }',
      'apps/shop/package.json': '{ "dependencies": { "next": "16" }, "peerDependencies": { "react": "19" } }',
      'apps/shop/app/page.tsx': '',
    })
    const index = indexOf(root)
    const around = index.packageAround(join(index.root, 'apps/shop/app/page.tsx'))
    expect(around?.folder).toBe(join(index.root, 'apps/shop'))
    expect([...(around?.dependencies ?? [])].toSorted()).toEqual(['next', 'react', 'turbo'])
  })

  test('follows its package.json', () => {
    const root = makeFolder({ 'package.json': '{}', 'a.ts': '' })
    const index = indexOf(root)
    const { resolution } = index
    writeFileSync(join(root, 'package.json'), '{ "dependencies": { "astro": "7" } }')
    index.refresh()
    expect(index.resolution).toBeGreaterThan(resolution)
    const around = index.packageAround(join(index.root, 'a.ts'))
    expect([...(around?.dependencies ?? [])]).toEqual(['astro'])
  })

  test('none', () => {
    const index = indexOf(makeFolder({ 'a.ts': '', 'b/package.json': '[]' }))
    expect(index.packageAround(join(index.root, 'a.ts'))).toBeNull()
    expect(index.packageAround(join(index.root, 'b/c.ts'))).toBeNull()
  })
})

describe('bad input costs nothing else', () => {
  test('a syntax error', () => {
    const root = makeFolder({ 'a.js': 'run()', 'b.js': 'run(\n\nconst = ', 'c.js': 'run()' })
    const index = indexOf(root)
    expect(namesIn(index)).toEqual(['a.js', 'c.js'])
    expect(problemsIn(index)).toEqual(['b.js:3'])
    expect(index.hashOf(join(root, 'b.js'))).toMatch(/^[\da-f]{40}$/)
  })

  test('a file that breaks loses its facts, and gets them back', () => {
    const root = makeFolder({ 'a.js': 'run()', 'b.js': 'go()' })
    const index = indexOf(root)
    writeFileSync(join(root, 'b.js'), 'go(')
    index.refresh()
    expect([namesIn(index), problemsIn(index)]).toEqual([['a.js'], ['b.js:1']])
    writeFileSync(join(root, 'b.js'), 'go.on()')
    index.refresh()
    expect([callsIn(index, 'b.js'), problemsIn(index)]).toEqual([['go.on'], []])
  })

  test('files and folders that cannot be read', () => {
    const root = makeFolder({ 'a.js': 'run()', 'b.js': 'run()', 'locked/c.js': '' })
    chmodSync(root, 0o755)
    chmodSync(join(root, 'b.js'), 0)
    chmodSync(join(root, 'locked'), 0)
    const index = withoutPrivileges(() => indexOf(root))
    chmodSync(join(root, 'locked'), 0o755)
    expect([namesIn(index), problemsIn(index)]).toEqual([['a.js'], ['locked:', 'b.js:']])
  })

  test('cyclic links', () => {
    const root = makeFolder({ 'a/a.js': 'run()' })
    symlinkSync('..', join(root, 'a/up'))
    symlinkSync('b.js', join(root, 'c.js'))
    symlinkSync('c.js', join(root, 'b.js'))
    expect(namesIn(indexOf(root))).toEqual(['a/a.js'])
  })

  test('texts that nobody wrote', () => {
    const statements = Array.from({ length: 400 }, (_, i) => `function f${i}(a){if(a){return g(a,${i})}}`)
    const index = indexOf(
      makeFolder({
        'a.js': 'run()',
        'generated.js': 'run();\n'.repeat(800_000),
        'minified.js': statements.join(''),
        'bundle.js': 'function __webpack_require__(id) {}\nrun()\n',
        'film.ts': 'G@\0\u0010\0\0',
      }),
    )
    expect([namesIn(index), index.problems]).toEqual([['a.js'], []])
  })

  test('a broken tsconfig.json and package.json', () => {
    const root = makeFolder({
      'tsconfig.json': '{', 'package.json': '{', 'a.ts': 'import "./b"', 'b.ts': 'run()',
    })
    const index = indexOf(root)
    expect(index.resolve('./b', join(root, 'a.ts'))).toBe(join(root, 'b.ts'))
    expect(index.resolve('c', join(root, 'a.ts'))).toBeNull()
    expect(problemsIn(index)).toEqual(['package.json:', 'tsconfig.json:'])
  })

  test('code that no walk gets through', () => {
    const files = {
      'a.js': 'run()',
      'b.js': `x = ${'a.b(\n'.repeat(20_000)}1${')\n'.repeat(20_000)}`,
      'c.js': `x = ${'a +\n'.repeat(7000)}a`,
    }
    const index = indexOf(makeFolder(files))
    expect([namesIn(index), problemsIn(index)]).toEqual([['a.js'], []])
    expect(index.verdictOf(join(index.root, 'b.js'))).toEqual({ skipped: 'too-deep' })
    expect(index.verdictOf(join(index.root, 'c.js'))).toEqual({ skipped: 'too-deep' })
  })

  test('names that mean something to JavaScript', () => {
    const root = makeFolder({
      'constructor.js': 'export function constructor() { hasOwnProperty() }',
      '__proto__.ts': 'import { constructor } from "./constructor.js"; constructor()',
      'toString/index.js': 'class __proto__ { constructor() { valueOf() } }',
    })
    const index = indexOf(root)
    expect(namesIn(index)).toEqual(['__proto__.ts', 'constructor.js', 'toString/index.js'])
    expect(index.resolve('./constructor.js', join(root, '__proto__.ts'))).toBe(join(root, 'constructor.js'))
    expect(index.indexOf('constructor')).toBeUndefined()
    expect(index.hashOf('__proto__')).toBeUndefined()
  })

  test('two thousand files in one folder', () => {
    const files = Array.from({ length: 2000 }, (_, i) => [`f${i}.js`, `import './f${(i + 1) % 2000}.js'; run${i}()`])
    const root = makeFolder(Object.fromEntries(files) as Record<string, string>)
    const index = indexOf(root)
    expect(index.files).toHaveLength(2000)
    expect(callsIn(index, 'f1999.js')).toEqual(['run1999'])
    expect(index.resolve('./f0.js', join(root, 'f1999.js'))).toBe(join(root, 'f0.js'))
  })
})

test('a byte order mark and line ends are as ESLint sees them', () => {
  const text = 'run()\r\n\r\n  go()\r\n'
  const root = makeFolder({ 'a.js': `\uFEFF${text}`, 'b.js': text, 'c.js': '' })
  const index = indexOf(root)
  const expected = createHash('sha1').update(text).digest('hex')
  expect(['a.js', 'b.js'].map((name) => index.hashOf(join(root, name)))).toEqual([expected, expected])
  expect(index.files[0]?.calls.map(({ range }) => range)).toEqual([[1, 1, 1, 4], [3, 3, 3, 5]])
  expect(index.files[0]?.file).toBe(join(root, 'a.js'))
})

test('bytes that are no UTF-8 are hashed as the text that they are read as', () => {
  const root = makeFolder({})
  writeFileSync(join(root, 'a.js'), Buffer.from([0x61, 0x28, 0x22, 0xff, 0x22, 0x29]))
  const expected = createHash('sha1').update('a("\uFFFD")').digest('hex')
  expect(indexOf(root).hashOf(join(root, 'a.js'))).toBe(expected)
})

test('a path through a link finds the file', () => {
  const root = makeFolder({ 'real/a.js': 'run()' })
  symlinkSync('real', join(root, 'link'))
  const index = indexOf(join(root, 'link'))
  expect(index.indexOf(join(root, 'link/a.js'))).toBe(0)
  expect(index.hashOf(join(root, 'link/a.js'))).toBe(index.hashOf(join(root, 'real/a.js')))
})

describe('refresh', () => {
  test('with nothing changed keeps everything', () => {
    const index = indexOf(makeFolder({ 'a.js': 'run()', 'package.json': '{}', 'tsconfig.json': '{}' }))
    const { files, resolution } = index
    index.resolve('x', join(index.root, 'a.js'))
    index.refresh()
    expect([index.resolution, index.files === files]).toEqual([resolution, true])
  })

  test('reads again only what was written since', () => {
    const root = makeFolder({ 'a.js': 'run()', 'b.js': 'run()', 'lib/c.js': '', 'package.json': '{}' })
    const later = Date.now() + 10_000
    vi.spyOn(Date, 'now').mockReturnValue(later)
    const index = indexOf(root)
    const before = index.files
    writeFileSync(join(root, 'b.js'), 'go()!')
    writeFileSync(join(root, 'b.js'), 'go() ')
    readPaths.length = 0
    index.refresh()
    expect(readPaths.filter((path) => path.endsWith('.js'))).toEqual([join(root, 'b.js')])
    expect(callsIn(index, 'b.js')).toEqual(['go'])
    expect(index.files[0]).toBe(before[0])
    expect(index.files[1]).not.toBe(before[1])
    expect(index.resolution).toBe(1)
  })

  test('a second write in the same instant is seen', () => {
    const root = makeFolder({ 'a.js': 'one()' })
    const index = indexOf(root)
    for (const name of ['two', 'six', 'ten', 'one']) {
      writeFileSync(join(root, 'a.js'), `${name}()`)
      index.refresh()
      expect(callsIn(index, 'a.js')).toEqual([name])
    }
  })

  test('a file that was written as it was changes nothing', () => {
    const root = makeFolder({ 'a.js': 'run()', 'b.js': 'go()' })
    const index = indexOf(root)
    const { files } = index
    rmSync(join(root, 'a.js'))
    writeFileSync(join(root, 'a.js'), 'run()')
    index.refresh()
    expect([index.resolution, index.files === files]).toEqual([1, true])
  })

  test('deleted, renamed and new files', () => {
    const root = makeFolder({ 'a.js': 'one()', 'b.js': 'two()', 'c.js': 'import "./b.js"' })
    const index = indexOf(root)
    expect(index.resolve('./b.js', join(root, 'c.js'))).toBe(join(root, 'b.js'))
    rmSync(join(root, 'a.js'))
    renameSync(join(root, 'b.js'), join(root, 'd.js'))
    mkdirSync(join(root, 'new'))
    writeFileSync(join(root, 'new/e.js'), 'five()')
    index.refresh()
    expect(namesIn(index)).toEqual(['c.js', 'd.js', 'new/e.js'])
    expect(index.files.map(({ calls }) => calls.map(({ text }) => text))).toEqual([[], ['two'], ['five']])
    expect(index.files[1]?.file).toBe(join(root, 'd.js'))
    expect(index.resolve('./b.js', join(root, 'c.js'))).toBeNull()
    expect(index.resolve('./d.js', join(root, 'c.js'))).toBe(join(root, 'd.js'))
    expect(index.indexOf(join(root, 'a.js'))).toBeUndefined()
    expect(index.hashOf(join(root, 'a.js'))).toBeUndefined()
    expect(index.resolution).toBe(2)
  })

  test('other path aliases', () => {
    const aliases = (folder: string): string =>
      JSON.stringify({ compilerOptions: { paths: { '@/*': [`./${folder}/*`] } } })
    const root = makeFolder({ 'tsconfig.json': aliases('one'), 'one/a.ts': '', 'two/a.ts': '' })
    const index = indexOf(root)
    expect(index.resolve('@/a', join(root, 'one/a.ts'))).toBe(join(root, 'one/a.ts'))
    writeFileSync(join(root, 'tsconfig.json'), aliases('two'))
    index.refresh()
    expect(index.resolve('@/a', join(root, 'one/a.ts'))).toBe(join(root, 'two/a.ts'))
    expect(index.resolution).toBe(2)
  })

  test('a folder that is gone altogether', () => {
    const root = makeFolder({ 'app/a.js': 'run()' })
    const index = indexOf(join(root, 'app'))
    rmSync(join(root, 'app'), { recursive: true })
    index.refresh()
    expect([index.files, index.resolution]).toEqual([[], 2])
  })
})

test('two indexes on one root do not disturb each other', () => {
  const root = makeFolder({ 'a.js': 'one()' })
  const [first, second] = [indexOf(root), indexOf(root)]
  writeFileSync(join(root, 'a.js'), 'two()')
  second.refresh()
  expect([callsIn(first, 'a.js'), callsIn(second, 'a.js')]).toEqual([['one'], ['two']])
  first.refresh()
  expect(first.files).toEqual(second.files)
})

describe('the cache on disk', () => {
  const files = {
    'a.ts': 'export const a: B = <C>run()', 'a.js': 'run("é")', 'copy/a.js': 'run("é")', 'b.js': 'go(',
    'c.js': 'function __webpack_require__(id) {}\n', 'd.tsx': 'export const e = () => <F g={h()} />',
    'e.js': 'class A { constructor(b = c()) { this["__proto__"] = { toJSON() {} } } }',
  }
  const folderOf = (root: string): string => join(root, 'node_modules/.cache/eslint-plugin-event-loop')
  const cachedIndexOf = (root: string): ProjectIndex => {
    const index = new ProjectIndex(root)
    index.refresh()
    return index
  }

  test('gives the same as a first run', () => {
    const root = makeFolder({ ...files, 'node_modules/x/index.js': '' })
    const cold = cachedIndexOf(root)
    expect(existsSync(join(folderOf(root), 'facts.jsonl'))).toBe(true)
    const warm = cachedIndexOf(root)
    expect(warm.files).toEqual(cold.files)
    expect(warm.problems).toEqual(cold.problems)
    expect(namesIn(warm)).toEqual(['a.js', 'a.ts', 'copy/a.js', 'd.tsx', 'e.js'])
  })

  test('is what a second run reads', () => {
    const root = makeFolder({ 'a.js': 'one()', 'node_modules/x/index.js': '' })
    cachedIndexOf(root)
    const file = join(folderOf(root), 'facts.jsonl')
    const [, ...lines] = execFileSync('cat', [file], { encoding: 'utf8' }).split('\n')
    const body = lines.join('\n').replace('"text":"one"', '"text":"kept"')
    writeFileSync(file, `${createHash('sha1').update(body).digest('hex')}\n${body}`)
    expect(callsIn(cachedIndexOf(root), 'a.js')).toEqual(['kept'])
    writeFileSync(file, `${'0'.repeat(40)}\n${body}`)
    expect(callsIn(cachedIndexOf(root), 'a.js')).toEqual(['one'])
  })

  test('does not take JavaScript for TypeScript', () => {
    const text = 'export const a = b < c > (d)'
    const root = makeFolder({ 'a.js': text, 'a.ts': text, 'node_modules/x/index.js': '' })
    cachedIndexOf(root)
    const warm = cachedIndexOf(root)
    expect([callsIn(warm, 'a.js'), callsIn(warm, 'a.ts')]).toEqual([[], ['b']])
  })

  test('is not made where there is no node_modules, or none is wanted', () => {
    const root = makeFolder(files)
    cachedIndexOf(root)
    expect(existsSync(join(root, 'node_modules'))).toBe(false)
    mkdirSync(join(root, 'node_modules'))
    indexOf(root, null)
    expect(existsSync(folderOf(root))).toBe(false)
  })

  test('forgets what the project has no longer', () => {
    const root = makeFolder({ 'a.js': 'one()', 'node_modules/x/index.js': '' })
    cachedIndexOf(root)
    writeFileSync(join(root, 'a.js'), 'two()')
    cachedIndexOf(root)
    const kept = execFileSync('cat', [join(folderOf(root), 'facts.jsonl')], { encoding: 'utf8' })
    expect([kept.includes('"one"'), kept.includes('"two"')]).toEqual([false, true])
  })

  test('takes in a few new files when the process ends', () => {
    const many = Array.from({ length: 30 }, (_, i) => [`f${i}.js`, `run${i}()`])
    const root = makeFolder({ ...(Object.fromEntries(many) as Record<string, string>), 'node_modules/x/index.js': '' })
    cachedIndexOf(root)
    writeFileSync(join(root, 'f0.js'), 'changed()')
    const kept = (): string => execFileSync('cat', [join(folderOf(root), 'facts.jsonl')], { encoding: 'utf8' })
    const script = `
      const { ProjectIndex } = await import(${JSON.stringify(`file://${BUILT}`)})
      const index = new ProjectIndex(${JSON.stringify(root)})
      index.refresh()
      process.stdout.write(String(index.files.length))`
    const run = (): string => execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
    expect(run()).toBe('30')
    expect(kept()).toContain('"changed"')
  })
})
