/** Most of the time is the oven's. */
function knead() {
  const end = process.cpuUsage().user + 10_000
  while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random()
}

function bake() {
  const end = process.cpuUsage().user + 600_000
  while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random() // guilty
}

setTimeout(() => {
  knead()
  bake()
}, 60)
