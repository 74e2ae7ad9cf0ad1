import { performance } from 'node:perf_hooks'
import { clearInterval, setInterval } from 'node:timers'

import { now } from '../clock.js'
import { paceOf } from '../pace.js'
import type { RunDelay } from '../run-delay.js'
import { Flag, Time, type SharedMemory } from '../shared-memory.js'

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

/** A beat that is later than this may have waited for a processor. */
const punctualMs = 3

/** A turn between two beats that took less was spent waiting for events. */
const restMs = 1

/** After so many idle beats, a second of them, the loop is said to rest. */
const beatsUntilResting = 20

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
  const { flags, times } = memory
  const { nodeTiming } = performance
  let last = now()
  let idle = nodeTiming.idleTime
  let { beatMs } = paceOf(thresholdMs, false)
  let restingBeats = 0
  let waitedMs = runDelay()
  times[Time.RunDelay] = waitedMs ?? Number.NaN
  times[Time.Beat] = last

  const beat = (): void => {
    const endedAt = now()
    const idleNow = nodeTiming.idleTime
    const spanMs = endedAt - last
    const busyMs = spanMs - (idleNow - idle)
    const isResting = spanMs <= beatMs + punctualMs && busyMs < restMs
    restingBeats = isResting ? restingBeats + 1 : 0
    const waitedNowMs = restingBeats % beatsUnasked === 0 ? runDelay() : waitedMs
    let longTurn: Turn | null = null
    if (busyMs > thresholdMs) {
      const processorWaitMs = waitedNowMs === null || waitedMs === null ? null : waitedNowMs - waitedMs
      longTurn = { beganAt: last, endedAt, idleMs: idleNow - idle, processorWaitMs }
    }
    last = endedAt
    idle = idleNow
    waitedMs = waitedNowMs
    times[Time.RunDelay] = waitedMs ?? Number.NaN
    times[Time.Beat] = endedAt
    const isLoopResting = restingBeats >= beatsUntilResting
    if (isLoopResting !== (flags[Flag.Resting] === 1)) changePace(isLoopResting)
    onBeat(longTurn)
  }

  const changePace = (isResting: boolean): void => {
    clearInterval(timer)
    beatMs = paceOf(thresholdMs, isResting).beatMs
    timer = startTimer()
    flags[Flag.Resting] = isResting ? 1 : 0
  }
  const startTimer = (): NodeJS.Timeout => setInterval(beat, beatMs).unref()
  let timer = startTimer()
  return {
    beat,
    stop: () => clearInterval(timer),
  }
}
