const fs = require('node:fs')

function loadTranslations() {
  const end = Date.now() + 300
  while (Date.now() < end) {
    fs.readFileSync(__filename, 'utf8') // guilty
  }
}

setTimeout(loadTranslations, 60)
