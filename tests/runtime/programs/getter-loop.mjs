const order = {
  get total() {
    const end = process.cpuUsage().user + 350_000
    let sum = 0
    while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) sum += 1 // guilty
    return sum
  },
}

setTimeout(() => String(order.total), 60)
