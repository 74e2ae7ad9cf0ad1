import { performance } from 'node:perf_hooks'

import { now } from '../clock.js'
import type { LoopMessage, TurnSnapshot } from '../messages.js'
import type { ResolvedOptions } from '../options.js'
import { Flag, type SharedMemory } from '../shared-memory.js'
import { startHeartbeat, type Turn } from './heartbeat.js'
import type { Journal } from './journal.js'
import { watchOrigins } from './origins.js'
import { probeQueues } from './queue-probes.js'
import type { RequestTracker } from './request-context.js'

/** The watched thread's side of a watchdog. */
export interface WatchedLoop {
  /** A TurnSnapshot as JSON; the watcher has it evaluated in the middle of a stall. */
  readonly snapshot: () => string
  /** Ends the turn that is under way, as the heartbeat would. */
  readonly endTurn: () => void
  readonly stop: () => void
}

/** A program that has waited this long for events has started. */
const startedAfterIdleMs = 1000

/** Starts the heartbeat on this thread, and sends word of each long turn when it is over. */
export function watchLoop(
  options: ResolvedOptions,
  memory: SharedMemory,
  journal: Journal,
  requests: RequestTracker,
  send: (message: LoopMessage) => void,
): WatchedLoop {
  const { flags } = memory
  flags[Flag.Startup] = 1
  const origins = watchOrigins(options)

  const onBeat = (longTurn: Turn | null): void => {
    const summary = journal.endTurn(longTurn !== null)
    if (longTurn) {
      const isStartup = flags[Flag.Startup] === 1
      const origin = origins.takeLongest()
      send({ type: 'turn-ended', ...longTurn, isStartup, journal: summary, origin })
      origins.openWindow()
    }
    const { idleTime } = performance.nodeTiming
    if (requests.hasServed() || idleTime > startedAfterIdleMs) flags[Flag.Startup] = 0
  }
  const heartbeat = startHeartbeat(memory, options.thresholdMs, onBeat)
  const probe = probeQueues(memory)

  return {
    snapshot: () => {
      probe()
      const request = requests.current()?.describe() ?? null
      return JSON.stringify({ time: now(), request } satisfies TurnSnapshot)
    },
    endTurn: heartbeat.beat,
    stop: () => {
      heartbeat.stop()
      origins.stop()
    },
  }
}
