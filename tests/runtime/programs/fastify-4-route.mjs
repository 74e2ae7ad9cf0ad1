import fastify from 'fastify-4'
import { request } from './serve-once.mjs'

const application = fastify() // prepares
application.get('/loaves/:id', async () => {
  const end = process.cpuUsage().user + 350_000
  while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random() // guilty
  return 'loaf'
})
await application.listen({ port: 0, host: '127.0.0.1' }) // prepares
request(application.server.address().port, '/loaves/3?key=1', () => application.close())
