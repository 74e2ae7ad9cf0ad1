import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const slow = new Transform({
  transform(chunk, encoding, done) {
    const end = process.cpuUsage().user + 350_000
    while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random() // guilty
    done(null, chunk)
  },
})

setTimeout(() => void pipeline(Readable.from(['loaf']), slow, (source) => source.resume()), 60)
