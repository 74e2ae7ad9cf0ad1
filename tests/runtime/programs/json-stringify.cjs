const orders = Array.from({ length: 400_000 }, (_, id) => ({ id, items: ['loaf', 'roll'], paid: true })) // prepares

function encode() {
  const before = process.cpuUsage()
  while (process.cpuUsage(before).user < 400_000) JSON.stringify(orders) // guilty
}

setTimeout(encode, 60)
