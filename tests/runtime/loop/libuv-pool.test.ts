import { describe, expect, it, vi } from 'vitest'

import { watchLibuvPool } from '../../../src/runtime/loop/libuv-pool.js'
import type { PoolPressure } from '../../../src/runtime/loop/pool-pressure.js'
import { runProgram } from '../run-program.mjs'

/** Runs with one thread in the pool. */
const runWith = async (work: string) => {
  const environment = { UV_THREADPOOL_SIZE: '1' }
  const { stdout, stderr, exitCode, reports } = await runProgram('libuv-pool.mjs', { flags: [], parameters: [work], environment })
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
  const lines = stdout.trim().split('\n')
  expect(lines.pop()).toBe('number')
  return { pressures: lines.map((line: string) => JSON.parse(line) as PoolPressure), reports }
}

describe('the pool of libuv', { timeout: 90_000 }, () => {
  it('that is kept busy is told of, and is no stall', async () => {
    const { pressures, reports } = await runWith('busy pool')
    expect(pressures).toEqual([
      {
        pool: 'libuv',
        type: 'wait',
        value: expect.any(Number),
        limit: 200,
        advice: 'Its thread is taken by fs, dns.lookup, crypto or zlib: have fewer such tasks at a time, or start Node.js with a larger UV_THREADPOOL_SIZE.',
      },
    ])
    expect(pressures[0]?.value).toBeGreaterThan(200)
    expect(reports).toEqual([])
  })

  it('is not blamed for a loop that was held', async () => {
    const { pressures, reports } = await runWith('held loop')
    expect(pressures).toEqual([])
    expect(reports.length).toBeGreaterThan(0)
  })

  it('when idle is nothing to speak of, and keeps no process alive', async () => {
    const { pressures, reports } = await runWith('idle')
    expect({ pressures, reports }).toEqual({ pressures: [], reports: [] })
  })
})

describe('watchLibuvPool', () => {
  it('hands over no more tasks after stop()', async () => {
    const watching = watchLibuvPool()
    await vi.waitFor(() => expect(watching.statistics().latencyMs).not.toBeNull())
    const { latencyMs } = watching.statistics()
    watching.stop()
    await new Promise((resolve) => setTimeout(resolve, 1200))
    expect(watching.statistics()).toEqual({ latencyMs, waitingMs: 0 })
  })

  it.each([['long'], [5]])('does not take a limit of %j', (maxWaitMs) => {
    expect(() => watchLibuvPool({ maxWaitMs: maxWaitMs as number })).toThrow(
      `watchLibuvPool's option "maxWaitMs" must be a number from 10 to 3600000, not ${maxWaitMs}.`,
    )
  })
})
