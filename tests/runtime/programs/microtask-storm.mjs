const state = { end: 0, turns: 0 }

function again() { // guilty
  state.turns += 1 // guilty
  if (process.cpuUsage().user < state.end) return Promise.resolve().then(again) // guilty
}

setTimeout(() => {
  state.end = process.cpuUsage().user + 600_000
  void again()
}, 60)
