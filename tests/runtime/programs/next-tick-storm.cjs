let end = 0

function again() { // guilty
  if (process.cpuUsage().user < end) process.nextTick(again) // guilty
}

setTimeout(() => {
  end = process.cpuUsage().user + 600_000
  again()
}, 60)
