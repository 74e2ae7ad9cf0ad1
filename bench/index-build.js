// How long indexing and linking a project take beside parsing and scope analysis of the same files alone; how long
// what was found is at hand in the next run, when nothing has changed; and what indexing and linking take with the
// cached facts, when something has. Each figure comes from processes of its own, taken in turn, and is the median.
//
//   node bench/index-build.js [folder] [--rounds 3]
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { analyze } from '@typescript-eslint/scope-manager'
import { parseSync } from 'oxc-parser'
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
  const measures = { parse: measureParsing, project: measureProject, answers: measureAnswers }
  process.stdout.write(JSON.stringify(await measures[values.measure]()))
}

function compare() {
  const runs = { parse: [], cold: [], warm: [], changed: [] }
  const cache = mkdtempSync(join(tmpdir(), 'event-loop-bench-'))
  const measure = (what) => measureApart(script, [folder, '--measure', what, '--cache', cache])
  try {
    for (let round = 0; round < Number(values.rounds); round++) {
      runs.parse.push(measure('parse'))
      rmSync(cache, { recursive: true, force: true })
      runs.cold.push(measure('project'))
      runs.changed.push(measure('project'))
      measure('answers')
      runs.warm.push(measure('answers'))
    }
    print(runs, statSync(join(cache, 'facts.jsonl')).size)
  } finally {
    rmSync(cache, { recursive: true, force: true })
  }
}

async function measureProject() {
  const cacheFolder = values.cache ?? null
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

/** What a run of ESLint asks: what `recommended` finds in each file. Those that are not known are found out. */
async function measureAnswers() {
  const { WorkspaceFiles } = await load('analysis/workspace-files.js')
  const { listSourceFiles } = await load('analysis/source-files.js')
  const { rulesOfPreset } = await load('findings/finding-rules.js')
  const { presetOptions } = await load('findings/finding-rule.js')
  const sources = listSourceFiles(folder).map((file) => [file, readFileSync(file, 'utf8').replace(/^\uFEFF/, '')])
  const rules = rulesOfPreset('recommended').map((rule) => [rule, presetOptions(rule, 'recommended')])
  let workspace
  let findings = 0
  const took = timed(() => {
    workspace = new WorkspaceFiles(folder, { cacheFolder: values.cache ?? null })
    for (const [file, text] of sources) {
      const hash = createHash('sha1').update(text).digest('hex')
      const asked = workspace.locate({ file, text }, hash, [])
      for (const [rule, options] of asked === null ? [] : rules) {
        const question = `${rule.name} ${JSON.stringify(options)}`
        findings += asked.answer(question, ({ project, file: index }) => rule.find(index, project, options)).length
      }
    }
  })
  workspace.save()
  return { ms: took, findings }
}

async function measureParsing() {
  const { listSourceFiles } = await load('analysis/source-files.js')
  const { skipReason } = await load('analysis/skip-reason.js')
  const sources = listSourceFiles(folder)
    .map((file) => [file, readFileSync(file, 'utf8').replace(/^\uFEFF/, '')])
    .filter(([, text]) => skipReason(text) === null)
  const took = timed(() => {
    for (const [file, text] of sources) {
      try {
        parseWithScopes(file, text)
      } catch {
        // The index meets it, too.
      }
    }
  })
  const texts = sources.map(([, text]) => text)
  const lines = texts.reduce((sum, text) => sum + text.split('\n').length, 0)
  return { ms: took, lines, bytes: texts.join('').length }
}

/** What a tool that looks at one file at a time does at the least. */
function parseWithScopes(file, text) {
  const lang = /\.[cm]?tsx?$/.test(file) ? (file.endsWith('x') ? 'tsx' : 'ts') : 'jsx'
  const { program } = parseSync('source', text, { lang, astType: 'ts', range: true, sourceType: 'unambiguous' })
  analyze(program, { sourceType: program.sourceType === 'module' ? 'module' : 'script', lib: [], jsxPragma: null })
}

function load(path) {
  return import(pathToFileURL(join(dist, path)).href)
}

function print({ parse, cold, warm, changed }, cacheBytes) {
  const { lines, bytes } = parse[0]
  const { files, problems } = cold[0]
  const [parseMs, coldMs, warmMs, changedMs] = [parse, cold, warm, changed].map((runs) => medianOf(runs, 'ms'))
  const { findings } = warm[0]
  console.log(`${folder}: ${files} files, ${lines} lines, ${problems} problems, ${findings} findings\n`)
  row('parse and scopes', ms(parseMs), `${((parseMs / lines) * 100).toFixed(2)} s per 100,000 lines`)
  row('index and link, cold', ms(coldMs), against(coldMs, parseMs, LIMITS.cold, 'parsing'))
  row('  of that, linking', ms(medianOf(cold, 'linkMs')))
  row('what was found, when nothing has changed', ms(warmMs), against(warmMs, coldMs, LIMITS.warm, 'cold'))
  row('index and link, when a file has', ms(changedMs), `${(changedMs / coldMs).toFixed(2)} of cold`)
  row('  of that, linking', ms(medianOf(changed, 'linkMs')))
  row('looking at the disk again, in one process', ms(medianOf(changed, 'refreshMs')))
  row('facts in memory', mb(medianOf(changed, 'factsMb')))
  row('  and what linking adds', mb(medianOf(changed, 'linkedMb')))
  row('most memory at any time, cold', mb(medianOf(cold, 'peakMb')))
  row('facts on disk', mb(cacheBytes / 2 ** 20), `${(cacheBytes / bytes).toFixed(2)} of the text`)
}
