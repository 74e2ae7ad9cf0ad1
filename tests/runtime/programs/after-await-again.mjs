import { createServer } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { request } from './serve-once.mjs'

const server = createServer(async (incoming, response) => {
  await pause(30)
  const end = process.cpuUsage().user + 300_000
  while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random() // guilty
  response.end()
})

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address()
  // Requests are followed from the next beat on.
  request(port, '/first', () => setTimeout(request, 300, port, '/second', () => server.close()))
})
