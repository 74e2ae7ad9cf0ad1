import { MessageChannel } from 'node:worker_threads'

const orders = Array.from({ length: 50_000 }, (_, id) => ({ id, items: ['loaf', 'roll'], paid: true })) // prepares
const { port1, port2 } = new MessageChannel()

setTimeout(() => {
  const before = process.cpuUsage()
  while (process.cpuUsage(before).user < 400_000) port1.postMessage(orders) // guilty
  port1.close()
  port2.close()
}, 60)
