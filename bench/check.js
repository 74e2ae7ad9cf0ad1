// How long `check` takes beside what ESLint alone needs to parse the same files with @typescript-eslint/parser
// and no rule. Each figure is the time of a whole process, the two taken in turn, and the median of them.
//
//   node bench/check.js [folder] [--rounds 3]
//
// Without a folder it takes a published server, which it fetches from npm into a temporary folder.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import * as parser from '@typescript-eslint/parser'
import { Linter } from 'eslint'

const LIMIT = 0.5
/** An Express server in TypeScript, published as compiled, with well over 80,000 lines. */
const SERVER = 'n8n@2.41.3'

const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' }, parse: { type: 'string' } },
})

if (values.parse !== undefined) parseAll(JSON.parse(readFileSync(values.parse, 'utf8')))
else {
  const scratch = mkdtempSync(join(tmpdir(), 'event-loop-bench-'))
  try {
    await compare(positionals[0] ? resolve(positionals[0]) : fetchServer(scratch), scratch)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function compare(folder, scratch) {
  const { listed, lines } = await sourcesOf(folder)
  const list = join(scratch, 'files.json')
  writeFileSync(list, JSON.stringify(listed))
  const runs = { parse: [], check: [] }
  let result
  for (let round = 0; round < Number(values.rounds); round++) {
    runs.parse.push(timed([fileURLToPath(import.meta.url), '--parse', list]).ms)
    const check = timed([main, 'check', folder, '--no-cache', '--format', 'json'])
    runs.check.push(check.ms)
    result = JSON.parse(check.stdout)
  }
  const { filesChecked, findings } = result.summary
  const [parseMs, checkMs] = [median(runs.parse), median(runs.check)]
  console.log(`${folder}: ${filesChecked} files, ${lines} lines, ${findings} findings\n`)
  row('ESLint, parsing alone', parseMs, '')
  row('check', checkMs, `${(checkMs / parseMs).toFixed(2)} of parsing (limit ${LIMIT})`)
  if (checkMs > LIMIT * parseMs) process.exitCode = 1
}

/** The files that `check` reads facts of, and how many lines they have. */
async function sourcesOf(folder) {
  const { ProjectIndex } = await import('../dist/analysis/project-index.js')
  const index = new ProjectIndex(folder, { cacheFolder: null })
  index.refresh()
  const listed = index.files.map(({ file }) => file)
  const lines = listed.reduce((sum, file) => sum + readFileSync(file, 'utf8').split('\n').length, 0)
  return { listed, lines }
}

function parseAll(files) {
  const linter = new Linter({ configType: 'flat', cwd: '/' })
  const config = [
    { ignores: ['!**/node_modules/'] },
    {
      files: ['**/*'],
      languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
    },
  ]
  let parsed = 0
  for (const file of files) {
    linter.verify(readFileSync(file, 'utf8'), config, { filename: file })
    if (linter.getSourceCode()) parsed++
  }
  if (parsed < files.length / 2) throw new Error(`ESLint parsed ${parsed} of ${files.length} files`)
}

function timed(args) {
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  const ms = performance.now() - start
  if (status === null || (stdout === '' && status !== 0)) throw new Error(stderr)
  return { ms, stdout }
}

function fetchServer(scratch) {
  const folder = join(scratch, 'server')
  mkdirSync(folder)
  const args = ['pack', SERVER, '--json', '--pack-destination', scratch]
  const [{ filename }] = JSON.parse(execFileSync('npm', args, { encoding: 'utf8' }))
  execFileSync('tar', ['-xzf', join(scratch, filename), '-C', folder, '--strip-components=1'])
  return folder
}

function median(times) {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

function row(name, ms, note) {
  console.log(`${name.padEnd(26)}${ms.toFixed(0).padStart(7)} ms   ${note}`)
}
