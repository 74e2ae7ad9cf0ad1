import { afterEach, expect, it } from 'vitest'
import { setTimeout as pause } from 'node:timers/promises'

import { startHeartbeat, type Heartbeat, type Turn } from '../../../src/runtime/loop/heartbeat.js'
import { createSharedMemory, Time } from '../../../src/runtime/shared-memory.js'

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
