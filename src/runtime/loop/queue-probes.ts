import { now } from '../clock.js'
import { Time, type SharedMemory } from '../shared-memory.js'

/**
 * Gives a function that puts one entry at the end of the microtask queue and one at the end of the
 * `process.nextTick` queue, each of which writes down when it ran.
 *
 * A callback that computes lets neither run; callbacks that keep queueing more let one of them run
 * although the loop never turns.
 */
export function probeQueues({ times }: SharedMemory): () => void {
  const enqueueMicrotask = globalThis.queueMicrotask
  const enqueueTick = process.nextTick
  let isMicrotaskQueued = false
  let isTickQueued = false
  return () => {
    if (!isMicrotaskQueued) {
      isMicrotaskQueued = true
      enqueueMicrotask(() => {
        isMicrotaskQueued = false
        times[Time.MicrotaskProbe] = now()
      })
    }
    if (!isTickQueued) {
      isTickQueued = true
      enqueueTick.call(process, () => {
        isTickQueued = false
        times[Time.TickProbe] = now()
      })
    }
  }
}
