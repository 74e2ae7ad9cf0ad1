import { createServer } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { request } from './serve-once.mjs'

const server = createServer(async (incoming, response) => {
  for (let turn = 0; turn < 10; turn += 1) await pause(5)
  if (incoming.url.startsWith('/slow')) {
    const end = process.cpuUsage().user + 300_000
    while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random() // guilty
  }
  response.end()
})

server.listen(0, '127.0.0.1', () => {
  const paths = Array.from({ length: 30 }, (_, index) => (index === 17 ? '/slow' : `/fast/${index}`))
  let left = paths.length
  const onEnd = () => (left -= 1) === 0 && server.close()
  for (const path of paths) request(server.address().port, path, onEnd)
})
