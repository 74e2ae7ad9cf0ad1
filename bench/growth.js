// What ten times the files cost in time and memory, and whether a million lines fit: generated servers, each
// indexed and linked in a process of its own.
//
//   node bench/growth.js [folder] [--files 200] [--million]
//
// With --million it also takes a server of a million lines; with a folder, what that holds, as if it were one.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { writeServer } from './generated-server.js'
import { against, dist, heapMb, judge, mb, measureApart, median, ms, peakMb, row, timed } from './measure.js'

const LIMITS = { growth: 12, millionMb: 1000 }
const ROUNDS = 3

const script = fileURLToPath(import.meta.url)
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    files: { type: 'string', default: '200' },
    million: { type: 'boolean', default: false },
    measure: { type: 'string' },
  },
})

if (values.measure === undefined) compare(Number(values.files))
else process.stdout.write(JSON.stringify(await measure(values.measure)))

async function measure(folder) {
  const { ProjectIndex } = await import(pathToFileURL(join(dist, 'analysis/project-index.js')).href)
  const { linkIndex } = await import(pathToFileURL(join(dist, 'analysis/link-index.js')).href)
  const emptyMb = heapMb()
  const index = new ProjectIndex(folder, { cacheFolder: null })
  const indexMs = timed(() => index.refresh())
  let project
  const linkMs = timed(() => (project = linkIndex(index)))
  const serving = project.phases.serving.size
  const memory = { heapMb: heapMb() - emptyMb, peakMb: peakMb() }
  const lines = index.files.reduce((sum, { file }) => sum + readFileSync(file, 'utf8').split('\n').length, 0)
  return { indexMs, linkMs, ...memory, serving, lines, files: index.files.length }
}

function compare(files) {
  const scratch = mkdtempSync(join(tmpdir(), 'event-loop-bench-'))
  try {
    const small = generate(scratch, 'small', files)
    const large = generate(scratch, 'large', files * 10)
    const runs = { small: [], large: [] }
    for (let round = 0; round < ROUNDS; round += 1) {
      runs.small.push(measureApart(script, ['--measure', small.folder]))
      runs.large.push(measureApart(script, ['--measure', large.folder]))
    }
    console.log(`generated: ${small.lines} lines in ${small.files} files, ten times as much: ${large.lines}\n`)
    for (const [name, title] of [
      ['indexMs', 'index'],
      ['linkMs', 'link'],
    ]) {
      const [one, ten] = [runs.small, runs.large].map((each) => median(each.map((run) => run[name])))
      row(title, ms(one))
      row(`${title}, ten times the files`, ms(ten), against(ten, one, LIMITS.growth, 'the tenth'))
    }
    const [one, ten] = [runs.small, runs.large].map((each) => median(each.map((run) => run.heapMb)))
    row('memory that stays', mb(one))
    row('memory that stays, ten times the files', mb(ten), against(ten, one, LIMITS.growth, 'the tenth'))
    if (values.million) million(scratch, large)
    if (positionals[0]) inOneProject(resolve(positionals[0]))
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function million(scratch, { lines, files }) {
  const huge = generate(scratch, 'huge', Math.ceil((files * 1_000_000) / lines))
  const run = measureApart(script, ['--measure', huge.folder])
  console.log(`\ngenerated: ${huge.lines} lines in ${huge.files} files\n`)
  print(run)
}

/** The limit is that of a million lines. */
function inOneProject(folder) {
  const run = measureApart(script, ['--measure', folder])
  console.log(`\n${folder}: ${run.lines} lines in ${run.files} files\n`)
  print(run)
}

function print(run) {
  row('index', ms(run.indexMs))
  row('link', ms(run.linkMs))
  row('memory that stays', mb(run.heapMb))
  row('most memory at any time', mb(run.peakMb), judge(run.peakMb, LIMITS.millionMb).trim())
}

function generate(scratch, name, files) {
  const folder = join(scratch, name)
  return { folder, ...writeServer(folder, files) }
}
