// Busy half of the time, so that a stop meets it at work as well as at rest.
const working = setInterval(() => {
  const end = Date.now() + 10
  while (Date.now() < end) Math.random()
}, 20)
process.stdout.write('working\n')
process.on('SIGUSR2', () => clearInterval(working))
