// Prints what is told of libuv's pool; its argument is what goes on meanwhile.
import { pbkdf2 } from 'node:crypto'
import fs from 'node:fs'

const { watchEventLoop, watchLibuvPool } = await import(process.env.EVENT_LOOP_TEST_RUNTIME)
watchEventLoop({ report: 'none', stallsFile: process.env.EVENT_LOOP_STALLS_FILE, thresholdMs: 400 })
const watching = watchLibuvPool({ maxWaitMs: 200, onPressure: (pressure) => console.log(JSON.stringify(pressure)) })

const work = {
  idle: () => {},
  'busy pool': () => {
    for (let task = 0; task < 3; task += 1) pbkdf2('dough', 'salt', 900_000, 64, 'sha512', () => {})
  },
  // Just while a task is under way, which takes microseconds.
  'held loop': () => {
    const { fstat } = fs
    fs.fstat = (...parameters) => {
      fs.fstat = fstat
      fstat(...parameters)
      setImmediate(() => {
        const end = Date.now() + 900
        while (Date.now() < end) Math.random()
      })
    }
    setTimeout(() => {}, 1500)
  },
}
setTimeout(work[process.argv[2]], 900)
process.on('exit', () => console.log(typeof watching.statistics().latencyMs))
