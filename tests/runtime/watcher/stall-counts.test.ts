import { expect, it } from 'vitest'

import { StallCounts } from '../../../src/runtime/watcher/stall-counts.js'

it('tells how many, the median and the worst', () => {
  const counts = new StallCounts()
  expect([300, 100, 200, 150].map((ms) => counts.add('checkout', ms))).toEqual([
    { count: 1, medianMs: 300, worstMs: 300 },
    { count: 2, medianMs: 200, worstMs: 300 },
    { count: 3, medianMs: 200, worstMs: 300 },
    { count: 4, medianMs: 175, worstMs: 300 },
  ])
})

it('does not count a stall that goes on', () => {
  const counts = new StallCounts()
  counts.withThis('checkout', 500)
  expect(counts.add('checkout', 100)).toEqual({ count: 1, medianMs: 100, worstMs: 100 })
})

it('forgets the group that was seen longest ago', () => {
  const counts = new StallCounts(2)
  const numbers = ['a', 'b', 'a', 'c'].map((group) => counts.add(group, 100).count)
  expect(numbers).toEqual([1, 1, 2, 1])
  expect([counts.withThis('a', 1).count, counts.withThis('b', 1).count]).toEqual([3, 1])
})

it('knows the median of the latest stalls and the worst of all', () => {
  const counts = new StallCounts()
  counts.add('checkout', 9000)
  for (let number = 0; number < 99; number += 1) counts.add('checkout', 120)
  expect(counts.withThis('checkout', 120)).toEqual({ count: 101, medianMs: 120, worstMs: 9000 })
})
