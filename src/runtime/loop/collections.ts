import { performance, PerformanceObserver, type PerformanceEntry } from 'node:perf_hooks'
import { getHeapStatistics } from 'node:v8'

import { now } from '../clock.js'

/** How far the shared clock is ahead of the one that performance entries of this thread are given by. */
const offsetMs = now() - performance.now()

/** Knows when garbage was collected on this thread, where that can have blocked it. */
export interface Collections {
  /** Watches for the rest of the turn that is under way. */
  watchTurn(): void
  /**
   * Milliseconds of a turn that it took; complete once the loop has turned since. Of a turn that was watched in part,
   * the rest counts as alike; null when that part is too small to tell.
   *
   * @param idleMs of the turn's beginning, in which the loop waited for events.
   */
  during(from: number, to: number, idleMs: number): number | null
  /** Forgets all that ended before, and watches the next turn from its beginning if the heap is a large one. */
  endTurn(time: number): void
  stop(): void
}

/** A turn with more of them has been collecting for long enough to say so. */
const maximumSpans = 10_000

/**
 * A heap that takes less than a third of the threshold to be collected: V8 takes some 0.7 ms for a megabyte that is
 * full of objects.
 */
const smallHeapBytesPerMs = 500_000

/** Of a turn, what has to be watched: a turn as long as the threshold is looked at after 0.6 of it. */
const tellingShare = 1 / 3

/**
 * To be told of one collection takes some 70 us: Node.js makes functions and object shapes for each, which are
 * garbage themselves, and a small server collects every few milliseconds. But a small heap is collected so fast that
 * no turn becomes long by it unless the heap grows, which takes more time than it takes until the first look. So a
 * turn that began with a small heap is watched from its first look on.
 *
 * @param usedBytes of the heap, now.
 */
export function watchCollections(
  thresholdMs: number,
  usedBytes = (): number => getHeapStatistics().used_heap_size,
): Collections {
  let spans: { readonly from: number; readonly to: number }[] = []
  let watchedSince: number | null = null
  let isOver = false
  const add = (entries: readonly PerformanceEntry[]): void => {
    for (const { startTime, duration } of entries) {
      const from = startTime + offsetMs
      if (spans.length < maximumSpans) spans.push({ from, to: from + duration })
    }
  }
  const observer = new PerformanceObserver((list) => add(list.getEntries()))
  const watch = (): void => {
    if (watchedSince !== null || isOver) return
    watchedSince = now()
    observer.observe({ entryTypes: ['gc'] })
  }
  const unwatch = (): void => {
    if (watchedSince === null) return
    watchedSince = null
    observer.disconnect()
    spans = []
  }
  return {
    watchTurn: watch,
    during: (from, to, idleMs) => {
      if (watchedSince === null) return null
      add(observer.takeRecords())
      const collectedMs = spans.reduce((sum, span) => {
        return sum + Math.max(0, Math.min(to, span.to) - Math.max(from, span.from))
      }, 0)
      const busyMs = to - from - idleMs
      const watchedMs = Math.min(busyMs, to - watchedSince)
      return watchedMs < busyMs * tellingShare ? null : collectedMs * (busyMs / watchedMs)
    },
    endTurn: (time) => {
      if (usedBytes() < thresholdMs * smallHeapBytesPerMs) return unwatch()
      watch()
      if (spans.length > 0) spans = spans.filter(({ to }) => to >= time)
    },
    stop: () => {
      isOver = true
      unwatch()
    },
  }
}
