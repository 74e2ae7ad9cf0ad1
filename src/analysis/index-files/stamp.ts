import { type Stats, statSync } from 'node:fs'

/**
 * What changes when a file or folder is written. A file that was written less than two seconds before it
 * was looked at equals nothing: a second write in the same tick of the clock leaves no other trace.
 * Git calls that racy: https://git-scm.com/docs/racy-git
 */
export class Stamp {
  readonly #values: readonly number[]
  readonly #isSettled: boolean

  constructor(stats: Stats) {
    this.#values = [stats.mtimeMs, stats.ctimeMs, stats.size, stats.ino, stats.dev]
    this.#isSettled = Date.now() - Math.max(stats.mtimeMs, stats.ctimeMs) > settlesInMs
  }

  equals(later: Stamp): boolean {
    return this.#isSettled && this.#values.every((value, i) => value === later.#values[i])
  }
}

const settlesInMs = 2000

/** The stamp of a file or folder, or null when there is none to be seen. */
export function stampOf(path: string): Stamp | null {
  const stats = statsOf(path)
  return stats === null ? null : new Stamp(stats)
}

/** As `statSync`, but null for what cannot be looked at. */
export function statsOf(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null
  } catch {
    return null
  }
}
