import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'

for (let folder = 0; folder < 40; folder += 1) { // prepares
  mkdirSync(`menu/${folder}`, { recursive: true }) // prepares
  for (let page = 0; page < 50; page += 1) writeFileSync(`menu/${folder}/${page}`, '') // prepares
}

setTimeout(() => {
  const before = process.cpuUsage()
  for (;;) {
    const { user, system } = process.cpuUsage(before)
    if (user + system > 400_000) return
    readdirSync('menu', { recursive: true }) // guilty
  }
}, 300)
