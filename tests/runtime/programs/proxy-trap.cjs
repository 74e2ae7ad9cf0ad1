const order = new Proxy({}, {
  get() {
    const end = process.cpuUsage().user + 350_000
    while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random() // guilty
    return 1
  },
})

setTimeout(() => order.total, 60)
