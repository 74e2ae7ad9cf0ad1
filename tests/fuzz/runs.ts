import type { Parameters } from 'fast-check'

// A failure prints its seed and its path: FUZZ_SEED repeats it.
const { FUZZ_RUNS = '1', FUZZ_SEED } = process.env

/** How often a property is tried: `base` times in a usual run, FUZZ_RUNS times that in a long one. */
export function runs<T>(base: number): Parameters<T> {
  const numRuns = Math.ceil(base * Number(FUZZ_RUNS))
  const seed = FUZZ_SEED === undefined ? {} : { seed: Number(FUZZ_SEED) }
  return { numRuns, ...seed, verbose: 1 }
}

/** What a test of so many runs may take. */
export function patience(base: number): number {
  return 60_000 + base * Number(FUZZ_RUNS) * 100
}
