import Router from '@koa/router'
import Koa from 'koa'
import { request } from './serve-once.mjs'

const router = new Router({ prefix: '/api' })
router.get('/loaves/:id', (context) => {
  const end = process.cpuUsage().user + 350_000
  while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random() // guilty
  context.body = 'loaf'
})
const server = new Koa().use(router.routes()).listen(0, '127.0.0.1', () => {
  request(server.address().port, '/api/loaves/3?key=1', () => server.close())
})
