const fs = require('node:fs')

function loadTranslations() {
  const end = process.cpuUsage().user + 300_000
  while (process.cpuUsage().user < end) { // guilty
    for (let n = 0; n < 50; n += 1) fs.readFileSync(__filename, 'utf8') // guilty
  }
}

setTimeout(loadTranslations, 60)
