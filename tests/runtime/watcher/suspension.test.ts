import { describe, expect, it } from 'vitest'

import { Suspension } from '../../../src/runtime/watcher/suspension.js'

describe('the suspension of the watcher', () => {
  it('is what its timer was late by, where that overlaps', () => {
    const suspension = new Suspension()
    suspension.expect(100, 0)
    suspension.wake(600)
    expect(suspension.during(0, 1000)).toBe(500)
    expect(suspension.during(300, 1000)).toBe(300)
    expect(suspension.during(700, 1000)).toBe(0)
  })

  it('counts once, whatever wakes the thread first', () => {
    const suspension = new Suspension()
    suspension.expect(100, 0)
    suspension.wake(600)
    suspension.wake(601)
    expect(suspension.during(0, 1000)).toBe(500)
  })

  it('may meet the thread awake, and not when it takes its time', () => {
    const suspension = new Suspension()
    suspension.wake(100)
    suspension.expect(1010, 1000)
    suspension.wake(1010)
    suspension.expect(1200, 1190)
    expect(suspension.during(0, 2000)).toBe(900)
  })

  it('is noticed after something else has woken the thread before its time', () => {
    const suspension = new Suspension()
    suspension.expect(100, 0)
    suspension.wake(60)
    suspension.wake(600)
    expect(suspension.during(0, 1000)).toBe(500)
  })

  it('tolerates ordinary lateness, and a message before the time', () => {
    const suspension = new Suspension()
    suspension.expect(100, 0)
    suspension.wake(60)
    suspension.expect(100, 61)
    suspension.wake(115)
    expect(suspension.during(0, 1000)).toBe(0)
  })
})

it('is not what this thread waited for a processor', () => {
  let waitedMs = 1000
  const suspension = new Suspension(() => waitedMs)
  suspension.expect(100, 90)
  waitedMs += 60
  suspension.wake(170)
  expect(suspension.during(0, 1000)).toBe(0)
  suspension.expect(200, 180)
  waitedMs += 10
  suspension.wake(500)
  expect(suspension.during(0, 1000)).toBe(290)
})

it('is not what this thread worked', () => {
  let usedCpuMs = 0
  const suspension = new Suspension(() => null, () => usedCpuMs)
  suspension.wake(100)
  usedCpuMs = 600
  suspension.expect(710, 700)
  suspension.wake(710)
  expect(suspension.during(0, 1000)).toBe(0)
  usedCpuMs = 650
  suspension.expect(2020, 2010)
  expect(suspension.during(0, 3000)).toBe(1250)
})

it('asks what this thread has waited for only now and then, as long as it wakes in time', () => {
  let asked = 0
  const suspension = new Suspension(() => {
    asked += 1
    return 0
  })
  for (let time = 0; time < 4000; time += 50) {
    suspension.expect(time + 50, time)
    suspension.wake(time + 50)
  }
  expect(asked).toBe(10)
  suspension.expect(4050, 4000)
  suspension.wake(4060)
  suspension.expect(4110, 4060)
  suspension.wake(4120)
  suspension.expect(4170, 4120)
  expect(asked).toBe(13)
})
