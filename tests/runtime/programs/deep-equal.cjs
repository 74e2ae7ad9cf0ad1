const { isDeepStrictEqual } = require('node:util')

const orders = Array.from({ length: 100_000 }, (_, id) => ({ id, items: ['loaf', 'roll'], paid: true })) // prepares
const others = Array.from({ length: 100_000 }, (_, id) => ({ id, items: ['loaf', 'roll'], paid: true })) // prepares

setTimeout(() => {
  const before = process.cpuUsage()
  while (process.cpuUsage(before).user < 400_000) isDeepStrictEqual(orders, others) // guilty
}, 60)
