import fs from 'node:fs'

// Taken before the journal wraps them.
const { closeSync, openSync, readlinkSync, readSync } = fs

/** Gives how many milliseconds a thread has waited for a processor so far; null where no one tells. */
export type RunDelay = () => number | null

export interface RunDelayReader {
  readonly read: RunDelay
  close(): void
}

const unknown: RunDelayReader = { read: () => null, close: () => {} }

/**
 * Reads what Linux counts for a thread: time on a processor, time in the queue for one, in
 * nanoseconds (Documentation/scheduler/sched-stats.rst of the kernel). The file stays open as long
 * as its thread lives: opening it takes several times as long as reading it.
 *
 * @param task the thread's folder below `/proc`, as `ownTask` gives it
 */
export function runDelayOf(task: string | null): RunDelayReader {
  const text = Buffer.alloc(128)
  try {
    if (task === null) return unknown
    const descriptor = openSync(`/proc/${task}/schedstat`, 'r')
    const read = (): number | null => {
      try {
        const [, waitedNs] = text.toString('latin1', 0, readSync(descriptor, text, 0, text.length, 0)).split(' ')
        return waitedNs === undefined ? null : Number(waitedNs) / 1e6
      } catch {
        return null
      }
    }
    return { read, close: () => closeSync(descriptor) }
  } catch {
    return unknown
  }
}

/** Of the thread that calls: `PID/task/TID`; null where there is no such thing. */
export function ownTask(): string | null {
  try {
    return readlinkSync('/proc/thread-self')
  } catch {
    return null
  }
}
