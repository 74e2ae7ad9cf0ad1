import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'

const server = createServer((incoming, response) => {
  if (incoming.url === '/slow') {
    const end = process.cpuUsage().user + 350_000
    while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random() // guilty
  }
  response.end()
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')

// All have sent their request before the first of them is read.
const paths = ['/slow', '/1', '/2', '/3', '/4', '/5']
const sockets = paths.map(() => connect(server.address().port, '127.0.0.1'))
await Promise.all(sockets.map((socket) => once(socket, 'connect')))
for (const [index, socket] of sockets.entries()) {
  socket.resume().end(`GET ${paths[index]} HTTP/1.1\r\nHost: bakery\r\n\r\n`)
}
await Promise.all(sockets.map((socket) => once(socket, 'close')))
server.close()
