import { openSync, readSync } from 'node:fs'

/** Gives how many milliseconds a thread has waited for a processor so far; null where no one tells. */
export type RunDelay = () => number | null

/** Of the thread that calls. */
export function ownRunDelay(): RunDelay {
  return readerOf('/proc/thread-self/schedstat')
}

/** Of the process's main thread, which has the process's number. */
export function mainRunDelay(): RunDelay {
  return readerOf(`/proc/self/task/${process.pid}/schedstat`)
}

/**
 * Reads what Linux counts for a thread: time on a processor, time in the queue for one, in
 * nanoseconds (Documentation/scheduler/sched-stats.rst of the kernel). The file stays open as long
 * as its thread lives: opening it takes several times as long as reading it.
 */
function readerOf(file: string): RunDelay {
  const text = Buffer.alloc(128)
  try {
    const descriptor = openSync(file, 'r')
    return () => {
      try {
        const [, waitedNs] = text.toString('latin1', 0, readSync(descriptor, text, 0, text.length, 0)).split(' ')
        return waitedNs === undefined ? null : Number(waitedNs) / 1e6
      } catch {
        return null
      }
    }
  } catch {
    return () => null
  }
}
