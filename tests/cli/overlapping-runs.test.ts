// Runs that meet in one cache, as those of an editor, a commit hook and a terminal do.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { finish, makeFolder, type Outcome, plainEnvironment, runCli } from './run-cli.js'

const urlOf = (path: string): string =>
  pathToFileURL(fileURLToPath(new URL(`../../${path}`, import.meta.url))).href

/** A server whose every file has something to find. */
function makeServer(): string {
  const menus = Array.from({ length: 150 }, (_, i): [string, string] => [
    `src/menu-${i}.js`,
    `import fs from 'node:fs'
import { app } from './app.js'
app.get('/menus/${i}', (req, res) => res.send(fs.readFileSync('menu-${i}')))
`,
  ])
  return makeFolder({
    ...Object.fromEntries(menus),
    'src/app.js': `import express from 'express'\nexport const app = express()\n`,
    'package.json': '{ "name": "menus", "type": "module" }',
    'node_modules/.keep': '',
  })
}

const findingsIn = ({ stdout }: Outcome): number =>
  (JSON.parse(stdout) as { readonly summary: { readonly findings: number } }).summary.findings

const cacheIn = (cwd: string): string => join(cwd, 'node_modules/.cache/eslint-plugin-event-loop')

test('two checks, with a cold cache and with a warm one', async () => {
  const cwd = makeServer()
  const alone = await runCli(['check', '--no-cache', '--format', 'json'], cwd)
  expect(findingsIn(alone)).toBe(150)
  for (const round of ['cold', 'warm', 'cold', 'warm']) {
    if (round === 'cold') rmSync(cacheIn(cwd), { recursive: true, force: true })
    const both = await Promise.all([1, 2].map(() => runCli(['check', '--format', 'json'], cwd)))
    expect(both).toEqual([alone, alone])
    expect(readdirSync(cacheIn(cwd))).toEqual(['facts.jsonl'])
  }
}, 60_000)

test('two runs of ESLint, with four workers, and a check among them', async () => {
  const cwd = makeServer()
  writeFileSync(
    join(cwd, 'eslint.config.js'),
    `import plugin from ${JSON.stringify(urlOf('dist/index.js'))}
export default [plugin.configs['flat/recommended']]
`,
  )
  const lint = `
import { ESLint } from ${JSON.stringify(urlOf('node_modules/eslint/lib/api.js'))}
const results = await new ESLint({ concurrency: Number(process.argv[1]) }).lintFiles(['src'])
console.log(results.flatMap(({ messages }) => messages.map(({ message }) => message)).sort().join('\\n'))
`
  const runEslint = (workers: number) => {
    const argv = ['--input-type=module', '--eval', lint, String(workers)]
    return finish(spawn(process.execPath, argv, { cwd, env: plainEnvironment() }))
  }
  const [one, many, checked] = await Promise.all([
    runEslint(1),
    runEslint(4),
    runCli(['check', '--format', 'json'], cwd),
  ])
  expect(one.stderr).toBe('')
  expect(one.stdout.trim().split('\n')).toHaveLength(150)
  // On standard error ESLint says that so few files need no workers.
  expect([many.code, many.stdout]).toEqual([0, one.stdout])
  expect(findingsIn(checked)).toBe(150)
  expect(existsSync(join(cacheIn(cwd), 'facts.jsonl'))).toBe(true)
  expect(await runEslint(1)).toEqual(one)
}, 60_000)
