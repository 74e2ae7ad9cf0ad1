const fs = require('node:fs')

const page = Buffer.alloc(10_000_000)

setTimeout(() => {
  const end = process.cpuUsage().system + 400_000
  // On a machine that writes fast, one page is not enough.
  while (process.cpuUsage().system < end) fs.writeFileSync('page.bin', page) // guilty
}, 60)
