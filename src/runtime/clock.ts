import { performance } from 'node:perf_hooks'

// Taken when the module loads, so that fake timers installed later leave the watchdog alone.
const read = performance.now
const offset = Number(process.hrtime.bigint()) / 1e6 - read.call(performance)

/** Milliseconds on a monotonic clock that all threads of the process share. */
export function now(): number {
  return read.call(performance) + offset
}

/** The same of a time that performance entries of this thread give. */
export function sharedTime(performanceTime: number): number {
  return performanceTime + offset
}
