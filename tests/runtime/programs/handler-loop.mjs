import { serveOnce } from './serve-once.mjs'

serveOnce('/orders/7?token=secret', (request, response) => {
  response.end(total(300))
})

function total(ms) {
  let sum = 0
  const end = process.cpuUsage().user + ms * 1000
  while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) sum += Math.sqrt(sum + 1) // guilty
  return String(sum)
}
