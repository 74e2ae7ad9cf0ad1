const text = 'loaf '.repeat(200_000)

setTimeout(() => {
  const before = process.cpuUsage()
  while (process.cpuUsage(before).user < 400_000) {
    text.replace(/(l)(o)(a)(f)/g, (_, a, b, c, d) => d + c + b + a) // guilty
  }
}, 200)
