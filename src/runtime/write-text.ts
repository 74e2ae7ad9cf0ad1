import { writeSync } from 'node:fs'

const maximumAttempts = 25
const sleeper = new Int32Array(new SharedArrayBuffer(4))

/**
 * Writes straight to a file descriptor, because a stream of a worker thread waits for the main
 * thread, which may hang.
 *
 * @returns false when the descriptor is gone for good (closed pipe, closed file); a full pipe
 * only loses what does not fit within some tens of milliseconds.
 */
export function writeText(descriptor: number, text: string): boolean {
  const bytes = Buffer.from(text, 'utf8')
  let written = 0
  for (let attempt = 0; written < bytes.length && attempt < maximumAttempts; ) {
    try {
      written += writeSync(descriptor, bytes, written)
    } catch (error) {
      if (!isFull(error)) return false
      attempt += 1
      Atomics.wait(sleeper, 0, 0, 2)
    }
  }
  return true
}

/**
 * Says on standard error, in one line, what the watchdog itself cannot do, or what a pool is short of. It may
 * be called on the event loop, and so never waits: a pipe that is full loses the line.
 */
export function warn(message: string): void {
  try {
    // eslint-disable-next-line event-loop/no-blocking-call -- One line, at most a few times a minute.
    writeSync(2, `eslint-plugin-event-loop: ${message}\n`)
  } catch {
    // Nobody reads it.
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EAGAIN'
}
