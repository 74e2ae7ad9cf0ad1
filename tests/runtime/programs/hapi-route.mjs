import Hapi from '@hapi/hapi'
import { request } from './serve-once.mjs'

const server = Hapi.server({ port: 0, host: '127.0.0.1' }) // prepares
server.route({
  method: 'GET',
  path: '/loaves/{id}',
  handler: () => {
    const end = process.cpuUsage().user + 350_000
    while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random() // guilty
    return 'loaf'
  },
})
await server.start() // prepares
request(server.info.port, '/loaves/3?key=1', () => server.stop())
