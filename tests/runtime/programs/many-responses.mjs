import { createServer } from 'node:http'
import { connect } from 'node:net'

// No single one is long, but they come together.
const server = createServer((incoming, response) => { // guilty
  const end = process.cpuUsage().user + 6_000 // guilty
  while (process.cpuUsage().user < end) for (let n = 0; n < 500; n += 1) Math.random() // guilty
  response.end() // guilty
})
server.listen(0, '127.0.0.1', () => {
  const socket = connect(server.address().port, '127.0.0.1')
  socket.resume().on('close', () => server.close())
  socket.end('GET /menu HTTP/1.1\r\nHost: bakery\r\n\r\n'.repeat(60))
})
