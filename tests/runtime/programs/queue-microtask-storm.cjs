let end = 0

function again() { // guilty
  if (process.cpuUsage().user < end) queueMicrotask(again) // guilty
}

setTimeout(() => {
  end = process.cpuUsage().user + 600_000
  again() // guilty
}, 60)
