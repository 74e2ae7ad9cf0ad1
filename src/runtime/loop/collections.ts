import { PerformanceObserver, type PerformanceEntry } from 'node:perf_hooks'

import { sharedTime } from '../clock.js'

/** Knows when garbage was collected on this thread. */
export interface Collections {
  /** Milliseconds of the span that it took; complete once the loop has turned since. */
  during(from: number, to: number): number
  /** Forgets all that ended before. */
  forgetBefore(time: number): void
  stop(): void
}

/** A turn with more of them has been collecting for long enough to say so. */
const maximumSpans = 10_000

/** Observing costs a few microseconds for each collection, and nothing in between. */
export function watchCollections(): Collections {
  let spans: { readonly from: number; readonly to: number }[] = []
  const add = (entries: readonly PerformanceEntry[]): void => {
    for (const { startTime, duration } of entries) {
      const from = sharedTime(startTime)
      if (spans.length < maximumSpans) spans.push({ from, to: from + duration })
    }
  }
  const observer = new PerformanceObserver((list) => add(list.getEntries()))
  observer.observe({ entryTypes: ['gc'] })
  return {
    during: (from, to) => {
      add(observer.takeRecords())
      return spans.reduce((sum, span) => {
        return sum + Math.max(0, Math.min(to, span.to) - Math.max(from, span.from))
      }, 0)
    },
    forgetBefore: (time) => {
      if (spans.length > 0) spans = spans.filter(({ to }) => to >= time)
    },
    stop: () => observer.disconnect(),
  }
}
