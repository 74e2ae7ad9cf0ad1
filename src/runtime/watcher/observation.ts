import type { JournalSummary, Origin, TurnSnapshot } from '../messages.js'
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
  nextLookMs = 0
  readonly #interimMs: number[]
  readonly #samples: Sample[] = []
  #firstLookAt: number | null = null
  #lastLookAt: number
  #lastCpuMs: number | null = null
  #restedMs = 0
  #microtasksMs = 0
  #ticksMs = 0

  constructor(beganAt: number, interimMs: readonly number[]) {
    this.beganAt = beganAt
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

  add({ requestedAt, snapshot }: Capture): void {
    const { time, frames, request, microtaskRanAt, tickRanAt } = snapshot
    this.#microtasksMs += this.#sinceProbe(microtaskRanAt, time)
    this.#ticksMs += this.#sinceProbe(tickRanAt, time)
    const coversMs = time - this.#lastLookAt
    this.#collectRest(snapshot, coversMs)
    this.#samples.push({ frames, latencyMs: time - requestedAt, coversMs, request })
    this.#firstLookAt ??= time
    this.#lastLookAt = time
  }

  /**
   * Whether the thread seems to stand at somebody's breakpoint: it answers, so no native call holds
   * it, and yet hardly uses the processor. (A session that enables the debugger would know for sure,
   * but when it disconnects, the person's own session cannot resume any more.)
   */
  isAtBreakpoint(): boolean {
    return this.#firstLookAt !== null && this.#restedMs > (this.#lastLookAt - this.#firstLookAt) / 2
  }

  #collectRest({ cpuMs, isDebugged }: TurnSnapshot, elapsedMs: number): void {
    const isResting = this.#lastCpuMs !== null && cpuMs - this.#lastCpuMs < elapsedMs * 0.3
    if (isDebugged && isResting) this.#restedMs += elapsedMs
    this.#lastCpuMs = cpuMs
  }

  /** All that is known at `time`. */
  evidence(
    { times }: SharedMemory,
    time: number,
    durationMs: number,
    journal: JournalSummary | null,
    origin: Origin | null,
  ): Evidence {
    const microtasksMs = this.#microtasksMs + this.#sinceProbe(times[Time.MicrotaskProbe], time)
    const ticksMs = this.#ticksMs + this.#sinceProbe(times[Time.TickProbe], time)
    const observedMs = this.#firstLookAt === null ? 0 : time - this.#firstLookAt
    const share = (ms: number): number => (observedMs < minimumObservedMs ? 0 : ms / observedMs)
    return {
      durationMs,
      samples: this.#samples,
      journal,
      queues: { microtaskShare: share(microtasksMs), tickShare: share(ticksMs) },
      origin,
    }
  }

  /** For how long, up to `time`, a queue had been running what the last look had put into it. */
  #sinceProbe(ranAt = 0, time: number): number {
    return this.#firstLookAt !== null && ranAt >= this.#lastLookAt ? Math.max(0, time - ranAt) : 0
  }
}

/** Too short a span says nothing about what fills it. */
const minimumObservedMs = 15
