const prices = Array.from({ length: 2_000_000 }, (_, index) => index) // prepares

setTimeout(() => {
  const before = process.cpuUsage()
  while (process.cpuUsage(before).user < 400_000) {
    prices.map((price) => price * 1.07).filter((price) => price % 3 < 1).reduce((a, b) => a + b, 0) // guilty
  }
}, 200)
