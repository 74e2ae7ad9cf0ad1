const state = { end: 0, turns: 0 }

function again() { // guilty
  state.turns += 1 // guilty
  if (Date.now() < state.end) return Promise.resolve().then(again) // guilty
}

setTimeout(() => {
  state.end = Date.now() + 600
  void again()
}, 60)
