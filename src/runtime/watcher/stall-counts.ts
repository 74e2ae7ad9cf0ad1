/** What is known of the stalls of a group, with the one that is reported. */
export interface GroupStatistics {
  readonly count: number
  /** Milliseconds, of the latest {@link remembered}. */
  readonly medianMs: number
  /** Milliseconds, of all. */
  readonly worstMs: number
}

interface Group {
  count: number
  worstMs: number
  readonly latestMs: number[]
}

const remembered = 99

/** How often each kind of stall was seen, and how long it took; the memory it takes is bounded. */
export class StallCounts {
  readonly #groups = new Map<string, Group>()
  readonly #maximumGroups: number

  constructor(maximumGroups = 1000) {
    this.#maximumGroups = maximumGroups
  }

  /** The group as it would be with this stall. */
  withThis(group: string, durationMs: number): GroupStatistics {
    const known = this.#groups.get(group)
    return {
      count: (known?.count ?? 0) + 1,
      medianMs: medianOf([...(known?.latestMs ?? []), durationMs]),
      worstMs: Math.max(known?.worstMs ?? 0, durationMs),
    }
  }

  add(group: string, durationMs: number): GroupStatistics {
    const statistics = this.withThis(group, durationMs)
    const latestMs = [...(this.#groups.get(group)?.latestMs ?? []), durationMs].slice(-remembered)
    // Set anew, so that the group that was seen longest ago is first to be forgotten.
    this.#groups.delete(group)
    this.#groups.set(group, { count: statistics.count, worstMs: statistics.worstMs, latestMs })
    if (this.#groups.size > this.#maximumGroups) {
      const [oldest] = this.#groups.keys()
      if (oldest !== undefined) this.#groups.delete(oldest)
    }
    return statistics
  }
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  const median = sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
  return Math.round(median * 10) / 10
}
