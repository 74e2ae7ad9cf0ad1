function again() { // guilty
  return Promise.resolve().then(again) // guilty
}

setTimeout(again, 60) // guilty
