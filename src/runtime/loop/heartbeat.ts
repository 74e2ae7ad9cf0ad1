import { performance } from 'node:perf_hooks'
import { clearInterval, setInterval } from 'node:timers'

import { now } from '../clock.js'
import type { RunDelay } from '../run-delay.js'
import { Time, type SharedMemory } from '../shared-memory.js'

/** The span between two beats, in milliseconds of the shared clock. */
export interface Turn {
  readonly beganAt: number
  readonly endedAt: number
  /** What the loop spent waiting for events. */
  readonly idleMs: number
  /** What the thread spent waiting for a processor; null where unknown. */
  readonly processorWaitMs: number | null
}

export interface Heartbeat {
  /** Ends the turn that is under way as if the timer had fired. */
  beat(): void
  stop(): void
}

/**
 * Often enough that a stall of the threshold's length is looked at while it lasts, at 60 % of it. Each
 * beat wakes an idle process, which costs it more than anything that the beat does.
 */
export function beatIntervalMs(thresholdMs: number): number {
  return Math.min(50, Math.max(5, thresholdMs / 2))
}

/**
 * Writes the time into shared memory at every turn of the timer, and tells of each span whose
 * busy part exceeded the threshold.
 *
 * @param runDelay of this thread.
 * @param onBeat is called after every beat, with the turn if that was long.
 */
export function startHeartbeat(
  memory: SharedMemory,
  thresholdMs: number,
  runDelay: RunDelay,
  onBeat: (longTurn: Turn | null) => void,
): Heartbeat {
  const { times } = memory
  const { nodeTiming } = performance
  let last = now()
  let idle = nodeTiming.idleTime
  let waitedMs = runDelay()
  times[Time.RunDelay] = waitedMs ?? Number.NaN
  times[Time.Beat] = last

  const beat = (): void => {
    const endedAt = now()
    const idleNow = nodeTiming.idleTime
    const waitedNowMs = runDelay()
    const processorWaitMs = waitedNowMs === null || waitedMs === null ? null : waitedNowMs - waitedMs
    const turn = { beganAt: last, endedAt, idleMs: idleNow - idle, processorWaitMs }
    last = endedAt
    idle = idleNow
    waitedMs = waitedNowMs
    times[Time.RunDelay] = waitedMs ?? Number.NaN
    times[Time.Beat] = endedAt
    onBeat(endedAt - turn.beganAt - turn.idleMs > thresholdMs ? turn : null)
  }

  const timer = setInterval(beat, beatIntervalMs(thresholdMs))
  timer.unref()
  return {
    beat,
    stop: () => clearInterval(timer),
  }
}
