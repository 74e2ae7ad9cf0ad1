import { scryptSync } from 'node:crypto'

setTimeout(() => {
  scryptSync('password', 'salt', 64, { N: 2 ** 17, r: 8, maxmem: 2 ** 28 }) // guilty
}, 60)
