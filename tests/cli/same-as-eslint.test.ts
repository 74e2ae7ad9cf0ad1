// The command line and ESLint ask the same project the same questions.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as typescriptParser from '@typescript-eslint/parser'
import { ESLint, type Linter } from 'eslint'
import { describe, expect, test } from 'vitest'
import { judgeFile } from '../../src/cli/judge-file.js'
import { openProjects } from '../../src/cli/open-projects.js'
import { findTargets } from '../../src/cli/targets.js'
import { type Preset, presetOptions } from '../../src/findings/finding-rule.js'
import { findingRules } from '../../src/findings/finding-rules.js'
import plugin from '../../src/index.js'
import { makeFolder } from './run-cli.js'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Rule, message and place, by file. */
type Reports = readonly string[]

const report = (
  cwd: string,
  path: string,
  rule: string | null,
  place: readonly (number | undefined)[],
  message: string,
): string => [relative(cwd, path), rule, place.join(':'), message].join(' ')

const byCheck = (cwd: string, preset: Preset): Reports => {
  const setups = findingRules.map((rule) => ({ rule, options: presetOptions(rule, preset) }))
  const progress = { at: () => {}, end: () => {} }
  const opened = [...openProjects(findTargets(['.'], cwd), { cwd, usesCache: false, progress })]
  return opened.flatMap((each) =>
    each.files.flatMap((file) => {
      const { path, findings } = judgeFile(file, each, setups)
      return findings.map(({ rule, line, column, endLine, endColumn, message }) =>
        report(cwd, path, rule, [line, column, endLine, endColumn], message),
      )
    }),
  )
}

const byEslint = async (cwd: string, preset: Preset): Promise<Reports> => {
  const eslint = new ESLint({
    cwd,
    overrideConfigFile: true,
    overrideConfig: [
      { files: ['**/*.{js,mjs,cjs,ts}'] },
      {
        languageOptions: { parser: typescriptParser as Linter.Parser },
        linterOptions: { reportUnusedDisableDirectives: 'off' },
      },
      plugin.configs[`flat/${preset}`],
    ],
  })
  const results = await eslint.lintFiles(['.'])
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, line, column, endLine, endColumn, message }) =>
      report(cwd, filePath, ruleId, [line, column, endLine, endColumn], message),
    ),
  )
}

/** Calls that block, between comments of every kind. */
const COMMENTED = `import { createServer } from 'node:http'
import { readFileSync as read, existsSync } from 'node:fs'
createServer((request, response) => {
  read('a') // eslint-disable-line
  read('b') // eslint-disable-line event-loop/no-blocking-call -- it is small
  read('c') // eslint-disable-line no-console
  // eslint-disable-next-line event-loop/no-blocking-call
  read('d'); existsSync('d')
  /* eslint-disable-next-line
     event-loop/no-blocking-call -- it is small
     and seldom read */
  read('e')
  /* eslint-disable event-loop/no-blocking-call */
  read('f')
  /* eslint-enable no-console */
  read('g'); /* eslint-enable */ read('h')
  /* eslint-disable */ read('i') /* eslint-enable event-loop/no-blocking-call */
  read('j')
  // eslint-disable
  read('k')
}).listen(0)
`

const CONFIGURED = `/* eslint event-loop/no-blocking-call: ["error", { "minimumCost": "high" }] */
${COMMENTED}
export async function later() { read('l') }
`

const DECLARED = `/* eslint event-loop/no-blocking-call: ["error", { "blocking": [{ "name": "legacy-db.query" }] }] */
${COMMENTED}
import { query } from 'legacy-db'
import { createServer } from 'node:http'
createServer(() => query('menu')).listen(0)
`

const SEVERITY = `/* eslint event-loop/no-blocking-call: "warn" */
${COMMENTED}
export async function later() { read('m') }
`

const write = (folder: string, name: string, text: string): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text)
}

describe.each(['recommended', 'strict'] as const)('%s', (preset) => {
  test.each([
    ['tests/fixtures/bakery', 5],
    ['examples/express', 4],
  ])('finds in %s what ESLint finds', async (name, least) => {
    const cwd = makeFolder({ 'package.json': '{ "name": "town", "type": "module" }' })
    cpSync(join(ROOT, name), join(cwd, 'shop'), {
      recursive: true,
      filter: (path) => !/node_modules|dist$/.test(path),
    })
    const found = byCheck(cwd, preset)
    expect(found.length).toBeGreaterThanOrEqual(least)
    expect([...found].sort()).toEqual([...(await byEslint(cwd, preset))].sort())
  })

  test('reads comments as ESLint does', async () => {
    const cwd = makeFolder({ 'package.json': '{ "name": "town", "type": "module" }' })
    write(cwd, 'commented.js', COMMENTED)
    write(cwd, 'configured.ts', CONFIGURED)
    write(cwd, 'declared.js', DECLARED)
    write(cwd, 'severity.js', SEVERITY)
    write(cwd, 'off.js', `/* eslint event-loop/no-blocking-call: 0 */\n${COMMENTED}`)
    write(cwd, 'all-off.js', `#!/usr/bin/env node\n/* eslint-disable -- generated */\n${COMMENTED}`)
    const found = byCheck(cwd, preset)
    expect(found.length).toBeGreaterThan(10)
    expect([...found].sort()).toEqual([...(await byEslint(cwd, preset))].sort())
  })
})
