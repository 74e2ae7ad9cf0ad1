// A stall, and in the next round of the loop a hang that never ends.
function knead() {
  const end = process.cpuUsage().user + 300_000
  while (process.cpuUsage().user < end) Math.random()
}

function bake() {
  for (;;) Math.random()
}

setTimeout(() => {
  knead()
  // Beyond the turn of the stall, which ends with the next beat.
  setTimeout(() => setImmediate(() => setImmediate(bake)), 0)
}, 500)
