import { performance } from 'node:perf_hooks'

// Taken when the module loads, so that fake timers installed later leave the watchdog alone.
const { hrtime } = process
const offset = now() - performance.now()

/**
 * Milliseconds on a monotonic clock that all threads of the process share. It is read several times a request;
 * `performance.now` looks for more than the time.
 */
export function now(): number {
  const time = hrtime()
  return time[0] * 1e3 + time[1] / 1e6
}

/** The same of a time that performance entries of this thread give. */
export function sharedTime(performanceTime: number): number {
  return performanceTime + offset
}
