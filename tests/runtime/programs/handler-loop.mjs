import { serveOnce } from './serve-once.mjs'

serveOnce('/orders/7?token=secret', (request, response) => {
  response.end(total(300))
})

function total(ms) {
  let sum = 0
  const end = Date.now() + ms
  while (Date.now() < end) sum += Math.sqrt(sum + 1) // guilty
  return String(sum)
}
