import { describe, expect, it } from 'vitest'

import { Suspension } from '../../../src/runtime/watcher/suspension.js'

describe('the suspension of the watcher', () => {
  it('is what its timer was late by, where that overlaps', () => {
    const suspension = new Suspension()
    suspension.expect(100)
    suspension.wake(600)
    expect(suspension.during(0, 1000)).toBe(500)
    expect(suspension.during(300, 1000)).toBe(300)
    expect(suspension.during(700, 1000)).toBe(0)
  })

  it('counts once, whatever wakes the thread first', () => {
    const suspension = new Suspension()
    suspension.expect(100)
    suspension.wake(600)
    suspension.wake(601)
    expect(suspension.during(0, 1000)).toBe(500)
  })

  it('tolerates ordinary lateness, and a message before the time', () => {
    const suspension = new Suspension()
    suspension.expect(100)
    suspension.wake(60)
    suspension.expect(100)
    suspension.wake(115)
    expect(suspension.during(0, 1000)).toBe(0)
  })
})
