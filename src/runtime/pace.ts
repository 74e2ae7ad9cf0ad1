/** How often the loop beats, and how old the last beat is when the watcher looks for the first time; milliseconds. */
export interface Pace {
  readonly beatMs: number
  readonly firstLookMs: number
}

// Shares of the threshold. A look takes some milliseconds, and a stall of the threshold's length has to be looked at
// before it is over; a beat may come a little later than it is due without a look.
const active = { beat: 0.5, lateness: 0.1 }
const resting = { beat: 0.75, lateness: 0.15 }

/**
 * Each beat wakes an idle process, which costs it more than anything that the beat does. So a loop that has rested for
 * a while beats as rarely as a stall of the threshold's length allows, and one that works at a safer distance.
 */
export function paceOf(thresholdMs: number, isResting: boolean): Pace {
  const { beat, lateness } = isResting ? resting : active
  const beatMs = Math.min(isResting ? 200 : 50, Math.max(5, thresholdMs * beat))
  return { beatMs, firstLookMs: Math.max(thresholdMs * 0.6, beatMs + thresholdMs * lateness) }
}
