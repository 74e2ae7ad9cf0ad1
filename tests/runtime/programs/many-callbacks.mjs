import { setImmediate } from 'node:timers'

function step() { // guilty
  const end = Date.now() + 4 // guilty
  while (Date.now() < end) Math.random() // guilty
}

setTimeout(() => {
  for (let index = 0; index < 200; index += 1) setImmediate(step)
}, 60)
