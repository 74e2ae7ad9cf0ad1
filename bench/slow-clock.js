// Loaded before the watchdog where a program runs under callgrind, some fifty times slower than in life: the clock
// that the watchdog reads and the timers that it sets are slowed alike, or else a request would have fifty times as
// many beats as it has, and every call would seem to block. What the slowing takes counts as the watchdog's.
import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers'

const slowness = 50
const { hrtime } = process
const { setInterval } = timers
const [startSeconds] = hrtime()

process.hrtime = Object.assign(() => {
  const [seconds, nanoseconds] = hrtime()
  return [startSeconds + (seconds - startSeconds) / slowness, nanoseconds / slowness]
}, hrtime)
timers.setInterval = (run, delay, ...parameters) => setInterval(run, delay * slowness, ...parameters)
syncBuiltinESMExports()
