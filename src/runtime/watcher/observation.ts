import type { JournalSummary, Origin } from '../messages.js'
import { Time, type SharedMemory } from '../shared-memory.js'
import type { Capture } from './capture-stack.js'
import type { Evidence, Sample } from './classify.js'

/** What the watcher has seen of one turn that takes too long. */
export class Observation {
  /** The last beat before the turn. */
  readonly beganAt: number
  /** When the stall is said to have begun, milliseconds since 1970; the same in all its reports. */
  startedAt: number | undefined
  /** Age at which the stack is looked at again. */
  nextLookMs: number
  /** The thread stands still because somebody debugs it. */
  isBreakpoint = false
  readonly #interimMs: number[]
  readonly #samples: Sample[] = []
  #firstLookAt: number | null = null
  #lastLookAt: number
  #microtasksMs = 0
  #ticksMs = 0

  constructor(beganAt: number, firstLookMs: number, interimMs: readonly number[]) {
    this.beganAt = beganAt
    this.nextLookMs = firstLookMs
    this.#lastLookAt = beganAt
    this.#interimMs = [...interimMs]
  }

  /** Whether a report is due at this age although the stall goes on; true once for each. */
  takesInterim(ageMs: number): boolean {
    const next = this.#interimMs[0]
    if (next === undefined || ageMs < next) return false
    while (this.#interimMs[0] !== undefined && this.#interimMs[0] <= ageMs) this.#interimMs.shift()
    return true
  }

  add(capture: Capture, memory: SharedMemory): void {
    this.#collectProbes(memory, capture.servedAt)
    this.#samples.push({
      frames: capture.frames,
      latencyMs: capture.servedAt - capture.requestedAt,
      coversMs: capture.servedAt - this.#lastLookAt,
      request: capture.turn?.request ?? null,
    })
    this.#firstLookAt ??= capture.servedAt
    this.#lastLookAt = capture.servedAt
  }

  /** All that is known at `time`. */
  evidence(
    memory: SharedMemory,
    time: number,
    durationMs: number,
    journal: JournalSummary | null,
    origin: Origin | null,
  ): Evidence {
    const probed = this.#probedMs(memory, time)
    const observedMs = this.#firstLookAt === null ? 0 : time - this.#firstLookAt
    const share = (ms: number): number => (observedMs < minimumObservedMs ? 0 : ms / observedMs)
    return {
      durationMs,
      samples: this.#samples,
      journal,
      queues: {
        microtaskShare: share(this.#microtasksMs + probed.microtasksMs),
        tickShare: share(this.#ticksMs + probed.ticksMs),
      },
      origin,
    }
  }

  #collectProbes(memory: SharedMemory, time: number): void {
    const { microtasksMs, ticksMs } = this.#probedMs(memory, time)
    this.#microtasksMs += microtasksMs
    this.#ticksMs += ticksMs
  }

  /** For how long, up to `time`, the queues had been running since the last look. */
  #probedMs({ times }: SharedMemory, time: number): { microtasksMs: number; ticksMs: number } {
    const since = (ranAt = 0): number => {
      const isOfThisLook = this.#firstLookAt !== null && ranAt >= this.#lastLookAt
      return isOfThisLook ? Math.max(0, time - ranAt) : 0
    }
    return { microtasksMs: since(times[Time.MicrotaskProbe]), ticksMs: since(times[Time.TickProbe]) }
  }
}

/** Too short a span says nothing about what fills it. */
const minimumObservedMs = 15
