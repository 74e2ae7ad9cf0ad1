// Spins for ever, without a call that could be interrupted.
setTimeout(() => {
  let sum = 0
  for (;;) sum = (sum + 1) | 0 // guilty
}, 60)
