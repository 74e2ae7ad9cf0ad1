import type { RunDelay } from '../run-delay.js'

/** Shorter delays of a timer are ordinary scheduling. */
const toleratedMs = 20

/** A timer that is later may have had to wait for a processor. */
const punctualMs = 2

/**
 * How often this thread may sleep before the system is asked again what it has waited for a processor:
 * asking takes as long as all the rest of a look. As long as it woke in time, it cannot have waited for long.
 */
const sleepsUnasked = 8

/** Awake, this thread works at its reports; what takes longer than this is a stop, or the decoding of a large source map. */
const toleratedAwakeMs = 250

/** Up to how many spans are remembered; a stall that outlasts them is long either way. */
const maximumSpans = 64

/**
 * Knows when this thread itself did not run because nothing did: stopped by a signal, or asleep with
 * the machine. Then a beat that is missing says nothing about the watched thread. That this thread
 * had to wait for a processor does not count, where the system tells: the watched one may have had it.
 */
export class Suspension {
  #expectedAt = Infinity
  #awakeSince = Infinity
  readonly #spans: { readonly from: number; readonly to: number }[] = []
  readonly #runDelay: RunDelay
  #delayBefore: number | null = null
  #punctualSleeps = 0
  readonly #usedCpuMs: () => number
  #cpuMsBefore = 0

  /**
   * @param runDelay of this thread.
   * @param usedCpuMs Milliseconds of processor time that the process has used: none while it is stopped.
   */
  constructor(runDelay: RunDelay = () => null, usedCpuMs: () => number = () => 0) {
    this.#runDelay = runDelay
    this.#usedCpuMs = usedCpuMs
  }

  /** At `time`, a timer was set that should fire at `dueAt`: this thread goes to sleep. */
  expect(dueAt: number, time: number): void {
    // A stop can meet this thread awake, too.
    if (time - this.#awakeSince > toleratedAwakeMs) {
      this.#add(this.#awakeSince, time, this.#usedCpuMs() - this.#cpuMsBefore)
    }
    this.#awakeSince = Infinity
    this.#expectedAt = dueAt
    if (this.#punctualSleeps % sleepsUnasked === 0) this.#delayBefore = this.#runDelay()
  }

  /** This thread runs again, at `time`, whatever woke it. */
  wake(time: number): void {
    const lateMs = time - this.#expectedAt
    if (lateMs > toleratedMs) this.#add(this.#expectedAt, time)
    // Whatever woke this thread before its time, nobody knows when it should have woken.
    this.#punctualSleeps = Math.abs(lateMs) < punctualMs ? this.#punctualSleeps + 1 : 0
    this.#awakeSince = time
    this.#cpuMsBefore = this.#usedCpuMs()
    // The span is counted once, even if the timer fires after the message that woke the thread.
    if (time > this.#expectedAt) this.#expectedAt = Infinity
  }

  /** Milliseconds of the span from `from` to `to` during which this thread did not run. */
  during(from: number, to: number): number {
    if (this.#spans.length === 0) return 0
    return this.#spans.reduce((sum, span) => {
      return sum + Math.max(0, Math.min(to, span.to) - Math.max(from, span.from))
    }, 0)
  }

  #add(from: number, to: number, workedMs = 0): void {
    const waitedMs = (this.#runDelay() ?? 0) - (this.#delayBefore ?? 0)
    const suspendedMs = to - from - waitedMs - workedMs
    if (suspendedMs <= toleratedMs) return
    this.#spans.push({ from, to: from + suspendedMs })
    if (this.#spans.length > maximumSpans) this.#spans.shift()
  }
}
