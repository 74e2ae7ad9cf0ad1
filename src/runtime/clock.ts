// Taken when the module loads, so that fake timers installed later leave the watchdog alone.
const { hrtime } = process

/**
 * Milliseconds on a monotonic clock that all threads of the process share. It is read several times a request;
 * `performance.now` looks for more than the time.
 */
export function now(): number {
  const time = hrtime()
  return time[0] * 1e3 + time[1] / 1e6
}

/** Milliseconds of processor time that all threads of the process have used. */
export function usedCpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
