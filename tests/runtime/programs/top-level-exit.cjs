process.on('exit', (code) => console.log(`exits with ${code}`))
const end = Date.now() + 1500
while (Date.now() < end) Math.random() // guilty
process.exit(7)
