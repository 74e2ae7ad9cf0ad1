import { expect, it } from 'vitest'
import { paceOf } from '../../src/runtime/pace.js'

it.each([
  [100, false, 50, 60],
  [100, true, 75, 90],
  [20, false, 10, 12],
  [20, true, 15, 18],
  [1000, false, 50, 600],
  [1000, true, 200, 600],
  // A timer cannot beat more often.
  [5, false, 5, 5.5],
])('with a threshold of %i ms, resting: %s, the loop beats every %i ms and is looked at after %i', (threshold, isResting, beatMs, lookMs) => {
  const pace = paceOf(threshold, isResting)
  expect(pace.beatMs).toBeCloseTo(beatMs)
  expect(pace.firstLookMs).toBeCloseTo(lookMs)
})
