import { performance } from 'node:perf_hooks'
import { clearImmediate, setImmediate } from 'node:timers'

import { now } from '../clock.js'
import { isStarved } from '../is-starved.js'
import type { LoopMessage, ProgramPhase, TurnEnded, TurnSnapshot } from '../messages.js'
import type { ResolvedOptions } from '../options.js'
import type { RunDelay } from '../run-delay.js'
import { Flag, Time, type SharedMemory } from '../shared-memory.js'
import type { Allowances } from './allowances.js'
import { callerFrames } from './caller-frames.js'
import { watchCollections } from './collections.js'
import { startHeartbeat, type Turn } from './heartbeat.js'
import type { Journal } from './journal.js'
import { watchOrigins } from './origins.js'
import { keepLastMatch } from './keep-last-match.js'
import { keepTickShape } from './keep-tick-shape.js'
import { loadingModule } from './loading-module.js'
import { probeQueues } from './queue-probes.js'
import { InMemorySources } from './in-memory-sources.js'
import type { SpanTracker } from './open-telemetry.js'
import type { RequestTracker } from './request-context.js'

/** The watched thread's side of a watchdog. */
export interface WatchedLoop {
  /** A TurnSnapshot as JSON; the watcher has it evaluated in the middle of a stall. */
  readonly snapshot: () => string
  /** A stall was reported: what blocks again is to be told where it was scheduled. */
  readonly noteStall: () => void
  /** Ends the turn that is under way as if the loop had turned. */
  readonly beat: () => void
  /** Ends the turn that is under way, because the program does. */
  readonly end: () => void
  readonly stop: () => void
}

/** A program that has waited this long for events has started. */
const startedAfterIdleMs = 1000

/**
 * An inspector is opened by a person, or waited for by the program in the same turn; to ask for it at
 * every beat took a fifth of the beat.
 */
const beatsUntilAsked = 4

// Taken before it is wrapped: a look can interrupt the wrapper.
const { stringify } = JSON

/**
 * Rounds of the loop without a request, until those are known that had come: connections that wait
 * in the system's queue are accepted one a round, and read later.
 */
const quietRoundsUntilKnown = 4
const maximumRounds = 200

/** Enough for any readable report, and a bound for runaway recursion. */
const snapshotDepth = 60

/**
 * Whether a request that came at a time may have waited for the turn that is under way, if that becomes a long one:
 * none that comes in the first half of it has.
 */
export function mayHaveWaitedIn({ times }: SharedMemory, thresholdMs: number): (startedAt: number) => boolean {
  return (startedAt) => startedAt - (times[Time.Beat] ?? 0) > thresholdMs / 2
}

/** Starts the heartbeat on this thread, and sends word of each long turn when it is over. */
export function watchLoop(
  options: ResolvedOptions,
  memory: SharedMemory,
  runDelay: RunDelay,
  journal: Journal,
  requests: RequestTracker,
  allowances: Allowances,
  spans: SpanTracker,
  send: (message: LoopMessage) => void,
): WatchedLoop {
  const { flags, times } = memory
  let phase: ProgramPhase = 'starting'
  flags[Flag.Startup] = 1
  const origins = watchOrigins(options)
  const sources = new InMemorySources(send)
  const collections = watchCollections(options.thresholdMs)
  const tickShape = keepTickShape()
  let pending: { readonly finish: () => void; immediate: NodeJS.Immediate } | null = null

  const noteDebugger = (): void => {
    flags[Flag.Debugged] = hasInspectorPort() ? 1 : 0
  }
  noteDebugger()
  const hasStarted = (): boolean => {
    return requests.count() > 0 || performance.nodeTiming.idleTime > startedAfterIdleMs
  }
  let beats = 0
  const onBeat = (longTurn: Turn | null): void => {
    beats += 1
    if (longTurn || beats % beatsUntilAsked === 0) noteDebugger()
    const summary = journal.endTurn(longTurn !== null)
    const allowed = allowances.endTurn()
    if (longTurn) {
      const origin = origins.takeLongest()
      spans.endTurn(longTurn.beganAt)
      sources.tell([...(summary?.caller ?? []), ...(origin?.frames ?? [])])
      const ended = { type: 'turn-ended', ...longTurn, phase, journal: summary, origin, allowed } as const
      const { beganAt, endedAt, idleMs, processorWaitMs } = longTurn
      const isBusy = !isStarved(endedAt - beganAt - idleMs, processorWaitMs, options.thresholdMs)
      // Whatever the turn was held for, it began in the first half of it. Nothing holds one that only waited for a
      // processor, so what was answered in it has not waited for anything else.
      const heldSince = isBusy ? endedAt - (endedAt - beganAt - idleMs) / 2 : endedAt
      tellSoon(ended, requests.takeBlockers(), heldSince)
      // Following is expensive, and a machine that has too much to do must not get yet more.
      if (isBusy && requests.count() > 0) requests.followForAWhile()
    } else {
      requests.takeBlockers()
      // A loop that rests does not fill the heap, and asking for its size is most of what such a beat allocates.
      if (!pending && flags[Flag.Resting] === 0) collections.endTurn(times[Time.Beat] ?? 0)
    }
    // Of a turn before, what comes right after it is still being counted.
    if (!pending) requests.endTurn()
    if (phase === 'starting' && hasStarted()) {
      phase = 'running'
      flags[Flag.Startup] = 0
    }
  }
  /**
   * Node.js hands over what it noted of collections when the loop has gone round, and requests
   * that have come during the turn are read in the next rounds.
   */
  const tellSoon = (
    ended: Omit<TurnEnded, 'isComplete' | 'collectionMs' | 'requestsWaiting'>,
    blockers: ReturnType<RequestTracker['takeBlockers']>,
    heldSince: number,
  ): void => {
    finishPending()
    const waiting = requests.unansweredOrSince(heldSince).filter((request) => !blockers.has(request))
    send({ ...ended, isComplete: false, collectionMs: null, requestsWaiting: waiting.length })
    const finish = (): void => {
      const since = requests.unansweredOrSince(ended.endedAt).filter((request) => !blockers.has(request))
      const isEnding = ended.phase === 'ending'
      send({
        ...ended,
        isComplete: true,
        collectionMs: isEnding ? null : collections.during(ended.beganAt, ended.endedAt, ended.idleMs),
        requestsWaiting: new Set([...waiting, ...since]).size,
      })
    }
    let rounds = 0
    let quietRounds = 0
    let seen = requests.count()
    const next = (): NodeJS.Immediate =>
      setImmediate(() => {
        rounds += 1
        quietRounds = seen === requests.count() ? quietRounds + 1 : 0
        seen = requests.count()
        if (quietRounds === quietRoundsUntilKnown || rounds === maximumRounds) finishPending()
        else if (pending) pending.immediate = next()
      })
    pending = { finish, immediate: next() }
    requests.rememberAnswered(true)
  }
  const finishPending = (): void => {
    if (!pending) return
    const { finish, immediate } = pending
    pending = null
    requests.rememberAnswered(false)
    clearImmediate(immediate)
    finish()
  }
  const heartbeat = startHeartbeat(memory, options.thresholdMs, runDelay, onBeat)
  const probe = probeQueues(memory)
  const snapshot = (): string => {
    const time = now()
    Atomics.add(flags, Flag.Snapshots, 1)
    collections.watchTurn()
    return keepLastMatch(() => {
      const request = requests.current()
      requests.markBlocker(request)
      const frames = callerFrames(snapshot, snapshotDepth)
      const { microtaskRanAt, tickRanAt } = probe(time, frames)
      sources.note(frames)
      spans.note()
      return stringify({
        time,
        frames,
        request: request?.describe() ?? null,
        allowance: allowances.current(),
        journal: journal.soFar(),
        loading: loadingModule(frames),
        microtaskRanAt,
        tickRanAt,
      } satisfies TurnSnapshot)
    })
  }

  return {
    snapshot,
    noteStall: () => origins.openWindow(),
    beat: () => {
      heartbeat.beat()
      finishPending()
    },
    end: () => {
      phase = 'ending'
      heartbeat.beat()
      finishPending()
    },
    stop: () => {
      heartbeat.beat()
      finishPending()
      heartbeat.stop()
      origins.stop()
      collections.stop()
      tickShape.stop()
    },
  }
}

function hasInspectorPort(): boolean {
  try {
    return process.getBuiltinModule('inspector').url() !== undefined
  } catch {
    return false
  }
}
