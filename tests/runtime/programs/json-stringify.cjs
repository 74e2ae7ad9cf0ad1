const orders = Array.from({ length: 400_000 }, (_, id) => ({ id, items: ['loaf', 'roll'], paid: true })) // prepares

function encode() {
  return JSON.stringify(orders) // guilty
}

setTimeout(encode, 60)
