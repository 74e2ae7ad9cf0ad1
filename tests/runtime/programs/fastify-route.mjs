import fastify from 'fastify'
import { request } from './serve-once.mjs'

const application = fastify()
application.get('/invoices/:number', async () => {
  const end = process.cpuUsage().user + 300_000
  while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random() // guilty
  return 'done'
})

await application.listen({ port: 0, host: '127.0.0.1' })
request(application.server.address().port, '/invoices/9?key=1', () => application.close())
