const { createHash } = require('node:crypto')

const page = Buffer.alloc(1_000_000)

setTimeout(() => {
  for (let index = 0; index < 400; index += 1) {
    createHash('sha512').update(page) // guilty
  }
}, 60)
