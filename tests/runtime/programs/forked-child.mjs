import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

if (!process.argv[2]) {
  fork(fileURLToPath(import.meta.url), ['baker'])
} else {
  setTimeout(() => {
    const end = process.cpuUsage().user + 350_000
    while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random() // guilty
  }, 60)
}
