// What somebody gets who installs the package beside the newest tools.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CheckResult } from '../../src/cli/check-result.js'
import type { StallReport } from '../../src/runtime/types.js'
import { EXPECTED_JAVASCRIPT, EXPECTED_TYPESCRIPT, type Expected } from './expected-findings.js'
import {
  installProject,
  makeScratch,
  pack,
  ROOT,
  run,
  type Packed,
  type ScratchProject,
} from './scratch-project.js'

const LIMIT_MS = 180_000

const scratch = makeScratch()
let packed: Packed
let project: ScratchProject

beforeAll(async () => {
  packed = await pack(scratch.folder)
  const packages = ['eslint@10.15.0', 'typescript@6.0.3', '@types/node@20']
  project = await installProject(scratch.folder, packed.path, packages)
}, LIMIT_MS)
afterAll(() => scratch.remove())

const checkBakery = async ({ run: runIn, folder }: ScratchProject): Promise<Expected[]> => {
  const args = ['--no', '--', 'eslint-plugin-event-loop', 'check', 'bakery', '--format', 'json']
  const { code, stdout, stderr } = await runIn('npx', args)
  if (code !== 1) throw new Error(`check ended with ${code}:\n${stdout}${stderr}`)
  return (JSON.parse(stdout) as CheckResult).files.flatMap(({ path, findings }) =>
    findings.map(({ rule, line, column, message }): Expected => {
      return [path.slice(join(folder, 'bakery/').length), rule, line, column, message]
    }),
  )
}

test('holds what is built and documented, and nothing else', () => {
  const isExpected = (path: string): boolean =>
    /^(?:dist|docs)\//.test(path) || ['LICENSE', 'README.md', 'package.json'].includes(path)
  expect(packed.files.filter((path) => !isExpected(path))).toEqual([])
  expect(packed.files).toEqual(
    expect.arrayContaining([
      'LICENSE',
      'README.md',
      'dist/cli/main.js',
      'dist/index.d.ts',
      'dist/index.js',
      'dist/runtime/index.js',
      'dist/runtime/register.js',
      'docs/rules/no-blocking-call.md',
      'package.json',
    ]),
  )
})

test('ships code once, in one file for each way in', () => {
  const code = packed.files.filter((path) => path.endsWith('.js') && !path.startsWith('dist/runtime/'))
  expect(code.sort()).toEqual([
    'dist/analysis/index-files/judge-thread.js',
    'dist/cli/doctor/judge-reports.js',
    'dist/cli/doctor/provoke.js',
    'dist/cli/doctor/stalls.js',
    'dist/cli/main.js',
    'dist/findings/analysis-thread.js',
    'dist/index.js',
  ])
})

test('passes publint', { timeout: 60_000 }, async () => {
  const publint = join(ROOT, 'node_modules/publint/src/cli.js')
  const { code, stdout, stderr } = await run('node', [publint, packed.path, '--strict'], ROOT)
  expect(stdout + stderr).toContain('All good!')
  expect(code).toBe(0)
})

test('npx eslint-plugin-event-loop check', { timeout: 60_000 }, async () => {
  expect(await checkBakery(project)).toEqual([...EXPECTED_JAVASCRIPT, ...EXPECTED_TYPESCRIPT])
})

test('npx eslint-plugin-event-loop doctor', { timeout: 120_000 }, async () => {
  const { code, stdout } = await project.run('npx', ['--no', '--', 'eslint-plugin-event-loop', 'doctor'])
  expect(stdout).toMatch(/^All \d+ are caught\.$/m)
  expect(code).toBe(0)
})

test('works beside TypeScript 7, which the parser cannot use', { timeout: LIMIT_MS }, async () => {
  const packages = ['eslint@10.15.0', 'typescript@7']
  const beside = await installProject(scratch.folder, packed.path, packages)
  const { version } = JSON.parse(
    readFileSync(join(beside.folder, 'node_modules/typescript/package.json'), 'utf8'),
  ) as { version: string }
  expect(version).toMatch(/^7\./)
  expect(await checkBakery(beside)).toEqual([...EXPECTED_JAVASCRIPT, ...EXPECTED_TYPESCRIPT])

  beside.write(
    'eslint.config.mjs',
    `import eventLoop from 'eslint-plugin-event-loop'
export default [eventLoop.configs['flat/recommended']]
`,
  )
  const bin = join(beside.folder, 'node_modules/eslint/bin/eslint.js')
  const { code, stdout } = await beside.run('node', [bin, 'bakery/orders.js'])
  expect(code).toBe(1)
  expect(stdout).toContain('9:26')
})

test.each([
  ['node16', ['--module', 'node16']],
  ['bundler', ['--module', 'preserve', '--moduleResolution', 'bundler']],
])('its types resolve: %s', { timeout: 60_000 }, async (_, flags) => {
  project.write(
    'consumer.ts',
    `import eventLoop from 'eslint-plugin-event-loop'
import { watchEventLoop } from 'eslint-plugin-event-loop/runtime'
import type { StallReport, Watchdog } from 'eslint-plugin-event-loop/runtime'
import 'eslint-plugin-event-loop/register'
import { defineConfig } from 'eslint/config'

export default defineConfig([
  eventLoop.configs['flat/recommended'],
  { extends: [eventLoop.configs['flat/strict']], plugins: { 'event-loop': eventLoop } },
])

const watchdog: Watchdog = watchEventLoop({ thresholdMs: 50 })
export const describe = (stall: StallReport): string => \`\${stall.durationMs} ms\`
watchdog.stop()
// @ts-expect-error
watchEventLoop({ thresholdMs: 'soon' })
`,
  )
  const tsc = join(project.folder, 'node_modules/typescript/bin/tsc')
  const args = [
    tsc,
    '--noEmit',
    '--strict',
    '--target',
    'es2023',
    '--types',
    'node',
    ...flags,
    'consumer.ts',
  ]
  const { code, stdout } = await project.run('node', args)
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
})

const BLOCKING_PROGRAM = `function knead() {
  const end = Date.now() + 600
  while (Date.now() < end) {}
}
setTimeout(knead, 200)
setTimeout(() => {}, 1500)
`

test.each(['--import', '--require'])('node %s eslint-plugin-event-loop/register', async (flag) => {
  project.write('knead.mjs', BLOCKING_PROGRAM)
  const stallsFile = join(project.folder, `stalls${flag}.jsonl`)
  const { code, stdout } = await project.run(
    'node',
    [flag, 'eslint-plugin-event-loop/register', 'knead.mjs'],
    { EVENT_LOOP_STALLS_FILE: stallsFile, EVENT_LOOP_REPORT: 'none' },
  )
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
  const [line = ''] = readFileSync(stallsFile, 'utf8').split('\n')
  const stall = JSON.parse(line) as StallReport
  expect(stall.blockedAt?.frames[0]).toMatchObject({ functionName: 'knead', line: 3 })
})

test('importing the runtime does nothing, and CommonJS can load everything', async () => {
  project.write(
    'load.cjs',
    `const plugin = require('eslint-plugin-event-loop')
const { watchEventLoop } = require('eslint-plugin-event-loop/runtime')
const names = [plugin, plugin.rules].map((object) => Object.keys(object).sort().join())
console.log(...names, typeof watchEventLoop)
`,
  )
  const { code, stdout, stderr } = await project.run('node', ['load.cjs'])
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout: 'configs,meta,rules no-blocking-call,no-busy-wait,no-fake-async,no-floating-offload,no-observed-stall,no-pool-per-request,no-request-in-worker,prefer-async-io,require-pool-limits function\n',
    stderr: '',
  })
  expect(existsSync(join(project.folder, '.event-loop'))).toBe(false)
})
