// The server that bench/watchdog.js loads: an Express application, watched in the way that the
// first argument names. Answers messages of its parent with what it has used so far.
import { setImmediate } from 'node:timers/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import blockedAt from 'blocked-at'
import express from 'express'

const [way] = process.argv.slice(2)
if (way === 'blocked-at') blockedAt(() => {}, { threshold: 100 })
if (way === 'delay-monitor') monitorEventLoopDelay({ resolution: 20 }).enable()

const application = express()
application.disable('x-powered-by')
application.get('/short', (request, response) => response.send('ok'))
application.get('/json/:id', (request, response) => {
  const items = Array.from({ length: 50 }, (_, index) => ({ index, id: request.params.id }))
  response.json({ items })
})
application.get('/awaits', async (request, response) => {
  let sum = 0
  for (let index = 0; index < 200; index += 1) sum += await Promise.resolve(index)
  await setImmediate()
  response.send(String(sum))
})

const server = application.listen(0, '127.0.0.1', () => process.send(server.address().port))
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send({ cpuUs: user + system, residentBytes: process.memoryUsage.rss() })
})
process.on('disconnect', () => process.exit())
