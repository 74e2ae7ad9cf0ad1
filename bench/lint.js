// What `recommended` adds to a whole ESLint run, with a cold and a warm cache, on one core and on all of them.
// Each figure is the time of a whole process, the configurations taken in turn, and the median of them.
// The peer is a configuration that looks at one file at a time: typescript-eslint's `recommended`.
//
//   node bench/lint.js [folder] [--rounds 3] [--concurrency off,auto]
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { against, dist, median, ms, row } from './measure.js'
import { copyServer, fetchServer } from './real-server.js'

const LIMITS = { cold: 1.25, warm: 1.1 }
/** What is linted and its configuration: what browsers get of the server is built and minified. */
const SOURCES = ['src', 'package.json', 'tsconfig.json']

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    concurrency: { type: 'string', default: 'off,auto' },
  },
})
const require = createRequire(import.meta.url)
const eslint = join(dirname(require.resolve('eslint/package.json')), 'bin/eslint.js')

const scratch = mkdtempSync(join(tmpdir(), 'event-loop-bench-'))
try {
  copyServer(positionals[0] ? resolve(positionals[0]) : fetchServer(), scratch, SOURCES)
  writeConfigs()
  for (const concurrency of values.concurrency.split(',')) compare(concurrency)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

function writeConfigs() {
  const url = (specifier) => JSON.stringify(pathToFileURL(require.resolve(specifier)).href)
  const config = (imports, entries) => `${imports}
import * as parser from ${url('@typescript-eslint/parser')}
import js from ${url('@eslint/js')}
export default [
  { files: ['**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}'], languageOptions: { parser } },
  { linterOptions: { reportUnusedDisableDirectives: 'off' } },
  js.configs.recommended,
  ${entries}
]
`
  const plugin = JSON.stringify(pathToFileURL(join(dist, 'index.js')).href)
  const configs = {
    without: config('', ''),
    plugin: config(`import plugin from ${plugin}`, `plugin.configs['flat/recommended'],`),
    peer: config(`import tseslint from ${url('typescript-eslint')}`, '...tseslint.configs.recommended,'),
  }
  for (const [name, text] of Object.entries(configs)) writeFileSync(configOf(name), text)
}

function configOf(name) {
  return join(scratch, `bench.${name}.mjs`)
}

function compare(concurrency) {
  const runs = { without: [], cold: [], warm: [], peer: [] }
  for (let round = 0; round < Number(values.rounds); round += 1) {
    runs.without.push(lint('without', concurrency))
    rmSync(join(scratch, 'node_modules/.cache'), { recursive: true, force: true })
    runs.cold.push(lint('plugin', concurrency))
    runs.warm.push(lint('plugin', concurrency))
    runs.peer.push(lint('peer', concurrency))
  }
  const base = median(runs.without)
  const of = 'without'
  console.log(`--concurrency ${concurrency}\n`)
  row('ESLint without the plugin', ms(base))
  row('with recommended, cold', ms(median(runs.cold)), against(median(runs.cold), base, LIMITS.cold, of))
  row('with recommended, warm', ms(median(runs.warm)), against(median(runs.warm), base, LIMITS.warm, of))
  const peer = median(runs.peer)
  row("typescript-eslint's recommended instead", ms(peer), `${(peer / base).toFixed(2)} of ${of}\n`)
}

function lint(name, concurrency) {
  const start = performance.now()
  const argv = [eslint, '--config', configOf(name), '--concurrency', concurrency, '--format', 'json', '.']
  const { status, stderr } = spawnSync(process.execPath, argv, { cwd: scratch, maxBuffer: 2 ** 30 })
  if (status === null || status > 1) throw new Error(`ESLint failed: ${stderr}`)
  return performance.now() - start
}
