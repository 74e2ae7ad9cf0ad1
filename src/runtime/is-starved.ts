/**
 * Whether a turn was long because its thread waited for a processor, on a machine that has too much to
 * do: what is left is no stall, and whatever ran meanwhile would not have been one.
 */
export function isStarved(durationMs: number, processorWaitMs: number | null, thresholdMs: number): boolean {
  const ownMs = durationMs - (processorWaitMs ?? 0)
  return ownMs < thresholdMs && ownMs < durationMs / 2
}
