const names = Array.from({ length: 80_000 }, (_, index) => `name ${(index * 7919) % 80_021}`)

setTimeout(() => {
  names.sort((a, b) => (a.split('').reverse().join() < b.split('').reverse().join() ? -1 : 1)) // guilty
}, 60)
