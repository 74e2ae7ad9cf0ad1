const fs = require('node:fs')

function publish() {
  const before = process.cpuUsage()
  for (let round = 0; ; round += 1) {
    const { user, system } = process.cpuUsage(before)
    if (user + system > 400_000) return
    fs.writeFileSync(`page-${round % 20}.html`, 'x'.repeat(20_000)) // guilty
    fs.readFileSync(`page-${round % 20}.html`, 'utf8') // guilty
    fs.statSync(`page-${round % 20}.html`) // guilty
    fs.unlinkSync(`page-${round % 20}.html`) // guilty
  }
}

setTimeout(publish, 60)
