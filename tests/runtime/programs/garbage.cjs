const kept = []

function collectOrders() {
  const before = process.cpuUsage()
  while (process.cpuUsage(before).user < 600_000 && kept.length < 3_000_000) { // guilty
    for (let index = 0; index < 1000; index += 1) kept.push({ id: [index], items: [[index]] }) // guilty
  }
}

setTimeout(collectOrders, 60)
