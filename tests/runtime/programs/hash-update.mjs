import { createHash } from 'node:crypto'

const archive = Buffer.alloc(600_000_000)

setTimeout(() => {
  createHash('sha512').update(archive) // guilty
}, 60)
