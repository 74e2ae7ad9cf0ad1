function* crumbs(limit) {
  const end = process.cpuUsage().user + limit // guilty
  while (process.cpuUsage().user < end) yield Math.random() // guilty
}

setTimeout(() => {
  let sum = 0
  for (const crumb of crumbs(350_000)) sum += crumb // guilty
  return sum
}, 60)
