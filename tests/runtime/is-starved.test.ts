import { expect, it } from 'vitest'

import { isStarved } from '../../src/runtime/is-starved.js'

it.each([
  { durationMs: 300, processorWaitMs: 250, expected: true },
  { durationMs: 300, processorWaitMs: null, expected: false },
  // What is left is a stall of its own.
  { durationMs: 500, processorWaitMs: 390, expected: false },
  // It ran for most of the time.
  { durationMs: 120, processorWaitMs: 40, expected: false },
])('of $durationMs ms, $processorWaitMs ms in the queue: $expected', ({ durationMs, processorWaitMs, expected }) => {
  expect(isStarved(durationMs, processorWaitMs, 100)).toBe(expected)
})
