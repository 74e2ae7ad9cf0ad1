const { brotliCompressSync } = require('node:zlib')

const page = Buffer.from(Array.from({ length: 15_000 }, (_, line) => `line ${line * 7919}\n`).join('')) // prepares

setTimeout(() => {
  for (let index = 0; index < 3; index += 1) brotliCompressSync(page) // guilty
}, 60)
