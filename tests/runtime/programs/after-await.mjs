import { setTimeout as pause } from 'node:timers/promises'
import { serveOnce } from './serve-once.mjs'

serveOnce('/report', async (request, response) => {
  await pause(30)
  const end = process.cpuUsage().user + 300_000
  while (process.cpuUsage().user < end) Math.random() // guilty
  response.end()
})
