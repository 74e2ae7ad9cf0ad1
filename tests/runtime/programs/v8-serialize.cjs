const v8 = require('node:v8')

const orders = Array.from({ length: 250_000 }, (_, id) => ({ id, items: ['loaf', 'roll'], paid: true })) // prepares

setTimeout(() => {
  v8.serialize(orders) // guilty
}, 60)
