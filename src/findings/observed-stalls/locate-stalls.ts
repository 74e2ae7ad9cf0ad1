import { hashLine } from '../../stalls-file.js'

/** A stall that a watchdog has recorded, and the line that it blamed. */
export interface ObservedStall {
  /** Absolute path, maybe on another machine or in a container; with slashes. */
  readonly file: string
  readonly line: number
  readonly column: number
  /** See `hashLine`. */
  readonly textHash: string
  readonly durationMs: number
  /** ISO 8601. */
  readonly time: string
  readonly api: string | null
  readonly request: string | null
}

/** The stalls of one line. */
export interface StalledLine {
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
  readonly count: number
  readonly medianMs: number
  readonly worstMs: number
  readonly latest: ObservedStall
}

/**
 * Which lines of a source file have held the event loop. A line that was changed since has not; one
 * that was moved has, if no other reads the same.
 *
 * @param source Absolute path of the source file.
 * @param folder Absolute path: below it, the same path in another folder counts as the same file,
 * because a container has the project elsewhere.
 */
export function locateStalls(
  stalls: readonly ObservedStall[],
  source: string,
  folder: string,
  lines: readonly string[],
): readonly StalledLine[] {
  const file = source.replaceAll('\\', '/')
  const root = `${folder.replaceAll('\\', '/')}/`
  const ending = file.startsWith(root) ? `/${file.slice(root.length)}` : file
  const ours = stalls.filter((stall) => stall.file === file || stall.file.endsWith(ending))
  if (ours.length === 0) return []

  const hashes = lines.map(hashLine)
  const byLine = new Map<number, ObservedStall[]>()
  for (const stall of ours) {
    const line = lineOf(stall, hashes)
    if (line !== null) byLine.set(line, [...(byLine.get(line) ?? []), stall])
  }
  return [...byLine].map(([line, [first, ...others]]) => summarise(line, first!, others))
}

function lineOf({ line, textHash }: ObservedStall, hashes: readonly string[]): number | null {
  if (hashes[line - 1] === textHash) return line
  const first = hashes.indexOf(textHash)
  return first !== -1 && first === hashes.lastIndexOf(textHash) ? first + 1 : null
}

function summarise(line: number, first: ObservedStall, others: readonly ObservedStall[]): StalledLine {
  const all = [first, ...others]
  const durations = all.map(({ durationMs }) => durationMs).toSorted((a, b) => a - b)
  const middle = durations.length >> 1
  const upper = durations[middle] ?? 0
  const lower = durations.length % 2 === 1 ? upper : (durations[middle - 1] ?? upper)
  const latest = all.reduce((last, stall) => (stall.time >= last.time ? stall : last))
  return {
    line,
    column: latest.column,
    count: all.length,
    medianMs: (lower + upper) / 2,
    worstMs: durations.at(-1) ?? upper,
    latest,
  }
}
