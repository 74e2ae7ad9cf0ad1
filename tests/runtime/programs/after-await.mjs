import { setTimeout as pause } from 'node:timers/promises'
import { serveOnce } from './serve-once.mjs'

serveOnce('/report', async (request, response) => {
  await pause(30)
  const end = process.cpuUsage().user + 300_000
  while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random() // guilty
  response.end()
})
