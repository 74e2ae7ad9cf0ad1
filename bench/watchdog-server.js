// The server that bench/watchdog.js loads: an application of the framework that the second argument
// names, watched in the way that the first one names. Answers messages of its parent with what it
// has used so far.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setImmediate } from 'node:timers/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Script } from 'node:vm'
import blockedAt from 'blocked-at'
import express from 'express'
import fastify from 'fastify'

const [way, framework] = process.argv.slice(2)

// V8 tidies a program at rest up only if it has allocated a little of everything after its start, and what is watched
// is not the same afterwards. This server alone would allocate nothing; where a way of watching does, chance would
// decide what is compared. So all do.
const someWork = new Script('Array.from({ length: 3000 }, (_, index) => ({ index })).length')
setTimeout(() => someWork.runInThisContext(), 2000)

if (way === 'blocked-at') blockedAt(() => {}, { threshold: 100 })
if (way === 'delay-monitor') monitorEventLoopDelay({ resolution: 20 }).enable()
if (way === 'native') {
  const require = createRequire(`${process.env.COMPARED_PACKAGES}/`)
  const { registerThread, threadPoll } = require('@sentry-internal/node-native-stacktrace')
  registerThread('main')
  setInterval(threadPoll, 50).unref()
}

/** As Linux counts it; not a number elsewhere. */
function readMainThreadUs() {
  if (process.platform !== 'linux') return Number.NaN
  return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1000
}

/**
 * What the process has written to, and no other shares; not a number but on Linux. Clean pages are those of the
 * executable, which are called private while no other process happens to have touched them.
 */
function readPrivateBytes() {
  if (process.platform !== 'linux') return Number.NaN
  return Number(/^Private_Dirty: +(\d+) kB$/m.exec(readFileSync('/proc/self/smaps_rollup', 'utf8'))?.[1]) * 1024
}

const makeItems = (id) => Array.from({ length: 50 }, (_, index) => ({ index, id }))

async function awaitOften() {
  let sum = 0
  for (let index = 0; index < 200; index += 1) sum += await Promise.resolve(index)
  await setImmediate()
  return String(sum)
}

function startExpress() {
  const application = express()
  application.disable('x-powered-by')
  application.get('/short', (request, response) => response.send('ok'))
  application.get('/json/:id', (request, response) => response.json({ items: makeItems(request.params.id) }))
  application.get('/awaits', async (request, response) => response.send(await awaitOften()))
  return new Promise((resolve) => {
    const server = application.listen(0, '127.0.0.1', () => resolve(server.address().port))
  })
}

async function startFastify() {
  const application = fastify()
  application.get('/short', (request, reply) => reply.send('ok'))
  application.get('/json/:id', async (request) => ({ items: makeItems(request.params.id) }))
  application.get('/awaits', awaitOften)
  await application.listen({ port: 0, host: '127.0.0.1' })
  return application.server.address().port
}

process.send(await (framework === 'fastify' ? startFastify() : startExpress()))
process.on('message', (question) => {
  if (question === 'memory') {
    // Not with every answer, for the system counts every page, and that would be part of what is measured.
    process.send({ residentBytes: process.memoryUsage.rss(), privateBytes: readPrivateBytes() })
    return
  }
  const { user, system } = process.cpuUsage()
  process.send({ cpuUs: user + system, mainUs: readMainThreadUs() })
})
process.on('disconnect', () => process.exit())
