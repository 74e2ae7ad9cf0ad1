import { executionAsyncId } from 'node:async_hooks'

import { now } from '../clock.js'
import type { RawFrame } from '../messages.js'
import { Time, type SharedMemory } from '../shared-memory.js'

/** When entries of the queues ran since the look before; 0 or an earlier time if none did. */
export interface QueueTimes {
  readonly microtaskRanAt: number
  readonly tickRanAt: number
}

interface Look {
  readonly time: number
  readonly beat: number | undefined
  readonly asyncId: number
  readonly isInTick: boolean
}

/**
 * Gives a function for each look at the stack, which tells what ran since the look before and puts an entry
 * at the end of the microtask queue, which writes down when it runs and puts one at the end of the
 * `process.nextTick` queue.
 *
 * A callback that computes lets neither run; callbacks that keep queueing more let one of them run
 * although the loop never turns.
 *
 * A look interrupts whatever is running, Node.js itself included, so it must not call `process.nextTick`:
 * Node.js, having seen that the queue is empty, may be about to write that down, and would then never again
 * run what is in it. A microtask is a place where that is safe. Callbacks of `process.nextTick` that keep
 * queueing more let no microtask run, so those are told by the ids that Node.js gives them.
 */
export function probeQueues({ times }: SharedMemory): (time: number, frames: readonly RawFrame[]) => QueueTimes {
  const enqueueMicrotask = globalThis.queueMicrotask
  const enqueueTick = process.nextTick
  let isMicrotaskQueued = false
  let isTickQueued = false
  let tickRanAt = 0
  let before: Look | null = null

  const onTick = (): void => {
    isTickQueued = false
    times[Time.TickProbe] = tickRanAt = now()
  }
  const onMicrotask = (): void => {
    isMicrotaskQueued = false
    times[Time.MicrotaskProbe] = now()
    if (isTickQueued) return
    isTickQueued = true
    enqueueTick.call(process, onTick)
  }
  return (time, frames) => {
    const microtaskRanAt = times[Time.MicrotaskProbe] ?? 0
    const look = { time, beat: times[Time.Beat], asyncId: executionAsyncId(), isInTick: isInTick(frames) }
    const haveTicksRun = before !== null && microtaskRanAt < before.time && isNextTick(before, look)
    const found = { microtaskRanAt, tickRanAt: haveTicksRun && before ? before.time : tickRanAt }
    // As far as can be told, they go on.
    times[Time.TickProbe] = haveTicksRun ? time : tickRanAt
    before = look
    if (!isMicrotaskQueued) {
      isMicrotaskQueued = true
      enqueueMicrotask(onMicrotask)
    }
    return found
  }
}

/** Whether another callback of `process.nextTick` is running, in the same turn of the loop. */
function isNextTick(before: Look, look: Look): boolean {
  const isSameTurn = before.beat === look.beat
  return isSameTurn && before.isInTick && look.isInTick && before.asyncId !== look.asyncId
}

/** Inside of such a callback, and not in what takes an id of its own there. */
function isInTick(frames: readonly RawFrame[]): boolean {
  const isTick = frames.some(({ functionName, url }) => {
    return functionName === 'processTicksAndRejections' && url === 'node:internal/process/task_queues'
  })
  return isTick && !frames.some(({ url }) => url === 'node:async_hooks')
}
