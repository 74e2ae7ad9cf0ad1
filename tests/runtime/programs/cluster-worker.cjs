const cluster = require('node:cluster')

if (cluster.isPrimary) {
  cluster.fork().on('exit', () => cluster.disconnect())
} else {
  setTimeout(() => {
    const end = process.cpuUsage().user + 350_000
    while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random() // guilty
    setTimeout(() => process.disconnect(), 500)
  }, 60)
}
