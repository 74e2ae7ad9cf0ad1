// What watching costs a server of Express or of Fastify (the fourth argument), in processor time per
// request of the server's process.
//
// One server for each way of watching runs at the same time, and batches of requests go to them in
// turn, so that whatever else the machine does meets all alike. Two processes that run the same code
// still differ by some percent for as long as they live, by what the compiler made of it; so all
// servers are launched anew several times. A figure is the median, over the launches, of a server's
// time beside that of the unwatched one of the same launch; its range stands beside it.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'

const launches = Number(process.argv[2] ?? 7)
const rounds = Number(process.argv[3] ?? 4)
const requestsPerBatch = Number(process.argv[4] ?? 1500)
const framework = process.argv[5] ?? 'express'
const connections = 20
const idleMs = 1500

const dist = process.env.EVENT_LOOP_TEST_DIST ?? fileURLToPath(new URL('../dist', import.meta.url))
const register = path.join(dist, 'runtime', 'register.js')
if (!existsSync(register)) throw new Error('run "npm run build" first')

const ways = [
  { way: 'without', title: 'without' },
  { way: 'watchdog', title: 'watchdog' },
  { way: 'blocked-at', title: 'blocked-at always on' },
  { way: 'delay-monitor', title: 'monitorEventLoopDelay (the limit)' },
]
// The script that compares watchdogs installs it.
const peers = path.join(tmpdir(), 'eslint-plugin-event-loop-peers')
if (existsSync(path.join(peers, 'node_modules'))) ways.push({ way: 'native', title: "Sentry's native watchdog" })
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
  return { way, server, port, agent: new Agent({ keepAlive: true, maxSockets: connections }) }
}

async function readUsage({ server }) {
  server.send('usage')
  const [usage] = await once(server, 'message')
  return usage
}

async function load({ port, agent }, target, count) {
  let left = count
  const client = async () => {
    while (left > 0) {
      left -= 1
      await new Promise((resolve, reject) => {
        get({ port, agent, host: '127.0.0.1', path: target }, (response) => {
          response.resume().on('end', resolve)
        }).on('error', reject)
      })
    }
  }
  await Promise.all(Array.from({ length: connections }, client))
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** Processor time of a batch, in microseconds a request. */
async function measure(running, target) {
  const count = batchOf(running)
  const before = await readUsage(running)
  await load(running, target, count)
  const after = await readUsage(running)
  return (after.cpuUs - before.cpuUs) / count
}

/** blocked-at takes so long that a tenth of the requests tells as much. */
function batchOf({ way }) {
  return way === 'blocked-at' ? Math.ceil(requestsPerBatch / 10) : requestsPerBatch
}

/** Microseconds a request by kind and way, from servers that live for this launch only. */
async function launch() {
  const servers = []
  for (const way of ways) servers.push(await startServer(way))
  // Three batches until the compiler has settled: the first kind would else pay for all that follow.
  for (let batch = 0; batch < 3; batch += 1) {
    for (const running of servers) await load(running, kinds[0].target, batchOf(running))
  }
  const byKind = []
  for (const { target } of kinds) {
    for (const running of servers) await load(running, target, batchOf(running))
    const sums = servers.map(() => 0)
    for (let round = 0; round < rounds; round += 1) {
      // Each begins in turn, so that none always follows the most expensive one.
      for (let offset = 0; offset < servers.length; offset += 1) {
        const index = (round + offset) % servers.length
        sums[index] += await measure(servers[index], target)
      }
    }
    byKind.push(sums.map((sum) => sum / rounds))
  }
  const idle = []
  for (const running of servers) idle.push(await measureIdle(running))
  for (const { server, agent } of servers) {
    agent.destroy()
    server.disconnect()
  }
  return { byKind, idle }
}

/** Share of a core, and resident memory, while no requests come. */
async function measureIdle(running) {
  const before = await readUsage(running)
  await pause(idleMs)
  const after = await readUsage(running)
  return {
    percent: (after.cpuUs - before.cpuUs) / (idleMs * 10),
    megabytes: after.residentBytes / 1e6,
  }
}

console.log(
  `Node.js ${process.version}, ${framework}, ${launches} launches of ${rounds} rounds of ${requestsPerBatch} requests\n`,
)
const results = []
for (let count = 0; count < launches; count += 1) results.push(await launch())

const heading = (text) => text.padStart(30)
console.log(`${''.padEnd(34)}${kinds.map(({ title }) => heading(title)).join('')}`)
for (const [way, { title }] of ways.entries()) {
  const cells = kinds.map((_, kind) => {
    const times = results.map(({ byKind }) => byKind[kind][way])
    const ratios = results.map(({ byKind }) => byKind[kind][way] / byKind[kind][0])
    const range = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`
    return heading(`${median(times).toFixed(0)} us  x ${median(ratios).toFixed(3)} (${range})`)
  })
  console.log(`${title.padEnd(34)}${cells.join('')}`)
}

console.log('\nIdle: share of a core, and resident memory after the load')
for (const [way, { title }] of ways.entries()) {
  const percent = median(results.map(({ idle }) => idle[way].percent))
  const megabytes = median(results.map(({ idle }) => idle[way].megabytes))
  console.log(`${title.padEnd(34)}${`${percent.toFixed(2)} %  ${megabytes.toFixed(0)} MB`.padStart(22)}`)
}
