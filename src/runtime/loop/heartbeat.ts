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

/** A beat that is later than this may have waited for a processor. */
const punctualMs = 3

/** A turn between two beats that took less was spent waiting for events. */
const restMs = 1

/**
 * Of an idle loop, how many beats may pass before the system is asked again what the thread has waited
 * for a processor: asking takes as long as all the rest of a beat. What it has waited since can only be
 * some milliseconds, for those beats were punctual.
 */
const beatsUnasked = 4

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
  const intervalMs = beatIntervalMs(thresholdMs)
  let restingBeats = 0
  let waitedMs = runDelay()
  times[Time.RunDelay] = waitedMs ?? Number.NaN
  times[Time.Beat] = last

  const beat = (): void => {
    const endedAt = now()
    const idleNow = nodeTiming.idleTime
    const spanMs = endedAt - last
    const isResting = spanMs <= intervalMs + punctualMs && spanMs - (idleNow - idle) < restMs
    restingBeats = isResting ? restingBeats + 1 : 0
    const waitedNowMs = restingBeats % beatsUnasked === 0 ? runDelay() : waitedMs
    const processorWaitMs = waitedNowMs === null || waitedMs === null ? null : waitedNowMs - waitedMs
    const turn = { beganAt: last, endedAt, idleMs: idleNow - idle, processorWaitMs }
    last = endedAt
    idle = idleNow
    waitedMs = waitedNowMs
    times[Time.RunDelay] = waitedMs ?? Number.NaN
    times[Time.Beat] = endedAt
    onBeat(endedAt - turn.beganAt - turn.idleMs > thresholdMs ? turn : null)
  }

  const timer = setInterval(beat, intervalMs)
  timer.unref()
  return {
    beat,
    stop: () => clearInterval(timer),
  }
}
