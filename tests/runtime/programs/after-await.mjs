import { setTimeout as pause } from 'node:timers/promises'
import { serveOnce } from './serve-once.mjs'

serveOnce('/report', async (request, response) => {
  await pause(30)
  const end = Date.now() + 300
  while (Date.now() < end) Math.random() // guilty
  response.end()
})
