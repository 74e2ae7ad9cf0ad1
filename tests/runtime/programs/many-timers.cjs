function step() { // guilty
  const end = process.cpuUsage().user + 4_000 // guilty
  while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random() // guilty
}

setTimeout(() => {
  for (let index = 0; index < 150; index += 1) setTimeout(step, 5)
}, 60)
