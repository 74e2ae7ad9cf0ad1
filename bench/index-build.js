// How long the index of a project takes beside parsing and scope analysis of the same files alone, cold and
// with its cache. Each figure comes from processes of its own, taken in turn, and is the median of them.
//
//   node bench/index-build.js [folder] [--rounds 3]
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

const dist = process.env.EVENT_LOOP_TEST_DIST ?? fileURLToPath(new URL('../dist', import.meta.url))
const LIMITS = { cold: 3, warm: 0.3 }

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' }, measure: { type: 'string' }, cache: { type: 'string' } },
})
const folder = resolve(positionals[0] ?? fileURLToPath(new URL('../src', import.meta.url)))

if (values.measure === undefined) compare()
else process.stdout.write(JSON.stringify(await measure(values.measure, values.cache ?? null)))

function compare() {
  const runs = { parse: [], cold: [], warm: [] }
  const cache = mkdtempSync(join(tmpdir(), 'event-loop-bench-'))
  try {
    for (let round = 0; round < Number(values.rounds); round++) {
      runs.parse.push(measureApart('parse', cache))
      rmSync(cache, { recursive: true, force: true })
      runs.cold.push(measureApart('index', cache))
      runs.warm.push(measureApart('index', cache))
    }
    print(runs, statSync(join(cache, 'facts.jsonl')).size)
  } finally {
    rmSync(cache, { recursive: true, force: true })
  }
}

function measureApart(what, cache) {
  const script = fileURLToPath(import.meta.url)
  const options = ['--measure', what, '--cache', cache]
  const output = execFileSync(process.execPath, ['--expose-gc', script, folder, ...options])
  return JSON.parse(output.toString())
}

async function measure(what, cacheFolder) {
  if (what === 'parse') return measureParsing()
  const { ProjectIndex } = await load('analysis/project-index.js')
  const index = new ProjectIndex(folder, { cacheFolder })
  const ms = timed(() => index.refresh())
  const refreshMs = timed(() => index.refresh())
  const resolveMs = timed(() => {
    for (const { file, imports } of index.files) {
      for (const specifier of imports) index.resolve(specifier, file)
    }
  })
  globalThis.gc()
  const heapMb = process.memoryUsage().heapUsed / 2 ** 20
  return { ms, refreshMs, resolveMs, heapMb, files: index.files.length, problems: index.problems.length }
}

async function measureParsing() {
  const { listSourceFiles } = await load('analysis/source-files.js')
  const { skipReason } = await load('analysis/skip-reason.js')
  const { parseSource } = await load('analysis/parse.js')
  const sources = listSourceFiles(folder)
    .map((file) => [file, readFileSync(file, 'utf8').replace(/^\uFEFF/, '')])
    .filter(([, text]) => skipReason(text) === null)
  const ms = timed(() => {
    for (const [file, text] of sources) {
      try {
        parseSource(file, text)
      } catch {
        // The index meets it, too.
      }
    }
  })
  const texts = sources.map(([, text]) => text)
  const lines = texts.reduce((sum, text) => sum + text.split('\n').length, 0)
  return { ms, lines, bytes: texts.join('').length }
}

function load(path) {
  return import(pathToFileURL(join(dist, path)).href)
}

function timed(run) {
  const start = performance.now()
  run()
  return performance.now() - start
}

function median(runs, name) {
  const sorted = runs.map((run) => run[name]).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

function print({ parse, cold, warm }, cacheBytes) {
  const { lines, bytes } = parse[0]
  const { files, problems } = cold[0]
  const [parseMs, coldMs, warmMs] = [parse, cold, warm].map((runs) => median(runs, 'ms'))
  console.log(`${folder}: ${files} files, ${lines} lines, ${problems} problems\n`)
  row('parse and scopes', parseMs, `${perLines(parseMs, lines)}`)
  row('index, cold', coldMs, `${ratio(coldMs, parseMs)} of parsing (limit ${LIMITS.cold})`)
  row('index, warm', warmMs, `${ratio(warmMs, coldMs)} of cold (limit ${LIMITS.warm})`)
  row('refresh, nothing changed', median(cold, 'refreshMs'), '')
  row('resolve every import', median(cold, 'resolveMs'), '')
  console.log(`\nfacts on disk ${ratio(cacheBytes, bytes)} of the text; heap ${median(cold, 'heapMb').toFixed(0)} MB`)
  if (coldMs > LIMITS.cold * parseMs || warmMs > LIMITS.warm * coldMs) process.exitCode = 1
}

function row(name, ms, note) {
  console.log(`${name.padEnd(26)}${ms.toFixed(0).padStart(7)} ms   ${note}`)
}

function ratio(a, b) {
  return (a / b).toFixed(2)
}

function perLines(ms, lines) {
  return `${((ms / lines) * 100).toFixed(2)} s per 100,000 lines`
}
