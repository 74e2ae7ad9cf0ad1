import { createServer } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { request } from './serve-once.mjs'

const server = createServer(async (incoming, response) => {
  await pause(30)
  const end = Date.now() + 300
  while (Date.now() < end) Math.random() // guilty
  response.end()
})

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address()
  request(port, '/first', () => request(port, '/second', () => server.close()))
})
