// What watching costs a server of Express or of Fastify (the fourth argument), in processor time per
// request of the server's process; a fifth argument names the ways of watching, separated by commas, besides
// "without", which comes first.
//
// One server for each way of watching runs at the same time, and small batches of requests go to them in
// turn, so that whatever else the machine does meets all alike. Two processes that run the same code still
// differ by some percent for as long as they live, by what the compiler made of it; so all servers are
// launched anew several times, and one more that is not watched shows what such a difference is worth.
// Within a launch, a way's figure is the median of its rounds, each beside the unwatched server's batch of
// the same round; what is printed is the median over the launches, with the lowest and the highest.
//
// Collections of garbage run on threads of their own, and so does the watcher: the main thread's time, which
// delays requests, stands below that of all threads.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { load, openAgent } from './load.js'
import { dist, median } from './measure.js'

const launches = Number(process.argv[2] ?? 7)
const rounds = Number(process.argv[3] ?? 12)
const requestsPerBatch = Number(process.argv[4] ?? 1000)
const framework = process.argv[5] ?? 'express'
const only = process.argv[6]?.split(',')
/**
 * Of each kind, before the rest: what V8 has learnt of a function by then decides what it makes of it for as long as
 * the process lives, and a server that has served nothing has called few functions often enough to learn anything.
 */
const firstRequests = 300
/** Until the compiler has settled, which takes most of this many for some kinds. */
const warmUpRequests = 10_000
/**
 * What an engine tidies up after a start must not count as idling, and what it has not tidied up yet is not what a
 * program takes. V8 does so after eight seconds, or after eight more where it then finds the program busy.
 */
const quietMs = 18_000
const idleMs = 5000

const register = path.join(dist, 'runtime', 'register.js')
if (!existsSync(register)) throw new Error('run "npm run build" first')

const everyWay = [
  { way: 'without', title: 'without' },
  { way: 'control', title: 'without, another process' },
  { way: 'watchdog', title: 'watchdog' },
  { way: 'blocked-at', title: 'blocked-at always on' },
  { way: 'delay-monitor', title: 'monitorEventLoopDelay (the limit)' },
]
// The script that compares watchdogs installs it.
const peers = path.join(tmpdir(), 'eslint-plugin-event-loop-peers')
if (existsSync(path.join(peers, 'node_modules'))) everyWay.push({ way: 'native', title: "Sentry's native watchdog" })
const ways = everyWay.filter(({ way }) => way === 'without' || (only?.includes(way) ?? true))
const kinds = [
  { target: '/short', title: 'short' },
  { target: '/json/7', title: 'json' },
  { target: '/awaits', title: '200 awaits' },
]

async function startServer({ way }) {
  const server = fork(fileURLToPath(new URL('watchdog-server.js', import.meta.url)), [way, framework], {
    execArgv: way === 'watchdog' ? ['--import', pathToFileURL(register).href] : [],
    env: { ...process.env, NODE_OPTIONS: '', EVENT_LOOP_REPORT: 'none', EVENT_LOOP_STALLS_FILE: '', COMPARED_PACKAGES: peers },
  })
  const [port] = await once(server, 'message')
  return { way, server, port, agent: openAgent() }
}

async function ask({ server }, question) {
  server.send(question)
  const [answer] = await once(server, 'message')
  return answer
}

/** Processor time of a batch, in microseconds a request: of all threads, and of the main one. */
async function measure(running, target) {
  const count = batchOf(running)
  const before = await ask(running, 'usage')
  await load(running, target, count)
  const after = await ask(running, 'usage')
  return { all: (after.cpuUs - before.cpuUs) / count, main: (after.mainUs - before.mainUs) / count }
}

/** blocked-at takes so long that a tenth of the requests tells as much. */
function share({ way }, count) {
  return way === 'blocked-at' ? Math.ceil(count / 10) : count
}

function batchOf(running) {
  return share(running, requestsPerBatch)
}

/** By kind and way, from servers that live for this launch only. */
async function launch() {
  const servers = []
  for (const way of ways) servers.push(await startServer(way))
  for (const { target } of kinds) {
    for (const running of servers) await load(running, target, share(running, firstRequests))
  }
  await pause(quietMs)
  // Before the load, for how much of its garbage an engine has returned afterwards is a matter of chance.
  const idle = await Promise.all(servers.map(measureIdle))
  const byKind = []
  for (const { target } of kinds) {
    for (const running of servers) await load(running, target, share(running, warmUpRequests))
    const byRound = []
    for (let round = 0; round < rounds; round += 1) {
      const byWay = []
      // Each begins in turn, so that none always follows the most expensive one.
      for (let offset = 0; offset < servers.length; offset += 1) {
        const index = (round + offset) % servers.length
        byWay[index] = await measure(servers[index], target)
      }
      byRound.push(byWay)
    }
    byKind.push(ways.map((_, way) => ofRounds(byRound, way)))
  }
  for (const { server, agent } of servers) {
    agent.destroy()
    server.disconnect()
  }
  return { byKind, idle }
}

function ofRounds(byRound, way) {
  const of = (threads) => ({
    us: median(byRound.map((byWay) => byWay[way][threads])),
    ratio: median(byRound.map((byWay) => byWay[way][threads] / byWay[0][threads])),
  })
  return { all: of('all'), main: of('main') }
}

/** Share of a core while no requests come, and memory. */
async function measureIdle(running) {
  const before = await ask(running, 'usage')
  await pause(idleMs)
  const after = await ask(running, 'usage')
  const { residentBytes, privateBytes } = await ask(running, 'memory')
  return {
    percent: (after.cpuUs - before.cpuUs) / (idleMs * 10),
    residentMb: residentBytes / 1e6,
    privateMb: privateBytes / 1e6,
  }
}

console.log(
  `Node.js ${process.version}, ${framework}, ${launches} launches of ${rounds} rounds of ${requestsPerBatch} requests\n`,
)
const results = []
for (let count = 0; count < launches; count += 1) results.push(await launch())

const heading = (text) => text.padStart(33)
console.log(`${''.padEnd(34)}${kinds.map(({ title }) => heading(title)).join('')}`)
for (const [way, { title }] of ways.entries()) {
  for (const [threads, name] of [
    ['all', title],
    ['main', '  its main thread'],
  ]) {
    const cells = kinds.map((_, kind) => {
      const figures = results.map(({ byKind }) => byKind[kind][way][threads])
      const ratios = figures.map(({ ratio }) => ratio)
      const range = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`
      const us = median(figures.map((figure) => figure.us)).toFixed(0)
      return heading(`${us} us  x ${median(ratios).toFixed(3)} (${range})`)
    })
    console.log(`${name.padEnd(34)}${cells.join('')}`)
  }
}

// Resident memory counts pages of the executable as well, which all processes of one Node.js share and which
// a second thread merely touches; private memory is what the process alone takes from the machine.
console.log('\nIdle, before the load: share of a core, private and resident memory')
for (const [way, { title }] of ways.entries()) {
  const of = (name) => median(results.map(({ idle }) => idle[way][name]))
  const cells = [`${of('percent').toFixed(2)} %`, `${of('privateMb').toFixed(1)} MB`, `${of('residentMb').toFixed(1)} MB`]
  console.log(`${title.padEnd(34)}${cells.map((cell) => cell.padStart(12)).join('')}`)
}
