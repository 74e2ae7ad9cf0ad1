setTimeout(() => {
  const end = process.cpuUsage().user + 400_000
  while (process.cpuUsage().user < end) {
    debugger // guilty
    Math.random() // guilty
  }
  console.log('went on')
}, 60)
