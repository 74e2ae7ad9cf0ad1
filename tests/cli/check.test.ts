import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CheckResult } from '../../src/cli/check-result.js'
import { finish, makeFolder, runCli, startCli } from './run-cli.js'

const SERVER = `import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'

const page = () => readFileSync('page.html')
createServer((req, res) => {
  res.end(page())
}).listen(0)
`

const CLEAN = `import { readFileSync } from 'node:fs'
export const settings = JSON.parse(readFileSync('settings.json', 'utf8'))
`

const LIKELY = `import { readFileSync } from 'node:fs'
export async function load(name) {
  return readFileSync(name)
}
`

const checkJson = async (cwd: string, ...args: string[]): Promise<CheckResult> =>
  JSON.parse((await runCli(['check', '--format', 'json', ...args], cwd)).stdout) as CheckResult

test('prints findings with their chain and a summary, exit 1', async () => {
  const cwd = makeFolder({ 'src/server.js': SERVER, 'settings.js': CLEAN })
  const { code, stdout, stderr } = await runCli(['check'], cwd)
  expect(code).toBe(1)
  expect(stderr).toBe('')
  expect(stdout).toMatch(/^src\/server\.js\n +4:20 {2}\S.*event-loop\/no-blocking-call\n/)
  expect(stdout).toMatch(/\n {10}HTTP request +src\/server\.js:5\n/)
  expect(stdout).toMatch(
    /\n {10}→ page +src\/server\.js:\d\n {10}→ fs\.readFileSync +src\/server\.js:4\n/,
  )
  expect(stdout).toMatch(/\n1 finding in 1 file; 2 files checked\.\n {5}1 {2}fs\.readFileSync\n$/)
})

test('prints the same as JSON', async () => {
  const cwd = makeFolder({ 'src/server.js': SERVER, 'settings.js': CLEAN })
  const path = join(cwd, 'src/server.js')
  const result = await checkJson(cwd)
  expect(result).toEqual({
    version: 1,
    files: [
      {
        path,
        findings: [
          {
            rule: 'event-loop/no-blocking-call',
            message: expect.stringContaining('readFileSync'),
            headline: expect.stringContaining('readFileSync'),
            line: 4,
            column: 20,
            endLine: 4,
            endColumn: 32,
            confidence: 'certain',
            api: 'fs.readFileSync',
            cost: 'high',
            chain: expect.any(Array),
            entryPoints: [{ name: 'HTTP request', file: path, line: 5, column: 14 }],
          },
        ],
        errors: [],
      },
    ],
    skipped: [],
    entryPoints: [
      {
        name: 'HTTP request',
        file: path,
        line: 5,
        column: 14,
        calls: [{ api: 'fs.readFileSync', cost: 'high', file: path, line: 4, column: 20 }],
      },
    ],
    summary: {
      filesChecked: 2,
      filesSkipped: 0,
      findings: 1,
      errors: 0,
      byRule: [{ rule: 'event-loop/no-blocking-call', findings: 1 }],
      byApi: [{ api: 'fs.readFileSync', findings: 1 }],
    },
  })
  const chain = result.files[0]?.findings[0]?.chain ?? []
  expect(chain.map(({ type, file }) => [type, file])).toEqual([
    ['entry', path],
    ['call', path],
    ['blocking', path],
  ])
  expect(chain.at(-1)).toMatchObject({ name: 'fs.readFileSync', line: 4, column: 20 })
})

test('nothing found is exit 0', async () => {
  const cwd = makeFolder({ 'settings.js': CLEAN, 'load.js': LIKELY })
  expect(await runCli(['check'], cwd)).toEqual({
    code: 0,
    signal: null,
    stdout: 'No findings; 2 files checked.\n',
    stderr: '',
  })
})

test('--strict also reports what is likely', async () => {
  const cwd = makeFolder({ 'load.js': LIKELY })
  const { code, stdout } = await runCli(['check', '--strict'], cwd)
  expect(code).toBe(1)
  expect(stdout).toMatch(/ 3:10 .*\(likely\)\n/)
})

const LOAD_TEST = `import { load } from '../load.js'
test('loads', () => load('settings.json'))
`

test('what only tests call has no caller, and no test is read', async () => {
  const cwd = makeFolder({
    'load.js': LIKELY,
    'test/load.js': LOAD_TEST,
    'src/load.spec.js': LOAD_TEST.replace('..', '../..'),
    'src/broken.test.js': 'let let = 1 +',
  })
  const { code, stdout, stderr } = await runCli(['check', '--strict', '--verbose'], cwd)
  expect({ code, stderr: stderr.split('\n').sort() }).toEqual({
    code: 1,
    stderr: [
      '',
      'src/broken.test.js: Passed over: test.',
      'src/load.spec.js: Passed over: test.',
      'test/load.js: Passed over: test.',
    ],
  })
  expect(stdout).toMatch(/^load\.js\n +3:10 .*\(likely\)\n/)
  expect(stdout).toContain('\n1 finding in 1 file; 1 file checked, 3 of tests skipped.\n')
})

test('a folder of nothing but tests has no findings; a test that is named is read', async () => {
  const cwd = makeFolder({ 'package.json': '{}', 'load.js': LIKELY, 'test/server.js': SERVER, 'test/broken.js': '(' })
  expect(await runCli(['check', 'test'], cwd)).toMatchObject({
    code: 0,
    stdout: 'No findings; 0 files checked, 2 of tests skipped.\n',
  })
  expect(await runCli(['check', 'test/server.js'], cwd)).toMatchObject({ code: 0, stdout: 'No findings; 1 file checked.\n' })
  expect(await runCli(['check', 'test/broken.js'], cwd)).toMatchObject({ code: 2 })
  const { stdout } = await runCli(['check', '--explain', 'test/server.js:4'], cwd)
  expect(stdout).toContain('its path is test/server.js')
})

test('a folder of nothing but a bundle has nothing to check, exit 2', async () => {
  const cwd = makeFolder({ 'vendor.js': 'function __webpack_require__(id) {}\n' })
  const { code, stderr } = await runCli(['check'], cwd)
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/^No JavaScript or TypeScript files/) })
})

test('what cannot be read or parsed harms no other file, exit 2', async () => {
  const cwd = makeFolder({ 'a.ts': 'const a: = 1\n', 'server.js': SERVER, 'z.js': 'let let = 1 +' })
  symlinkSync('nowhere.js', join(cwd, 'broken.js'))
  symlinkSync('self.js', join(cwd, 'self.js'))
  const { code, stdout, stderr } = await runCli(['check'], cwd)
  expect(code).toBe(2)
  expect(stderr).toBe('')
  expect(stdout).toContain('a.ts\n    1:10  error  Parsing error: Unexpected token.\n')
  expect(stdout).toContain(
    'broken.js\n          error  Cannot be read: ENOENT: no such file or directory.\n',
  )
  expect(stdout).toMatch(/self\.js\n {10}error {2}Cannot be read: ELOOP: [\w ]+\.\n/)
  expect(stdout).toMatch(/server\.js\n +4:20 /)
  expect(stdout).toMatch(/z\.js\n +1:\d+ {2}error {2}Parsing error: /)
  expect(stdout).toMatch(/\n1 finding in 1 file; 5 files checked, 4 errors\.\n/)
})

test('a bundle is skipped below a folder and checked when it is named', async () => {
  const line = `${SERVER.replaceAll('\n', ';')}${'(function(a,b){return a(b)})(x,y);'.repeat(300)}`
  const cwd = makeFolder({
    'page.js': line,
    'big.js': `${'x();\n'.repeat(1024 * 1024)}`,
    'a.js': CLEAN,
  })
  expect((await checkJson(cwd)).skipped).toEqual([
    { path: join(cwd, 'big.js'), reason: 'too-large' },
    { path: join(cwd, 'page.js'), reason: 'minified' },
  ])
  const named = await checkJson(cwd, 'page.js')
  expect(named.skipped).toEqual([])
  expect(named.summary).toMatchObject({ filesChecked: 1, findings: 1 })
})

test('reads no configuration of the project', async () => {
  const cwd = makeFolder({
    'server.js': SERVER,
    'eslint.config.mjs': 'throw new Error("must not be loaded")',
    '.eslintrc.json': '{ "root": true, "extends": "no-such-config" }',
  })
  const { code, stderr } = await runCli(['check', 'server.js'], cwd)
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
})

test('a path that does not exist is named, exit 2', async () => {
  const cwd = makeFolder({ 'server.js': SERVER })
  expect(await runCli(['check', 'server.js', 'no-such-folder'], cwd)).toEqual({
    code: 2,
    signal: null,
    stdout: '',
    stderr: 'No such file or folder: no-such-folder\n',
  })
})

test('nothing to check is an error, exit 2', async () => {
  const cwd = makeFolder({ 'readme.md': '', 'node_modules/x/server.js': SERVER })
  const { code, stderr } = await runCli(['check'], cwd)
  expect(code).toBe(2)
  expect(stderr).toMatch(/^No JavaScript or TypeScript files to check here\./)
})

test.each([
  [['chekc'], "error: unknown command 'chekc'\n(Did you mean check?)"],
  [['check', '--stirct'], "error: unknown option '--stirct'\n(Did you mean --strict?)"],
  [['check', '--format', 'xml'], 'Allowed choices are stylish, json, sarif, github.'],
  [['check', '--by', 'author'], 'Allowed choices are file, entry.'],
  [['check', '--minimum-cost', '3'], 'Allowed choices are low, medium, high.'],
  [['check', '--allow'], "error: option '--allow <api>' argument missing"],
  [['check', '--allow', 'fs.slurpSync'], 'has "fs.slurpSync": it names nothing that blocks.'],
  [['watch'], "error: missing required argument 'command'"],
  [
    ['watch', '--threshold', 'soon', 'node'],
    'It has to be a number of milliseconds from 10 to 3600000.',
  ],
  [
    ['watch', '--threshold', '9', 'node'],
    'It has to be a number of milliseconds from 10 to 3600000.',
  ],
  [['watch', '--report', 'pigeon', 'node'], 'Allowed choices are terminal, json, none.'],
  [[], 'Usage: eslint-plugin-event-loop'],
])('wrong usage %j is told, exit 2', async (args, message) => {
  const { code, stdout, stderr } = await runCli(args, makeFolder({}))
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(message)
})

test.each([
  [['--help'], /check .*\n[^]*watch /],
  [
    ['check', '--help'],
    /--strict[^]*--minimum-cost[^]*--allow[^]*--format[^]*--by[^]*--verbose[^]*--no-cache[^]*Exit codes:\n {2}0 {2}no findings\n {2}1 {2}findings\n {2}2 /,
  ],
  [['watch', '--help'], /--threshold[^]*--stalls-file[^]*--report[^]*127/],
  [['--version'], /^\d+\.\d+\.\d+\n$/],
])('%j explains, exit 0', async (args, expected) => {
  const { code, stdout, stderr } = await runCli(args, makeFolder({}))
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(expected)
})

test.each([
  ['a pipe in CI', { CI: 'true' }, false],
  ['FORCE_COLOR', { FORCE_COLOR: '1' }, true],
  ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, false],
  ['NO_COLOR over FORCE_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
])('colours: %s', async (_, environment, isColored) => {
  const { stdout } = await runCli(['check'], makeFolder({ 'server.js': SERVER }), environment)
  expect(stdout.includes('\u001B[')).toBe(isColored)
})

test('a reader that has seen enough is no error', async () => {
  const handler = 'createServer(() => { readFileSync("page.html") })\n'
  const cwd = makeFolder({})
  writeFileSync(
    join(cwd, 'server.js'),
    'import { createServer } from "node:http"\nimport { readFileSync } from "node:fs"\n' +
      handler.repeat(3000),
  )
  const child = startCli(['check'], { cwd })
  child.stdout?.once('data', () => child.stdout?.destroy())
  const { code, stderr } = await finish(child)
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
})

const MIXED = `import { createServer } from 'node:http'
import { existsSync, readFileSync } from 'node:fs'
createServer(() => {
  existsSync('menu')
  readFileSync('menu')
}).listen(0)
`

test.each([
  [[], [4, 5]],
  [['--minimum-cost', 'medium'], [5]],
  [['--allow', 'fs.readFileSync'], [4]],
  [['--allow', 'fs.readFileSync', '--allow', 'node:fs.existsSync'], []],
  [['--strict', '--allow', 'fs.*'], []],
])('check %j', async (args, lines) => {
  const { files } = await checkJson(makeFolder({ 'server.js': MIXED }), ...args)
  expect(files.flatMap(({ findings }) => findings.map(({ line }) => line))).toEqual(lines)
})

test('--by entry groups by entry point', async () => {
  const { code, stdout } = await runCli(['check', '--by', 'entry'], makeFolder({ 'server.js': MIXED }))
  expect(code).toBe(1)
  expect(stdout).toMatch(/^HTTP request {2}server\.js:3\n +high {2}fs\.readFileSync {2}server\.js:5:3\n/)
  expect(stdout).toContain('\n1 entry point reaches 2 blocking calls.\n2 findings in 1 file; ')
})

test('--format sarif and github', async () => {
  const cwd = makeFolder({ 'app/server.js': MIXED })
  const sarif = await runCli(['check', '--format', 'sarif'], cwd)
  expect(sarif.code).toBe(1)
  const { runs } = JSON.parse(sarif.stdout) as { runs: { results: unknown[] }[] }
  expect(runs[0]?.results).toHaveLength(2)
  const inFolder = join(cwd, 'app')
  const github = await runCli(['check', '--format', 'github'], inFolder, { GITHUB_WORKSPACE: cwd })
  expect(github.code).toBe(1)
  expect(github.stdout).toMatch(/^::error file=app\/server\.js,line=4,col=3,/)
})

describe('--explain', () => {
  const cwd = () =>
    makeFolder({
      'package.json': '{ "name": "shop" }',
      'server.js': SERVER,
      'menu.js': "import { readFileSync } from 'node:fs'\nexport const menu = readFileSync('menu') // ?\n",
      'orders.js': SERVER.replace("readFileSync('page.html')", "readFileSync('page.html') // eslint-disable-line"),
      'off.js': `/* eslint event-loop/no-blocking-call: off */${SERVER}`,
    })

  test('prints every chain to a call, exit 0', async () => {
    expect(await runCli(['check', '--explain', 'server.js:4'], cwd())).toEqual({
      code: 0,
      signal: null,
      stdout: `server.js:4
    4:20  \`fs.readFileSync\` is reported: one entry point reaches it while requests are served.
          HTTP request       server.js:5
          → page             server.js:6
          → fs.readFileSync  server.js:4
`,
      stderr: '',
    })
  })

  test.each([
    ['menu.js:2:23', /^menu\.js:2\n {4}2:21 {2}`fs\.readFileSync` blocks, but only start-up runs it\.\n +top level/],
    ['orders.js:4', /A comment on line 4 silences `fs\.readFileSync`\./],
    ['off.js:4', /A comment switches event-loop\/no-blocking-call off in this file\./],
    ['server.js:6:11', /`page` calls a function of the project \(server\.js:4\)\./],
    ['server.js:1', /^server\.js:1\n +No call begins on this line\.\n$/],
  ])('%s', async (place, expected) => {
    const { code, stdout, stderr } = await runCli(['check', '--explain', place], cwd())
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(expected)
  })

  test('prints JSON', async () => {
    const folder = cwd()
    const { stdout } = await runCli(['check', '--explain', 'menu.js:2', '--format', 'json'], folder)
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      file: join(folder, 'menu.js'),
      line: 2,
      calls: [{ api: 'fs.readFileSync', isReported: false, chains: [[{ type: 'entry' }, { type: 'blocking' }]] }],
    })
  })

  test.each([
    ['server.js', '--explain takes file:line or file:line:column, not "server.js".\n'],
    ['server.js:0', '--explain takes file:line or file:line:column, not "server.js:0".\n'],
    ['server.js:99', 'server.js has 8 lines; there is no line 99.\n'],
    ['nope.js:1', 'No such file or folder: nope.js\n'],
    ['.:1', 'No file: .\n'],
  ])('%s is a bad place, exit 2', async (place, stderr) => {
    const outcome = await runCli(['check', '--explain', place], cwd())
    expect(outcome).toMatchObject({ code: 2, stdout: '', stderr })
  })

  test('has no SARIF', async () => {
    const args = ['check', '--explain', 'server.js:4', '--format', 'sarif']
    expect(await runCli(args, cwd())).toMatchObject({
      code: 2,
      stderr: '--explain prints stylish or json, not sarif.\n',
    })
  })
})

describe('bad input', () => {
  test('--verbose tells each problem on a line of its own, and no other', { timeout: 60_000 }, async () => {
    const cwd = makeFolder({
      'package.json': '{ "name": ',
      'tsconfig.json': '{ "compilerOptions": ',
      'server.js': SERVER,
      'broken.js': 'let = = 1\n',
      'page.js': 'import { menu } from "@/menu"\nmenu()\n',
      // 5 MB of a generator's, and what stays just below the largest that is read.
      'big.js': 'x();\n'.repeat(1_000_000),
      'almost-big.js': `${"var dish = { name: 'a dish', price: 12 }\n".repeat(25_000)}${SERVER}`,
      'deep.js': `x = ${'[\n'.repeat(5000)}${']\n'.repeat(5000)}`,
    })
    symlinkSync('nowhere.js', join(cwd, 'gone.js'))
    symlinkSync('.', join(cwd, 'loop'))
    const quiet = await runCli(['check'], cwd)
    expect(quiet).toMatchObject({ code: 2, stderr: '' })
    const { code, stdout, stderr } = await runCli(['check', '--verbose'], cwd)
    expect({ code, stdout }).toEqual({ code: 2, stdout: quiet.stdout })
    expect(stdout).toMatch(/^almost-big\.js\n25004:20 /m)
    expect(stdout).toMatch(/\nserver\.js\n +4:20 /)
    const lines = stderr.trimEnd().split('\n')
    expect(lines.map((line) => /^[\w.]+(?::\d+:\d+)?(?=: \S)/.exec(line)?.[0]).sort()).toEqual([
      'big.js',
      'broken.js:1:7',
      'deep.js',
      'gone.js',
      'package.json',
      'tsconfig.json',
    ])
  })

  test('a cache that is damaged or of somebody else changes nothing', async () => {
    const cwd = makeFolder({ 'server.js': SERVER, 'node_modules/.keep': '' })
    const cache = join(cwd, 'node_modules/.cache/eslint-plugin-event-loop/facts.jsonl')
    const cold = await runCli(['check'], cwd)
    expect(cold).toMatchObject({ code: 1, stderr: '' })
    const kept = readFileSync(cache)
    expect(await runCli(['check'], cwd)).toEqual(cold)
    for (const content of [kept.subarray(0, kept.length / 2), 'not ours', kept.toString().replaceAll('read', 'dear')]) {
      writeFileSync(cache, content)
      expect(await runCli(['check'], cwd)).toEqual(cold)
    }
  })

  test('--no-cache keeps nothing', async () => {
    const cwd = makeFolder({ 'server.js': SERVER, 'node_modules/.keep': '' })
    expect((await runCli(['check', '--no-cache'], cwd)).code).toBe(1)
    expect(existsSync(join(cwd, 'node_modules/.cache'))).toBe(false)
    await runCli(['check'], cwd)
    expect(existsSync(join(cwd, 'node_modules/.cache'))).toBe(true)
  })

  test('10,000 files in one folder', { timeout: 60_000 }, async () => {
    const files = Array.from({ length: 10_000 }, (_, i): [string, string] => [
      `menu-${i}.js`,
      `import { serve } from './menu-${i + 1}.js'\nexport const dish${i} = () => serve(${i})\n`,
    ])
    const cwd = makeFolder({ ...Object.fromEntries(files), 'server.js': SERVER })
    const { summary } = await checkJson(cwd)
    expect(summary).toMatchObject({ filesChecked: 10_001, findings: 1, errors: 0 })
  })
})
