import { existsSync } from 'node:fs'

function findTemplates() {
  const end = process.cpuUsage()
  for (;;) {
    const { user, system } = process.cpuUsage(end)
    if (user + system > 400_000) return
    for (let index = 0; index < 500; index += 1) {
      existsSync(`templates/${index}.html`) // guilty
    }
  }
}

setTimeout(findTemplates, 60)
