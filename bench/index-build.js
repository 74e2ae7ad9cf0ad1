// How long indexing and linking a project take beside parsing and scope analysis of the same files alone, cold
// and with the cache. Each figure comes from processes of its own, taken in turn, and is the median of them.
//
//   node bench/index-build.js [folder] [--rounds 3]
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { against, dist, heapMb, mb, measureApart, medianOf, ms, peakMb, row, timed } from './measure.js'
import { fetchServer } from './real-server.js'

const LIMITS = { cold: 3, warm: 0.3 }

const script = fileURLToPath(import.meta.url)
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' }, measure: { type: 'string' }, cache: { type: 'string' } },
})
const folder = positionals[0] ? resolve(positionals[0]) : fetchServer()

if (values.measure === undefined) compare()
else {
  const figures = await (values.measure === 'parse' ? measureParsing() : measureProject(values.cache ?? null))
  process.stdout.write(JSON.stringify(figures))
}

function compare() {
  const runs = { parse: [], cold: [], warm: [] }
  const cache = mkdtempSync(join(tmpdir(), 'event-loop-bench-'))
  const measure = (what) => measureApart(script, [folder, '--measure', what, '--cache', cache])
  try {
    for (let round = 0; round < Number(values.rounds); round++) {
      runs.parse.push(measure('parse'))
      rmSync(cache, { recursive: true, force: true })
      runs.cold.push(measure('project'))
      runs.warm.push(measure('project'))
    }
    print(runs, statSync(join(cache, 'facts.jsonl')).size)
  } finally {
    rmSync(cache, { recursive: true, force: true })
  }
}

async function measureProject(cacheFolder) {
  const { ProjectIndex } = await load('analysis/project-index.js')
  const { linkIndex } = await load('analysis/link-index.js')
  const index = new ProjectIndex(folder, { cacheFolder })
  const indexMs = timed(() => index.refresh())
  const factsMb = heapMb()
  let project
  const linkMs = timed(() => (project = linkIndex(index)))
  const refreshMs = timed(() => index.refresh())
  return {
    ms: indexMs + linkMs,
    indexMs,
    linkMs,
    refreshMs,
    factsMb,
    linkedMb: heapMb() - factsMb,
    peakMb: peakMb(),
    files: project.program.files.length,
    problems: index.problems.length,
  }
}

async function measureParsing() {
  const { listSourceFiles } = await load('analysis/source-files.js')
  const { skipReason } = await load('analysis/skip-reason.js')
  const { parseSource } = await load('analysis/parse.js')
  const sources = listSourceFiles(folder)
    .map((file) => [file, readFileSync(file, 'utf8').replace(/^\uFEFF/, '')])
    .filter(([, text]) => skipReason(text) === null)
  const took = timed(() => {
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
  return { ms: took, lines, bytes: texts.join('').length }
}

function load(path) {
  return import(pathToFileURL(join(dist, path)).href)
}

function print({ parse, cold, warm }, cacheBytes) {
  const { lines, bytes } = parse[0]
  const { files, problems } = cold[0]
  const [parseMs, coldMs, warmMs] = [parse, cold, warm].map((runs) => medianOf(runs, 'ms'))
  console.log(`${folder}: ${files} files, ${lines} lines, ${problems} problems\n`)
  row('parse and scopes', ms(parseMs), `${((parseMs / lines) * 100).toFixed(2)} s per 100,000 lines`)
  row('index and link, cold', ms(coldMs), against(coldMs, parseMs, LIMITS.cold, 'parsing'))
  row('  of that, linking', ms(medianOf(cold, 'linkMs')))
  row('index and link, warm', ms(warmMs), against(warmMs, coldMs, LIMITS.warm, 'cold'))
  row('  of that, linking', ms(medianOf(warm, 'linkMs')))
  row('looking at the disk, nothing changed', ms(medianOf(warm, 'refreshMs')))
  row('facts in memory', mb(medianOf(warm, 'factsMb')))
  row('  and what linking adds', mb(medianOf(warm, 'linkedMb')))
  row('most memory at any time, cold', mb(medianOf(cold, 'peakMb')))
  row('facts on disk', mb(cacheBytes / 2 ** 20), `${(cacheBytes / bytes).toFixed(2)} of the text`)
}
