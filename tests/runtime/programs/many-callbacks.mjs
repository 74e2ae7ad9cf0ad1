import { setImmediate } from 'node:timers'

function step() { // guilty
  const end = process.cpuUsage().user + 4_000 // guilty
  while (process.cpuUsage().user < end) Math.random() // guilty
}

setTimeout(() => {
  for (let index = 0; index < 200; index += 1) setImmediate(step)
}, 60)
