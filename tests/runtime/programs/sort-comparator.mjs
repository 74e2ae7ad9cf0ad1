const names = Array.from({ length: 400_000 }, (_, index) => `name ${(index * 7919) % 400_001}`)

setTimeout(() => {
  names.sort((a, b) => a.localeCompare(b)) // guilty
}, 60)
