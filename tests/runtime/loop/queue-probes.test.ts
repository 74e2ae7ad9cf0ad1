import { afterEach, expect, it, vi } from 'vitest'
import { setImmediate } from 'node:timers/promises'

import { probeQueues } from '../../../src/runtime/loop/queue-probes.js'
import type { RawFrame } from '../../../src/runtime/messages.js'
import { createSharedMemory, Time } from '../../../src/runtime/shared-memory.js'

afterEach(() => vi.restoreAllMocks())

const inTick: readonly RawFrame[] = [
  { functionName: 'again', url: 'file:///app/server.js', line: 1, column: 1, functionLine: 1 },
  { functionName: 'processTicksAndRejections', url: 'node:internal/process/task_queues', line: 1, column: 1, functionLine: 1 },
]

it('never queues a tick while it interrupts, and does so from a microtask', async () => {
  const nextTick = vi.spyOn(process, 'nextTick')
  const memory = createSharedMemory()
  const probe = probeQueues(memory)
  probe(10, [])
  expect(nextTick).not.toHaveBeenCalled()
  await Promise.resolve()
  expect(nextTick).toHaveBeenCalledOnce()
  await setImmediate()
  const { microtaskRanAt, tickRanAt } = probe(20, [])
  expect(microtaskRanAt).toBeGreaterThan(0)
  expect(tickRanAt).toBeGreaterThanOrEqual(microtaskRanAt)
})

it('tells callbacks of nextTick that keep queueing more, from the look before on', async () => {
  const memory = createSharedMemory()
  const probe = probeQueues(memory)
  const found = await new Promise<number[]>((resolve) => {
    const seen: number[] = []
    let count = 0
    const again = (): void => {
      count += 1
      seen.push(probe(count * 10, inTick).tickRanAt)
      if (count === 3) resolve([...seen, memory.times[Time.TickProbe] ?? 0])
      else process.nextTick(again)
    }
    process.nextTick(again)
  })
  expect(found).toEqual([0, 10, 20, 30])
})

it('does not take one callback for several, nor those of other turns', async () => {
  const memory = createSharedMemory()
  const probe = probeQueues(memory)
  const look = (time: number): Promise<number> => {
    return new Promise((resolve) => process.nextTick(() => resolve(probe(time, inTick).tickRanAt)))
  }
  await new Promise<void>((resolve) => {
    process.nextTick(() => {
      expect(probe(10, inTick).tickRanAt).toBe(0)
      expect(probe(20, inTick).tickRanAt).toBe(0)
      resolve()
    })
  })
  memory.times[Time.Beat] = 25
  memory.times[Time.MicrotaskProbe] = 0
  expect(await look(30)).not.toBe(20)
})
