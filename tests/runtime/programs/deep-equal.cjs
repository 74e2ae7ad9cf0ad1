const { isDeepStrictEqual } = require('node:util')

const orders = Array.from({ length: 400_000 }, (_, id) => ({ id, items: ['loaf', 'roll'], paid: true })) // prepares
const others = Array.from({ length: 400_000 }, (_, id) => ({ id, items: ['loaf', 'roll'], paid: true })) // prepares

setTimeout(() => {
  isDeepStrictEqual(orders, others) // guilty
}, 60)
