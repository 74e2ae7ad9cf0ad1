import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { PoolPressure } from '../../../src/runtime/loop/pool-pressure.js'
import { watchPool, type WatchPoolOptions } from '../../../src/runtime/loop/pools.js'
import * as writeText from '../../../src/runtime/write-text.js'

/** A pool with one worker, with the members that Piscina's has. */
class Bakery {
  readonly #waiting: (() => void)[] = []
  #isBusy = false

  get queueSize(): number {
    return this.#waiting.length
  }

  run(ms: number): Promise<number> {
    return new Promise((resolve, reject) => {
      const start = (): void => {
        this.#isBusy = true
        setTimeout(() => {
          this.#isBusy = false
          this.#waiting.shift()?.()
          if (ms < 0) reject(new Error('burnt'))
          else resolve(ms)
        }, Math.abs(ms))
      }
      if (this.#isBusy) this.#waiting.push(start)
      else start()
    })
  }
}

const watch = (options: Partial<WatchPoolOptions> = {}) => {
  const pool = new Bakery()
  const told: PoolPressure[] = []
  const watching = watchPool(pool, { name: 'bakery', onPressure: (pressure) => told.push(pressure), ...options })
  return { pool, told, watching }
}

describe('a pool', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => void vi.useRealTimers())

  it('tells how many tasks wait', async () => {
    const { pool, watching } = watch()
    const results = Promise.all([pool.run(100), pool.run(100), pool.run(100)])
    expect(watching.statistics()).toMatchObject({ queued: 2 })
    await vi.advanceTimersByTimeAsync(150)
    expect(watching.statistics()).toMatchObject({ queued: 1 })
    await vi.advanceTimersByTimeAsync(300)
    expect(await results).toEqual([100, 100, 100])
    expect(watching.statistics()).toEqual({ queued: 0, waitingMs: 0, runningMs: 0 })
    watching.stop()
  })

  it('hands on what tasks reject with', async () => {
    const { pool, watching } = watch()
    const burnt = expect(pool.run(-10)).rejects.toThrow('burnt')
    await vi.advanceTimersByTimeAsync(20)
    await burnt
    expect(watching.statistics()).toEqual({ queued: 0, waitingMs: 0, runningMs: 0 })
    watching.stop()
  })

  it('is as it was after stop()', () => {
    const { pool, watching } = watch()
    expect(Object.hasOwn(pool, 'run')).toBe(true)
    watching.stop()
    expect(Object.hasOwn(pool, 'run')).toBe(false)
  })
})

describe('pressure', () => {
  it('is told once for each limit', { timeout: 10_000 }, async () => {
    const { pool, told, watching } = watch({ maxQueue: 1, maxWaitMs: 300, maxRunMs: 300 })
    await Promise.all([pool.run(900), pool.run(1), pool.run(1)])
    watching.stop()
    expect(told.map(({ type }) => type).toSorted()).toEqual(['queue', 'run', 'wait'])
    expect(told.find(({ type }) => type === 'queue')).toMatchObject({ pool: 'bakery', value: 2, limit: 1 })
    expect(told.find(({ type }) => type === 'wait')?.value).toBeGreaterThan(300)
  })

  it('is a line on standard error with advice, and none below the limits', { timeout: 10_000 }, async () => {
    const warn = vi.spyOn(writeText, 'warn').mockReturnValue(undefined)
    const pool = new Bakery()
    const watching = watchPool(pool, { name: 'bak\nery', maxQueue: 0 })
    await Promise.all([pool.run(600), pool.run(1)])
    watching.stop()
    expect(warn.mock.calls).toEqual([
      [
        '1 task waits for the pool "bak\\nery", more than 0. Limit its queue and turn work away when it is full, or hand work that nobody waits for to a job system.',
      ],
    ])
    warn.mockRestore()
  })
})

describe('kinds of pools', () => {
  it('workerpool keeps its own promise, which can be cancelled', () => {
    const promise = { then: vi.fn(), cancel: () => {} }
    const pool = { exec: () => promise, stats: () => ({ pendingTasks: 4 }) }
    const watching = watchPool(pool, { name: 'ovens' })
    expect(pool.exec()).toBe(promise)
    expect(promise.then).toHaveBeenCalledOnce()
    expect(watching.statistics().queued).toBe(4)
    watching.stop()
  })

  it('poolifier tells its queue in its information', () => {
    const pool = { execute: () => Promise.resolve(), info: { queuedTasks: 3 } }
    const watching = watchPool(pool, { name: 'ovens' })
    expect(watching.statistics().queued).toBe(3)
    watching.stop()
  })

  it.each<[string, object, Partial<WatchPoolOptions>]>([
    ['watchPool knows the pools of', { run: () => {} }, {}],
    ['watchPool needs a name', new Bakery(), { name: '' }],
    ['option "maxQueue" must be a number from 0, not many', new Bakery(), { maxQueue: 'many' as never }],
    ['option "maxWaitMs" must be a number from 0, not -1', new Bakery(), { maxWaitMs: -1 }],
  ])('"%s" is an error', (message, pool, options) => {
    expect(() => watchPool(pool, { name: 'ovens', ...options })).toThrow(message)
  })
})
