import type { JournalSummary } from '../messages.js'
import { Flag, Time, type SharedMemory } from '../shared-memory.js'
import type { Capture } from './capture-stack.js'
import type { Evidence, Sample } from './classify.js'
import type { RunningCall } from './running-call.js'

/** The part of the evidence that does not come from looking. */
export type KnownOfTurn = Omit<Evidence, 'samples' | 'queues'>

/** What the watcher has seen of one turn that takes too long. */
export class Observation {
  /** The last beat before the turn. */
  readonly beganAt: number
  /** When the stall is said to have begun, milliseconds since 1970; the same in all its reports. */
  startedAt: number | undefined
  /** Age at which the stack is looked at again. */
  nextLookMs = 0
  readonly #interimMs: number[]
  readonly #runDelayMs: number
  readonly #samples: Sample[] = []
  #journalSoFar: JournalSummary | null = null
  #firstLookAt: number | null = null
  #lastLookAt: number
  #lastTick: { readonly time: number; readonly cpuMs: number; readonly runDelayMs: number } | null = null
  #watchedMs = 0
  #restedMs = 0
  #isResting = false
  #microtasksMs = 0
  #ticksMs = 0

  /** @param runDelayMs of the watched thread, when the turn began; not a number when unknown. */
  constructor(beganAt: number, interimMs: readonly number[], runDelayMs = Number.NaN) {
    this.beganAt = beganAt
    this.#runDelayMs = runDelayMs
    this.#lastLookAt = beganAt
    this.#interimMs = [...interimMs]
  }

  /** For how long the watched thread has waited for a processor, of the time that the turn took. */
  processorWaitMs(runDelayMs: number | null, durationMs: number): number | null {
    if (runDelayMs === null || Number.isNaN(this.#runDelayMs)) return null
    return Math.min(durationMs, Math.max(0, runDelayMs - this.#runDelayMs))
  }

  /** Whether a report is due at this age although the stall goes on; true once for each. */
  takesInterim(ageMs: number): boolean {
    const next = this.#interimMs[0]
    if (next === undefined || ageMs < next) return false
    while (this.#interimMs[0] !== undefined && this.#interimMs[0] <= ageMs) this.#interimMs.shift()
    return true
  }

  /** @param waitedMs For how long the thread waited for a processor before it attended to the request. */
  add({ requestedAt, snapshot }: Capture, waitedMs: number): void {
    const { time, frames, request, allowance, journal, loading, microtaskRanAt, tickRanAt } = snapshot
    this.#journalSoFar = journal
    this.#microtasksMs += this.#sinceProbe(microtaskRanAt, time)
    this.#ticksMs += this.#sinceProbe(tickRanAt, time)
    const coversMs = time - this.#lastLookAt
    this.#samples.push({ frames, latencyMs: time - requestedAt - waitedMs, coversMs, request, allowance, loading })
    this.#firstLookAt ??= time
    this.#lastLookAt = time
  }

  /** What blocking calls have come to while the turn goes on: the one that runs, or those before the latest look. */
  journalSoFar(running: RunningCall | null): JournalSummary | null {
    const before = this.#journalSoFar
    if (!running || running.summary.allMs < (before?.allMs ?? 0)) return before
    // Not noted where a look into the call tells it.
    const seen = this.#lastLookAt > running.beganAt ? this.#samples.at(-1)?.request : null
    return { ...running.summary, request: running.summary.request ?? seen ?? null }
  }

  /**
   * Notes what the process does, every few milliseconds.
   * @param cpuMs Milliseconds of processor time that the process has used.
   * @param runDelayMs For how long the watched thread has waited for a processor so far, as far as known.
   */
  tick({ flags }: SharedMemory, time: number, cpuMs: number, runDelayMs: number): void {
    const last = this.#lastTick
    this.#lastTick = { time, cpuMs, runDelayMs }
    // In a journalled call the thread may well wait without the processor, and nobody's debugger stops there.
    const mayStand = flags[Flag.Debugged] === 1 && flags[Flag.InCall] === 0
    const elapsedMs = time - (last?.time ?? time)
    // Whoever waits for a processor does not stand at a breakpoint.
    const waitedMs = runDelayMs - (last?.runDelayMs ?? runDelayMs)
    const isIdle = last === null || cpuMs - last.cpuMs < (elapsedMs - waitedMs) * 0.3
    this.#isResting = mayStand && isIdle
    this.#watchedMs += elapsedMs
    if (this.#isResting) this.#restedMs += elapsedMs
  }

  /**
   * Whether the thread may stand at somebody's breakpoint right now. To begin a session then, or to have one when
   * the person goes on, can end the whole process with a segmentation fault, so there must be none.
   */
  mayStandAtBreakpoint(): boolean {
    return this.#isResting
  }

  /**
   * Whether the thread seems to have stood at somebody's breakpoint: an inspector listens, no known native call
   * ran, and the process hardly used the processor.
   */
  isAtBreakpoint(): boolean {
    return this.#restedMs > this.#watchedMs / 2
  }

  /** All that is known at `time`. */
  evidence({ times }: SharedMemory, time: number, known: KnownOfTurn): Evidence {
    const microtasksMs = this.#microtasksMs + this.#sinceProbe(times[Time.MicrotaskProbe], time)
    const ticksMs = this.#ticksMs + this.#sinceProbe(times[Time.TickProbe], time)
    const observedMs = this.#firstLookAt === null ? 0 : time - this.#firstLookAt
    const share = (ms: number): number => (observedMs < minimumObservedMs ? 0 : ms / observedMs)
    return {
      ...known,
      samples: this.#samples,
      queues: { microtaskShare: share(microtasksMs), tickShare: share(ticksMs) },
    }
  }

  /** For how long, up to `time`, a queue had been running what the last look had put into it. */
  #sinceProbe(ranAt = 0, time: number): number {
    return this.#firstLookAt !== null && ranAt >= this.#lastLookAt ? Math.max(0, time - ranAt) : 0
  }
}

/** Too short a span says nothing about what fills it. */
const minimumObservedMs = 15
