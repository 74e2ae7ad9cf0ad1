// What watching costs an Express server, in processor time per request of the server's process.
//
// One server for each way of watching runs at the same time, and batches of requests go to them in
// turn, so that whatever else the machine does meets all alike. A figure is the median, over the
// rounds, of a server's time beside that of the unwatched one in the same round.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'

const rounds = Number(process.argv[2] ?? 15)
const requestsPerBatch = Number(process.argv[3] ?? 1500)
const connections = 20
const idleMs = 3000

const dist = process.env.EVENT_LOOP_TEST_DIST ?? fileURLToPath(new URL('../dist', import.meta.url))
const register = path.join(dist, 'runtime', 'register.js')
if (!existsSync(register)) throw new Error('run "npm run build" first')

const ways = [
  { way: 'without', title: 'without' },
  { way: 'watchdog', title: 'watchdog' },
  { way: 'blocked-at', title: 'blocked-at always on' },
  { way: 'delay-monitor', title: 'monitorEventLoopDelay (the limit)' },
]
const kinds = [
  { target: '/short', title: 'short' },
  { target: '/json/7', title: 'json' },
  { target: '/awaits', title: '200 awaits' },
]

async function startServer({ way }) {
  const server = fork(fileURLToPath(new URL('watchdog-server.js', import.meta.url)), [way], {
    execArgv: way === 'watchdog' ? ['--import', pathToFileURL(register).href] : [],
    env: { ...process.env, NODE_OPTIONS: '', EVENT_LOOP_REPORT: 'none', EVENT_LOOP_STALLS_FILE: '' },
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

const servers = []
for (const way of ways) servers.push(await startServer(way))
console.log(`Node.js ${process.version}, ${rounds} rounds of ${requestsPerBatch} requests\n`)
console.log(`${''.padEnd(34)}${kinds.map(({ title }) => title.padStart(22)).join('')}`)

const times = new Map()
for (const { target } of kinds) {
  for (const running of servers) await load(running, target, batchOf(running))
  const series = servers.map(() => [])
  for (let round = 0; round < rounds; round += 1) {
    // Each begins in turn, so that none always follows the most expensive one.
    for (let offset = 0; offset < servers.length; offset += 1) {
      const index = (round + offset) % servers.length
      series[index].push(await measure(servers[index], target))
    }
  }
  times.set(target, series)
}
for (const [index, { title }] of ways.entries()) {
  const cells = kinds.map(({ target }) => {
    const series = times.get(target)
    const ratios = series[index].map((time, round) => time / series[0][round])
    const figures = `${median(series[index]).toFixed(0)} us  x ${median(ratios).toFixed(3)}`
    return figures.padStart(22)
  })
  console.log(`${title.padEnd(34)}${cells.join('')}`)
}

console.log('\nIdle: share of a core, and resident memory after the load')
for (const [index, { title }] of ways.entries()) {
  const before = await readUsage(servers[index])
  await pause(idleMs)
  const after = await readUsage(servers[index])
  const share = ((after.cpuUs - before.cpuUs) / (idleMs * 1000)) * 100
  const memory = `${(after.residentBytes / 1e6).toFixed(0)} MB`
  console.log(`${title.padEnd(34)}${`${share.toFixed(2)} %  ${memory}`.padStart(22)}`)
}
for (const { server, agent } of servers) {
  agent.destroy()
  server.disconnect()
}
