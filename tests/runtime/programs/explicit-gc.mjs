import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc')
const orders = Array.from({ length: 1_500_000 }, (_, id) => ({ id, items: ['loaf', { id }] })) // prepares

setTimeout(() => {
  const before = process.cpuUsage()
  while (process.cpuUsage(before).user < 800_000) collect() // guilty
  orders.length = 0
}, 600)
