const { brotliCompressSync } = require('node:zlib')

const page = Buffer.from(Array.from({ length: 5_000 }, (_, line) => `line ${line * 7919}\n`).join('')) // prepares

setTimeout(() => {
  const before = process.cpuUsage()
  while (process.cpuUsage(before).user < 400_000) brotliCompressSync(page) // guilty
}, 60)
