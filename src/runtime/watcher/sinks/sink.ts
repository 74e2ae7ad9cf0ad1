import type { StallReport } from '../../types.js'

/** A place that reports go to. Never throws. */
export interface Sink {
  write(report: StallReport): void
}
