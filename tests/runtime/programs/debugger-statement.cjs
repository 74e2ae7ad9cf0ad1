setTimeout(() => {
  const end = Date.now() + 400
  while (Date.now() < end) {
    debugger // guilty
    Math.random() // guilty
  }
  console.log('went on')
}, 60)
