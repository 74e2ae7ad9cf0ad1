import { MessageChannel } from 'node:worker_threads'

const orders = Array.from({ length: 500_000 }, (_, id) => ({ id, items: ['loaf', 'roll'], paid: true })) // prepares
const { port1, port2 } = new MessageChannel()

setTimeout(() => {
  port1.postMessage(orders) // guilty
  port1.close()
  port2.close()
}, 60)
