import { randomBytes } from 'node:crypto'
import * as zlib from 'node:zlib'

const data = Buffer.concat(Array.from({ length: 8 }, () => randomBytes(1_500_000)))
setTimeout(() => {
  zlib.gzipSync(data) // guilty
}, 60)
