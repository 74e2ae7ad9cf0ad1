import { now } from '../clock.js'
import type { StallNotice } from '../messages.js'
import type { StallReport, StallSink } from '../types.js'
import { warn } from '../write-text.js'
import type { Hints } from './hints.js'
import type { Quota } from './policy.js'

export interface ReporterParts {
  /** Whether the options accept a stall. */
  readonly isAccepted: (report: StallReport) => boolean
  readonly hints: Hints
  readonly quota: Quota
  readonly sinks: readonly StallSink[]
  /** Tells the watched thread. */
  readonly notify: (notice: StallNotice) => void
}

/** Hands reports on to whoever wants them, as far as the options let it. */
export class Reporter {
  readonly #parts: ReporterParts
  readonly #failed = new Set<StallSink>()
  /** The stall that the last report was about, and whether it is reported: all of it or nothing. */
  #latest: { readonly turnBeganAt: number; readonly isReported: boolean; omitted: number } | null = null

  constructor(parts: ReporterParts) {
    this.#parts = parts
  }

  /** Loads what reports are made with; to be called when one may be due, and to be awaited before it is written. */
  prepare(): Promise<void> {
    return this.#parts.hints.load()
  }

  /** @param turnBeganAt tells the reports of one stall from those of another. */
  write(found: StallReport, turnBeganAt: number): void {
    const { isAccepted, hints, quota, sinks, notify } = this.#parts
    if (isAccepted(found)) return
    if (this.#latest?.turnBeganAt !== turnBeganAt) {
      const isReported = quota.take(now())
      this.#latest = { turnBeganAt, isReported, omitted: isReported ? quota.takeOmitted() : 0 }
    }
    const { isReported, omitted } = this.#latest
    const report = { ...found, hint: hints.give(found), omitted }
    // The loop reads what it is told only when it turns again, and then the whole stall is known.
    if (!report.stillBlocked) notify({ report, turnBeganAt, isReported })
    if (!isReported) return
    for (const sink of sinks) this.#writeTo(sink, report)
  }

  #writeTo(sink: StallSink, report: StallReport): void {
    try {
      sink.write(report)
    } catch (error) {
      if (this.#failed.has(sink)) return
      this.#failed.add(sink)
      const reason = error instanceof Error ? error.message : String(error)
      warn(`a sink has failed, further failures are not told: ${reason}`)
    }
  }
}
