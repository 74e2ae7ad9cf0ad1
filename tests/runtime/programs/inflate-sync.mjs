import zlib from 'node:zlib'

const packed = zlib.deflateSync(Buffer.alloc(40_000_000), { level: 1 }) // prepares

setTimeout(() => {
  const before = process.cpuUsage()
  while (process.cpuUsage(before).user < 400_000) zlib.inflateSync(packed) // guilty
}, 60)
