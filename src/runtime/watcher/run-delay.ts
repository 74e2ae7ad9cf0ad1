import { readFileSync } from 'node:fs'

/** Gives how many milliseconds a thread has waited for a processor so far; null where no one tells. */
export type RunDelay = () => number | null

/**
 * What Linux counts for a thread: time on a processor, time in the queue for one, in nanoseconds
 * (Documentation/scheduler/sched-stats.rst of the kernel).
 */
function readSchedstat(file: string): number | null {
  try {
    const [, waitedNs] = readFileSync(file, 'utf8').split(' ')
    return waitedNs === undefined ? null : Number(waitedNs) / 1e6
  } catch {
    return null
  }
}

/** Of the thread that calls. */
export function ownRunDelay(): RunDelay {
  return onlyWhereKnown('/proc/thread-self/schedstat')
}

/** Of the process's main thread, which has the process's number. */
export function mainRunDelay(): RunDelay {
  return onlyWhereKnown(`/proc/self/task/${process.pid}/schedstat`)
}

function onlyWhereKnown(file: string): RunDelay {
  return readSchedstat(file) === null ? () => null : () => readSchedstat(file)
}
