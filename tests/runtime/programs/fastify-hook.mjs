import Fastify from 'fastify'
import { request } from './serve-once.mjs'

const server = Fastify()
server.addHook('onRequest', async () => {
  const end = process.cpuUsage().user + 350_000
  while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random() // guilty
})
server.get('/loaves/:id', async () => 'loaf')
await server.listen({ port: 0, host: '127.0.0.1' })
request(server.server.address().port, '/loaves/3', () => server.close())
