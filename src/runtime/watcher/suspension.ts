/** Shorter delays of a timer are ordinary scheduling. */
const toleratedMs = 20

/** Up to how many spans are remembered; a stall that outlasts them is long either way. */
const maximumSpans = 64

/**
 * Knows when this thread itself did not run: stopped by a signal, asleep with the machine, or
 * without a processor. Then a beat that is missing says nothing about the watched thread.
 */
export class Suspension {
  #expectedAt = Infinity
  readonly #spans: { readonly from: number; readonly to: number }[] = []

  /** A timer was set that should fire at `time`. */
  expect(time: number): void {
    this.#expectedAt = time
  }

  /** This thread runs again, at `time`, whatever woke it. */
  wake(time: number): void {
    if (time - this.#expectedAt > toleratedMs) {
      this.#spans.push({ from: this.#expectedAt, to: time })
      if (this.#spans.length > maximumSpans) this.#spans.shift()
    }
    // The span is counted once, even if the timer fires after the message that woke the thread.
    this.#expectedAt = Infinity
  }

  /** Milliseconds of the span from `from` to `to` during which this thread did not run. */
  during(from: number, to: number): number {
    return this.#spans.reduce((sum, span) => {
      return sum + Math.max(0, Math.min(to, span.to) - Math.max(from, span.from))
    }, 0)
  }
}
