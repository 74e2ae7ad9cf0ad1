import { setTimeout as pause } from 'node:timers/promises'

async function* orders() {
  for (let id = 0; id < 3; id += 1) {
    await pause(20)
    yield id
  }
}

for await (const id of orders()) {
  if (id !== 1) continue
  const end = process.cpuUsage().user + 350_000
  while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random() // guilty
}
