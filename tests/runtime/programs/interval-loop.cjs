let turns = 0
const timer = setInterval(() => {
  turns += 1
  if (turns < 5) return
  clearInterval(timer)
  const end = process.cpuUsage().user + 350_000
  while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random() // guilty
}, 20)
