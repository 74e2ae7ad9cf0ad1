// What a watchdog takes of the main thread before the first line of a program, and how long a look at the stack
// holds the watched thread when a thousand scripts are loaded.
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { dist, judge, median, ms, row } from './measure.js'

const runs = Number(process.argv[2] ?? 9)
const register = pathToFileURL(path.join(dist, 'runtime', 'register.js')).href
const program = fileURLToPath(new URL('many-scripts.js', import.meta.url))
const preload = ['--import', register]
const environment = { ...process.env, EVENT_LOOP_REPORT: 'none', EVENT_LOOP_STALLS_FILE: '' }

function run(flags, kind) {
  const options = { env: environment, encoding: 'utf8' }
  return Number(execFileSync(process.execPath, [...flags, program, kind], options))
}

function medianOf(flags, kind) {
  return median(Array.from({ length: runs }, () => run(flags, kind)))
}

const startMs = medianOf(preload, 'start') - medianOf([], 'start')
row('start-up', ms(startMs), `until the first line of the program${judge(startMs, 30)}`)
const lookMs = medianOf(preload, 'look') - medianOf([], 'look')
row('longest pause by a look, 1000 scripts', `${lookMs.toFixed(1)} ms`, judge(lookMs, 50))
