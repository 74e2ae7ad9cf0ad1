let end = 0

function again() { // guilty
  if (Date.now() < end) process.nextTick(again) // guilty
}

setTimeout(() => {
  end = Date.now() + 600
  again()
}, 60)
