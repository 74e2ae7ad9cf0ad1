async function step(depth) { // guilty
  if (depth > 0) await step(depth - 1) // guilty
}

async function run() {
  const end = process.cpuUsage().user + 600_000 // guilty
  while (process.cpuUsage().user < end) await step(10) // guilty
}

setTimeout(run, 60) // guilty
