import type { BlamedPlace, StallHint, StallReport } from '../runtime/types.js'

/** All stalls of one kind at one place. */
export interface StallGroup {
  /** As in the reports. */
  readonly group: string
  readonly count: number
  /** Milliseconds. */
  readonly totalMs: number
  readonly medianMs: number
  readonly worstMs: number
  readonly cause: StallReport['cause']
  readonly api: string | null
  readonly place: BlamedPlace | null
  /** Method and route, or path; the most frequent first. */
  readonly requests: readonly { readonly name: string; readonly count: number }[]
  readonly hint: StallHint | null
  /** ISO 8601. */
  readonly first: string
  readonly last: string
}

/** Puts stalls of the same kind and place together; those that held the loop longest in all come first. */
export function summariseStalls(stalls: readonly StallReport[]): readonly StallGroup[] {
  const groups = new Map<string, StallReport[]>()
  for (const stall of stalls) groups.set(stall.group, [...(groups.get(stall.group) ?? []), stall])
  return [...groups].map(([group, all]) => summarise(group, all)).toSorted((a, b) => b.totalMs - a.totalMs)
}

function summarise(group: string, stalls: readonly StallReport[]): StallGroup {
  const durations = stalls.map(({ durationMs }) => durationMs).toSorted((a, b) => a - b)
  const times = stalls.map(({ time }) => time).toSorted()
  const latest = stalls.reduce((last, stall) => (stall.time >= last.time ? stall : last))
  const middle = durations.length >> 1
  const upper = durations[middle] ?? 0
  const lower = durations.length % 2 === 1 ? upper : (durations[middle - 1] ?? upper)
  return {
    group,
    count: stalls.length,
    totalMs: round(durations.reduce((sum, ms) => sum + ms, 0)),
    medianMs: round((lower + upper) / 2),
    worstMs: durations.at(-1) ?? 0,
    cause: latest.cause,
    api: latest.api?.name ?? null,
    place: latest.place,
    requests: countRequests(stalls),
    hint: latest.hint,
    first: times[0] ?? latest.time,
    last: latest.time,
  }
}

function countRequests(stalls: readonly StallReport[]): StallGroup['requests'] {
  const counts = new Map<string, number>()
  for (const { request } of stalls) {
    if (!request) continue
    const name = `${request.method} ${request.route ?? request.path}`
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].map(([name, count]) => ({ name, count })).toSorted((a, b) => b.count - a.count)
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10
}
