const express = require('express-4')

const orders = express.Router()
orders.get('/orders/:order', (request, response) => {
  const end = process.cpuUsage().user + 350_000
  while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random() // guilty
  response.send('bun')
})
const application = express().use('/users/:user', orders)
const server = application.listen(0, '127.0.0.1', async () => {
  const { request } = await import('./serve-once.mjs')
  request(server.address().port, '/users/7/orders/7', () => server.close())
})
