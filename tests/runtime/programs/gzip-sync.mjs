import { randomBytes } from 'node:crypto'
import * as zlib from 'node:zlib'

const data = Buffer.concat(Array.from({ length: 16 }, () => randomBytes(1_500_000)))
setTimeout(() => {
  zlib.gzipSync(data) // guilty
}, 60)
