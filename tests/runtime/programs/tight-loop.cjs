setTimeout(() => {
  let sum = 0
  for (let index = 0; index < 2e9; index += 1) sum = (sum + index) | 0 // guilty
  return sum
}, 60)
