// ESLint's command line has the project analysed on a thread; whoever runs ESLint some other way does it itself.
// Both have to say the same. From the build, since a thread needs a file to run.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'

const require = createRequire(import.meta.url)
const eslint = join(dirname(require.resolve('eslint/package.json')), 'bin/eslint.js')
const plugin = fileURLToPath(new URL('../../dist/index.js', import.meta.url))

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** Writes down who reads sources without waiting for others, and who starts threads. */
const SPY = `
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { basename, sep } from 'node:path'
import threads from 'node:worker_threads'
const who = threads.isMainThread ? 'main' : basename(process.argv[1])
const { readFileSync, appendFileSync } = fs
const say = (text) => appendFileSync(process.env.SPY_LOG, text + '\\n')
fs.readFileSync = (path, ...rest) => {
  if (String(path).startsWith(process.cwd() + sep + 'src')) say(who + ' reads ' + basename(String(path)))
  return readFileSync(path, ...rest)
}
const { Worker } = threads
threads.Worker = class extends Worker {
  constructor(script, options) {
    say(who + ' starts ' + basename(String(script)))
    if (process.env.SPY_REFUSES) throw new Error('no threads here')
    super(process.env.SPY_SCRIPT ? new URL(process.env.SPY_SCRIPT) : script, options)
  }
}
syncBuiltinESMExports()
`

const SERVER = `import { createServer } from 'node:http'
import { load } from './load.js'
createServer((request, response) => response.end(load(request.url))).listen(80)
`
const LOAD = `import { readFileSync } from 'node:fs'
export const load = (url) => {
  var page = url
  return readFileSync(page)
}
`

const found = ['src/load.js:4 event-loop/no-blocking-call']

type Texts = Readonly<Record<string, string>>

function projectOf(texts: Texts, options = ''): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'event-loop-thread-')))
  folders.push(folder)
  const config = `import plugin from ${JSON.stringify(pathToFileURL(plugin).href)}
import * as typescript from ${JSON.stringify(pathToFileURL(require.resolve('@typescript-eslint/parser')).href)}
export default [plugin.configs['flat/recommended'], ${options}]
`
  const files = { 'package.json': '{ "type": "module" }', 'eslint.config.mjs': config, 'spy.mjs': SPY, ...texts }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  mkdirSync(join(folder, 'node_modules'))
  // ESLint under a name that is not its own.
  writeFileSync(join(folder, 'lint.mjs'), `await import(${JSON.stringify(pathToFileURL(eslint).href)})`)
  return folder
}

interface Run {
  /** `file:line rule`, in ESLint's order. */
  readonly reports: readonly string[]
  readonly stdout: string
  readonly stderr: string
  readonly status: number | null
  /** What the spy saw, each line once. */
  readonly seen: readonly string[]
}

interface Way {
  readonly script?: string
  readonly argv?: readonly string[]
  readonly env?: NodeJS.ProcessEnv
}

function run(folder: string, { script = eslint, argv = [], env = {} }: Way = {}): Run {
  const log = join(folder, 'spy.log')
  rmSync(log, { force: true })
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, '--format', 'json', ...argv, 'src'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: `--import=${pathToFileURL(join(folder, 'spy.mjs')).href}`, SPY_LOG: log, ...env },
  })
  const results = JSON.parse(stdout) as {
    readonly filePath: string
    readonly messages: readonly { readonly ruleId: string; readonly line: number }[]
  }[]
  const reports = results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, line }) => `${filePath.slice(folder.length + 1).replaceAll('\\', '/')}:${line} ${ruleId}`),
  )
  const seen = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []
  return { reports, stdout, stderr, status, seen: [...new Set(seen)].sort() }
}

/** The same without a thread. */
const runHere = (folder: string, way: Way = {}): Run => run(folder, { ...way, script: join(folder, 'lint.mjs') })

const kept = (folder: string, name: string): boolean =>
  existsSync(join(folder, 'node_modules/.cache/eslint-plugin-event-loop', name))

const forget = (folder: string): void =>
  rmSync(join(folder, 'node_modules/.cache'), { recursive: true, force: true })

beforeAll(() => {
  expect(existsSync(join(dirname(plugin), 'findings/analysis-thread.js')), 'npm run build').toBe(true)
})

test('the command line analyses on a thread, and nowhere else', () => {
  const folder = projectOf({ 'src/server.js': SERVER, 'src/load.js': LOAD })
  const { reports, status, stderr, seen } = run(folder)
  expect(reports).toEqual(found)
  expect(status).toBe(1)
  expect(stderr).toBe('')
  expect(seen).toEqual([
    'analysis-thread.js reads load.js',
    'analysis-thread.js reads server.js',
    'main starts analysis-thread.js',
  ])
})

test('other programs start none', () => {
  const folder = projectOf({ 'src/server.js': SERVER, 'src/load.js': LOAD })
  const { reports, seen } = runHere(folder)
  expect(reports).toEqual(found)
  expect(seen).toEqual(['main reads load.js', 'main reads server.js'])
})

test('it keeps what it read and found, for itself and for others', () => {
  const folder = projectOf({ 'src/server.js': SERVER, 'src/load.js': LOAD })
  const cold = run(folder)
  expect([kept(folder, 'facts.jsonl'), kept(folder, 'answers.json')]).toEqual([true, true])
  expect(run(folder).stdout).toBe(cold.stdout)
  expect(runHere(folder).stdout).toBe(cold.stdout)
  writeFileSync(join(folder, 'src/load.js'), `\n${LOAD}`)
  expect(run(folder).reports).toEqual(['src/load.js:5 event-loop/no-blocking-call'])
  forget(folder)
  expect(run(folder).reports).toEqual(['src/load.js:5 event-loop/no-blocking-call'])
})

/** A project of which several workers get several files each. */
function manyFiles(): Texts {
  const loads = Array.from({ length: 12 }, (_, i) => [`src/load${i}.js`, LOAD.replace('load', `load${i}`)] as const)
  const imports = loads.map((_, i) => `import { load${i} } from './load${i}.js'`).join('\n')
  const calls = loads.map((_, i) => `response.write(load${i}(request.url))`).join('; ')
  const server = `import { createServer } from 'node:http'
${imports}
createServer((request, response) => { ${calls} }).listen(80)
`
  return { 'src/server.js': server, ...Object.fromEntries(loads) }
}

describe("ESLint's own threads", () => {
  test('share the one that analyses', () => {
    const folder = projectOf(manyFiles())
    const alone = runHere(folder)
    expect(alone.reports).toHaveLength(12)
    forget(folder)
    const shared = run(folder, { argv: ['--concurrency', '3'] })
    expect(shared.stdout).toBe(alone.stdout)
    const readers = shared.seen.filter((line) => line.includes('reads')).map((line) => line.split(' ')[0])
    expect(new Set(readers)).toEqual(new Set(['analysis-thread.js']))
    expect(shared.seen.filter((line) => line.includes('starts'))).toEqual(['main starts analysis-thread.js', 'main starts worker.js'])
    expect([kept(folder, 'facts.jsonl'), kept(folder, 'answers.json')]).toEqual([true, true])
    expect(run(folder, { argv: ['--concurrency', '2'] }).stdout).toBe(alone.stdout)
  })
})

describe('it answers for', () => {
  test('a text that ESLint has changed and not yet written, also one that is nested too deeply', () => {
    const flat = 'export const flat = 1\n'
    const folder = projectOf({ 'src/server.js': SERVER, 'src/load.js': LOAD, 'src/deep.js': flat }, `{
      plugins: { own: { rules: { first: { meta: { fixable: 'code' }, create: (context) => ({
        Program(node) {
          const { text } = context.sourceCode
          const first = text.includes('flat') ? '['.repeat(700) + ']'.repeat(700) + ';' : '// first\\n\\n'
          if (text.includes('http') || text.startsWith(first)) return
          context.report({ node, message: 'first', fix: (fixer) => fixer.insertTextBeforeRange([0, 0], first) })
        } }) } } } },
      rules: { 'own/first': 'error' } }`)
    const moved = ['src/load.js:6 event-loop/no-blocking-call']
    const { reports, seen } = run(folder, { argv: ['--fix-dry-run'] })
    expect(reports).toEqual(moved)
    expect(seen.filter((line) => line.startsWith('main reads'))).toEqual([])
    forget(folder)
    expect(runHere(folder, { argv: ['--fix-dry-run'] }).reports).toEqual(moved)
  })

  test('files of no project, and tests', () => {
    const own = `import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'
createServer((request, response) => response.end(readFileSync('menu'))).listen(80)
`
    const folder = projectOf({
      '.gitignore': 'own.js\n',
      'src/own.js': own,
      'src/own.test.js': own,
      'src/server.js': SERVER,
      'src/load.js': LOAD,
    })
    const expected = [...found, 'src/own.js:3 event-loop/no-blocking-call']
    expect(run(folder).reports).toEqual(expected)
    forget(folder)
    expect(runHere(folder).reports).toEqual(expected)
  })

  test('what only the parser of the configuration can read', () => {
    const own = `import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'
@@soup
createServer((request, response) => response.end(readFileSync('menu'))).listen(80)
`
    const parser = `{ files: ['src/own.js'], languageOptions: { parser: {
      parseForESLint: (text, options) => typescript.parseForESLint(text.replace('@@soup', '      '), options) } } }`
    const folder = projectOf({ 'src/server.js': SERVER, 'src/load.js': LOAD, 'src/own.js': own }, parser)
    const expected = [...found, 'src/own.js:4 event-loop/no-blocking-call']
    const { reports, seen } = run(folder)
    expect(reports).toEqual(expected)
    expect(seen.filter((line) => line.startsWith('main reads'))).toEqual([])
    expect(run(folder).reports).toEqual(expected)
    forget(folder)
    expect(runHere(folder).reports).toEqual(expected)
  })

  test('each configuration what it asks', () => {
    const folder = projectOf(
      { 'src/server.js': SERVER, 'src/load.js': LOAD, 'src/late.js': SERVER.replace('load(request.url)', 'work(load)').replace("./load.js'", "./load.js'\nimport { work } from 'soup'") },
      `{ files: ['src/load.js'], rules: { 'event-loop/no-blocking-call': ['error', { kinds: ['cpu'] }] } },
       { files: ['src/late.js'], settings: { 'event-loop': { blocking: [{ name: 'soup#work' }] } } }`,
    )
    const { reports } = run(folder)
    expect(reports).toEqual(['src/late.js:4 event-loop/no-blocking-call'])
    forget(folder)
    expect(runHere(folder).reports).toEqual(reports)
  })
})

describe('where it cannot run, ESLint does the work', () => {
  test.each([
    ['threads are refused', { SPY_REFUSES: '1' }],
    ['it ends', { SPY_SCRIPT: 'data:text/javascript,process.exit(1)' }],
    ['it throws', { SPY_SCRIPT: 'data:text/javascript,throw new Error("soup")' }],
  ])('%s', (_, env) => {
    const folder = projectOf({ 'src/server.js': SERVER, 'src/load.js': LOAD })
    const { reports, status, stderr, seen } = run(folder, { env })
    expect(reports).toEqual(found)
    expect(status).toBe(1)
    expect(stderr).toBe('')
    expect(seen).toContain('main reads load.js')
  })
})
