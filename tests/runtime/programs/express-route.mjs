import express from 'express'
import { request } from './serve-once.mjs'

const users = express.Router()
users.get('/:id', async (incoming, response) => {
  await new Promise((resolve) => setTimeout(resolve, 20))
  response.send(summary(incoming.params.id))
})

function summary(id) {
  const end = process.cpuUsage().user + 300_000
  while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random() // guilty
  return id
}

const application = express()
application.use('/users', users)
const server = application.listen(0, '127.0.0.1', () => {
  request(server.address().port, '/users/12?key=1', () => server.close())
})
