import { serveOnce } from './serve-once.mjs'

const orders = Array.from({ length: 200_000 }, (_, id) => ({ id, items: ['loaf', 'roll'], paid: true }))
const years = new Array(24).fill(orders)

serveOnce('/export', async (request, response) => {
  response.end(String(JSON.stringify(years).length)) // guilty
})
