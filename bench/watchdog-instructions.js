// What watching takes of a request on the main thread of a server of Express or of Fastify, counted and not timed:
// the server runs under callgrind, which counts its instructions and simulates its first caches. Two runs of one
// server differ by one to three percent, by what the compiler makes of it, where processor time differs by ten. What is
// printed beside the instructions is callgrind's estimate of cycles, of which each miss in a first cache takes ten;
// that is what the limit is for, because most of what watching takes is that there is more code to fetch.
//
//   node bench/watchdog-instructions.js [--framework express] [--kinds short,json,awaits] [--runs 3]
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { load, openAgent } from './load.js'
import { dist, judge } from './measure.js'

const LIMIT = 1.03
const cyclesPerMiss = 10
/** Until most of what runs has been optimised. */
const warmUpRequests = 6000
const requests = 2000
const targets = { short: '/short', json: '/json/7', awaits: '/awaits' }

const { values } = parseArgs({
  options: {
    framework: { type: 'string', default: 'express' },
    kinds: { type: 'string', default: Object.keys(targets).join(',') },
    runs: { type: 'string', default: '3' },
  },
})
const kinds = values.kinds.split(',')
for (const kind of kinds) {
  if (!(kind in targets)) throw new Error(`--kinds: "${kind}" is none of ${Object.keys(targets).join(', ')}`)
}
const preload = (file) => ['--import', pathToFileURL(file).href]
const slowClock = preload(fileURLToPath(new URL('slow-clock.js', import.meta.url)))
const ways = {
  without: slowClock,
  watchdog: [...slowClock, ...preload(path.join(dist, 'runtime', 'register.js'))],
}

if (spawnSync('valgrind', ['--version']).error) {
  console.log('valgrind is not installed: nothing was measured')
} else {
  console.log(
    `Node.js ${process.version}, ${values.framework}, a request on the main thread: means of ${values.runs} runs of ${requests} requests\n`,
  )
  for (const kind of kinds) await compare(kind)
}

async function compare(kind) {
  const figures = { without: [], watchdog: [] }
  for (let run = 0; run < Number(values.runs); run += 1) {
    // Two at a time: what is counted does not depend on what else runs.
    const counted = await Promise.all(Object.values(ways).map((flags) => count(flags, targets[kind])))
    figures.without.push(counted[0])
    figures.watchdog.push(counted[1])
  }
  const of = (way, name) => mean(figures[way].map((figure) => figure[name]))
  const ratio = (name) => of('watchdog', name) / of('without', name)
  for (const way of Object.keys(ways)) {
    const cells = ['instructions', 'misses', 'cycles'].map((name) => `${of(way, name).toFixed(0)} ${name}`.padStart(24))
    console.log(`${kind.padEnd(10)}${way.padEnd(10)}${cells.join('')}`)
  }
  console.log(
    `${''.padEnd(20)}instructions x ${ratio('instructions').toFixed(3)}, cycles x ${ratio('cycles').toFixed(3)}${judge(ratio('cycles'), LIMIT)}\n`,
  )
}

/** What a request takes of the main thread, as callgrind counts it. */
async function count(flags, target) {
  const folder = mkdtempSync(path.join(tmpdir(), 'event-loop-bench-'))
  const server = spawn(
    'valgrind',
    [
      '--tool=callgrind',
      '--cache-sim=yes',
      '--separate-threads=yes',
      // What V8 compiles changes while it runs.
      '--smc-check=all-non-file',
      `--callgrind-out-file=${path.join(folder, 'out')}`,
      process.execPath,
      ...flags,
      fileURLToPath(new URL('watchdog-server.js', import.meta.url)),
      'as it is',
      values.framework,
    ],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        EVENT_LOOP_REPORT: 'none',
        EVENT_LOOP_STALLS_FILE: '',
        // The watcher's clock is not slowed.
        EVENT_LOOP_THRESHOLD_MS: '3600000',
      },
    },
  )
  const agent = openAgent()
  try {
    const [port] = await Promise.race([once(server, 'message'), endOf(server)])
    await load({ port, agent }, target, warmUpRequests)
    execFileSync('callgrind_control', ['--zero', String(server.pid)], { stdio: 'ignore' })
    await load({ port, agent }, target, requests)
    execFileSync('callgrind_control', ['--dump', String(server.pid)], { stdio: 'ignore' })
    return readCounts(path.join(folder, 'out.1-01'))
  } finally {
    agent.destroy()
    const isRunning = server.exitCode === null && server.signalCode === null
    if (isRunning && server.kill('SIGKILL')) await once(server, 'exit')
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A server that does not start sends no message. */
async function endOf(server) {
  const [exitCode, signal] = await once(server, 'exit')
  throw new Error(`the server has ended (${signal ?? exitCode}) before it was measured`)
}

/** @param file What callgrind has written about the main thread. */
function readCounts(file) {
  if (!existsSync(file)) throw new Error('callgrind has written nothing')
  const text = readFileSync(file, 'latin1')
  const numbersAfter = (name) => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1].split(' ') ?? []
  const names = numbersAfter('events')
  const totals = numbersAfter('totals').map(Number)
  const sum = (...wanted) => wanted.reduce((total, name) => total + (totals[names.indexOf(name)] ?? NaN), 0) / requests
  const instructions = sum('Ir')
  const misses = sum('I1mr', 'D1mr', 'D1mw')
  return { instructions, misses, cycles: instructions + cyclesPerMiss * misses }
}

function mean(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}
