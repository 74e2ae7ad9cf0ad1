function count(n) { // guilty
  return n < 2 ? n : count(n - 1) + count(n - 2) // guilty
}

setTimeout(() => {
  const before = process.cpuUsage()
  while (process.cpuUsage(before).user < 400_000) count(30) // guilty
}, 60)
