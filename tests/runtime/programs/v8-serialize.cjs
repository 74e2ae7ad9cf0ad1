const v8 = require('node:v8')

const orders = Array.from({ length: 50_000 }, (_, id) => ({ id, items: ['loaf', 'roll'], paid: true })) // prepares

setTimeout(() => {
  const before = process.cpuUsage()
  while (process.cpuUsage(before).user < 400_000) v8.serialize(orders) // guilty
}, 60)
