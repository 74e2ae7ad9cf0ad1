const orders = Array.from({ length: 150_000 }, (_, id) => ({ id, items: ['loaf', 'roll'], paid: true })) // prepares

setTimeout(() => {
  structuredClone(orders) // guilty
}, 60)
