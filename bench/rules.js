// What all rules of `strict` cost beside `no-blocking-call` alone: they share one traversal, one project and its
// phases, so that each adds no more than its own questions. Whole ESLint runs, the configurations taken in turn,
// and the median of them; then the rules alone, on a project that is linked already.
//
//   node bench/rules.js [folder] [--rounds 3]
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { forgetFacts, importPlugin, lint, writeConfig } from './eslint-runs.js'
import { against, dist, median, ms, row, timed } from './measure.js'
import { copyServer, fetchServer } from './real-server.js'

const LIMIT = 1.15
/** What is linted and its configuration: what browsers get of the server is built and minified. */
const SOURCES = ['src', 'package.json', 'tsconfig.json']
const ALONE = 'no-blocking-call'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' } },
})

const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'event-loop-bench-')))
try {
  copyServer(positionals[0] ? resolve(positionals[0]) : fetchServer(), scratch, SOURCES)
  const rule = `['error', { confidence: 'likely' }]`
  writeConfig(scratch, 'alone', importPlugin, `{ plugins: { 'event-loop': plugin }, rules: { 'event-loop/${ALONE}': ${rule} } },`)
  writeConfig(scratch, 'strict', importPlugin, `plugin.configs['flat/strict'],`)
  compareRuns()
  await compareRules()
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

function compareRuns() {
  const runs = { aloneCold: [], strictCold: [], alone: [], strict: [] }
  for (let round = 0; round < Number(values.rounds); round += 1) {
    forgetFacts(scratch)
    runs.aloneCold.push(lint(scratch, 'alone', 'off'))
    runs.alone.push(lint(scratch, 'alone', 'off'))
    forgetFacts(scratch)
    runs.strictCold.push(lint(scratch, 'strict', 'off'))
    runs.strict.push(lint(scratch, 'strict', 'off'))
  }
  for (const [cache, alone, strict] of [
    ['cold', runs.aloneCold, runs.strictCold],
    ['warm', runs.alone, runs.strict],
  ]) {
    const base = median(alone)
    row(`ESLint with ${ALONE} alone, ${cache}`, ms(base))
    row(`with all of strict, ${cache}`, ms(median(strict)), against(median(strict), base, LIMIT, 'alone'))
  }
}

/** Where the time of the rules goes: each over all files. */
async function compareRules() {
  const load = (path) => import(pathToFileURL(join(dist, path)).href)
  const { rulesOfPreset } = await load('findings/finding-rules.js')
  const { presetOptions } = await load('findings/finding-rule.js')
  const { openProjects } = await load('cli/open-projects.js')
  const targets = [{ type: 'folder', path: scratch }]
  const progress = { at() {}, end() {} }
  const opened = [...openProjects(targets, { cwd: scratch, usesCache: true, progress })]
  console.log()
  for (const rule of rulesOfPreset('strict')) {
    const options = presetOptions(rule, 'strict')
    const time = timed(() => {
      for (const { project, files } of opened) {
        for (const file of files) if (rule.mayFind(file, project)) rule.find(file, project, options)
      }
    })
    row(`${rule.name}, all files`, ms(time))
  }
}
