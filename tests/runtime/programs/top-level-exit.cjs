process.on('exit', (code) => console.log(`exits with ${code}`))
const end = process.cpuUsage().user + 1500_000
while (process.cpuUsage().user < end) Math.random() // guilty
process.exit(7)
