import { writeHeapSnapshot } from 'node:v8'

const orders = Array.from({ length: 100_000 }, (_, id) => ({ id, items: ['loaf', `roll ${id}`] })) // prepares

setTimeout(() => {
  writeHeapSnapshot('orders.heapsnapshot') // guilty
  orders.length = 0
}, 60)
