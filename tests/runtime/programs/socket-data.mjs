import { connect, createServer } from 'node:net'

const server = createServer((socket) => {
  socket.on('data', () => {
    const end = process.cpuUsage().user + 350_000
    while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random() // guilty
    socket.end('done')
    server.close()
  })
})
server.listen(0, '127.0.0.1', () => connect(server.address().port, '127.0.0.1').end('loaf').resume())
