import zlib from 'node:zlib'

const packed = zlib.deflateSync(Buffer.alloc(40_000_000), { level: 1 }) // prepares

setTimeout(() => {
  for (let index = 0; index < 8; index += 1) zlib.inflateSync(packed) // guilty
}, 60)
