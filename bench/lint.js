// What `recommended` adds to a whole ESLint run, with a cold and a warm cache and when a file has changed since, with
// as many threads as ESLint takes by itself, which is one on two processors, and with two.
// Each figure is the time of a whole process, the configurations taken in turn, and the median of them.
// The peer is a configuration that looks at one file at a time: typescript-eslint's `recommended`.
//
//   node bench/lint.js [folder] [--rounds 3] [--concurrency auto,2]
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { forgetFacts, importPlugin, lint, urlOf, writeConfig } from './eslint-runs.js'
import { against, median, ms, row } from './measure.js'
import { copyServer, fetchServer } from './real-server.js'

const LIMITS = { cold: 1.25, warm: 1.1 }
/** What is linted and its configuration: what browsers get of the server is built and minified. */
const SOURCES = ['src', 'package.json', 'tsconfig.json']
/** What is edited between two runs. */
const CHANGED = 'src/app.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    concurrency: { type: 'string', default: 'auto,2' },
  },
})

const scratch = mkdtempSync(join(tmpdir(), 'event-loop-bench-'))
try {
  copyServer(positionals[0] ? resolve(positionals[0]) : fetchServer(), scratch, SOURCES)
  writeConfig(scratch, 'without', '', '')
  writeConfig(scratch, 'plugin', importPlugin, `plugin.configs['flat/recommended'],`)
  const peer = `import tseslint from ${urlOf('typescript-eslint')}`
  writeConfig(scratch, 'peer', peer, '...tseslint.configs.recommended,')
  for (const concurrency of values.concurrency.split(',')) compare(concurrency)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

function compare(concurrency) {
  const runs = { without: [], cold: [], warm: [], changed: [], peer: [] }
  for (let round = 0; round < Number(values.rounds); round += 1) {
    runs.without.push(lint(scratch, 'without', concurrency))
    forgetFacts(scratch)
    runs.cold.push(lint(scratch, 'plugin', concurrency))
    runs.warm.push(lint(scratch, 'plugin', concurrency))
    appendFileSync(join(scratch, CHANGED), '\n')
    runs.changed.push(lint(scratch, 'plugin', concurrency))
    runs.peer.push(lint(scratch, 'peer', concurrency))
  }
  const base = median(runs.without)
  const of = 'without'
  console.log(`--concurrency ${concurrency}\n`)
  row('ESLint without the plugin', ms(base))
  row('with recommended, cold', ms(median(runs.cold)), against(median(runs.cold), base, LIMITS.cold, of))
  row('with recommended, warm', ms(median(runs.warm)), against(median(runs.warm), base, LIMITS.warm, of))
  const changed = median(runs.changed)
  row('with recommended, one file changed', ms(changed), `${(changed / base).toFixed(2)} of ${of}`)
  const peer = median(runs.peer)
  row("typescript-eslint's recommended instead", ms(peer), `${(peer / base).toFixed(2)} of ${of}\n`)
}
