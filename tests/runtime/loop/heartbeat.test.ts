import { afterEach, expect, it } from 'vitest'
import { setTimeout as pause } from 'node:timers/promises'

import { startHeartbeat, type Heartbeat, type Turn } from '../../../src/runtime/loop/heartbeat.js'
import { createSharedMemory, Flag, Time } from '../../../src/runtime/shared-memory.js'

let heartbeat: Heartbeat | undefined
afterEach(() => heartbeat?.stop())

function block(ms: number): void {
  const end = performance.now() + ms
  while (performance.now() < end);
}

it('asks what the thread has waited for at every beat that was not an idle one', async () => {
  let waitedMs = 1000
  const turns: Turn[] = []
  const memory = createSharedMemory()
  heartbeat = startHeartbeat(memory, 100, () => waitedMs, (turn) => turn && turns.push(turn))
  await pause(120)
  heartbeat.beat()
  waitedMs += 60
  block(150)
  heartbeat.beat()
  expect(turns).toHaveLength(1)
  expect(turns[0]?.processorWaitMs).toBe(60)
  expect(memory.times[Time.RunDelay]).toBe(1060)
})

it('beats more rarely when the loop has rested for a second, until it has something to do', async () => {
  const memory = createSharedMemory()
  const gaps: Record<string, number[]> = { working: [], resting: [] }
  let last = Number.NaN
  let isResting = false
  heartbeat = startHeartbeat(memory, 40, () => 0, () => {
    const time = performance.now()
    // Others use the processors as well, and a beat that is late is none of a loop that rests.
    gaps[isResting ? 'resting' : 'working']?.push(time - last)
    last = time
    isResting = memory.flags[Flag.Resting] === 1
  })
  await expect.poll(() => gaps['resting']?.length, { timeout: 10_000 }).toBeGreaterThan(5)
  expect(Math.min(...(gaps['working'] ?? []).slice(1))).toBeLessThan(24)
  expect(Math.min(...(gaps['resting'] ?? []))).toBeGreaterThan(27)
  await expect.poll(() => isResting, { timeout: 10_000, interval: 5 }).toBe(true)
  block(30)
  heartbeat.beat()
  expect(isResting).toBe(false)
})

it('asks at one idle beat of four', async () => {
  let asked = 0
  let beats = 0
  const count = (): void => void (beats += 1)
  heartbeat = startHeartbeat(createSharedMemory(), 40, () => (asked += 1), count)
  await pause(1500)
  // Others use the processors as well, and a beat that is late is asked at.
  expect(beats).toBeGreaterThan(20)
  expect(asked).toBeLessThan(beats * 0.8)
})
