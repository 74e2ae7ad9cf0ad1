import { clearInterval, setInterval } from 'node:timers'

import { now } from '../clock.js'
import { adapterFor, type PoolAdapter } from './pool-adapters.js'
import { pressureTeller, type PoolPressure } from './pool-pressure.js'

export interface WatchPoolOptions {
  /** How warnings call it. */
  readonly name: string
  /** Tasks that may wait; default 100. */
  readonly maxQueue?: number
  /** Milliseconds that a task may wait for a worker; default 1000. */
  readonly maxWaitMs?: number
  /** Milliseconds that a task may run; default 10,000. */
  readonly maxRunMs?: number
  /** Called in place of a line on standard error; what it throws goes no further. */
  readonly onPressure?: (pressure: PoolPressure) => void
}

export interface PoolStatistics {
  /** Tasks that wait for a worker. */
  readonly queued: number
  /** Milliseconds that the oldest of them has waited. */
  readonly waitingMs: number
  /** Milliseconds that the longest of those that run has run. */
  readonly runningMs: number
}

export interface PoolWatch {
  statistics(): PoolStatistics
  /** Ends the watch, and leaves the pool as it was. */
  stop(): void
}

const lookMs = 250

const advice: Record<PoolPressure['type'], string> = {
  queue: 'Limit its queue and turn work away when it is full, or hand work that nobody waits for to a job system.',
  wait: 'Give it more workers if there are processors for them, turn work away earlier, or hand it to a job system.',
  run: 'Split such tasks or hand them to a job system, so that short ones need not wait for them.',
}

/**
 * Watches the queue of a pool of workers, of Piscina, Tinypool, workerpool or poolifier, and warns
 * when more tasks wait than `maxQueue`, one waits longer than `maxWaitMs`, or runs longer than
 * `maxRunMs`; each at most once in 30 seconds. Needs no watchdog, and keeps no process alive.
 *
 * @throws TypeError for another kind of pool, or a wrong option.
 */
export function watchPool(pool: object, options: WatchPoolOptions): PoolWatch {
  const limits = checkOptions(options)
  const adapter = adapterFor(pool)
  if (adapter === null) {
    throw new TypeError('watchPool knows the pools of Piscina, Tinypool, workerpool and poolifier; this is none.')
  }
  const tasks = new Tasks(adapter)
  const unwrap = tasks.observe(pool)
  const tell = pressureTeller(options.name, (type) => advice[type], options.onPressure)
  const look = (): void => {
    const { queued, waitingMs, runningMs } = tasks.statistics()
    tell('queue', queued, limits.maxQueue)
    tell('wait', waitingMs, limits.maxWaitMs)
    tell('run', runningMs, limits.maxRunMs)
  }
  const timer = setInterval(look, lookMs)
  timer.unref()
  return {
    statistics: () => tasks.statistics(),
    stop: () => {
      clearInterval(timer)
      unwrap()
    },
  }
}

interface Task {
  readonly submittedAt: number
  startedAt: number | null
}

/**
 * The tasks of a pool that have been seen. Which of them have started follows from how many wait:
 * pools start the oldest first. (Where tasks have priorities, times are those of another task.)
 */
class Tasks {
  readonly #adapter: PoolAdapter
  readonly #pending = new Set<Task>()

  constructor(adapter: PoolAdapter) {
    this.#adapter = adapter
  }

  /** @returns a function that puts the pool's own method back. */
  observe(pool: object): () => void {
    const { method } = this.#adapter
    const owner = pool as Record<string, unknown>
    const original = owner[method] as (...parameters: unknown[]) => unknown
    const wasOwn = Object.hasOwn(owner, method)
    const submit = (parameters: readonly unknown[]): unknown => {
      const task: Task = { submittedAt: now(), startedAt: null }
      this.#pending.add(task)
      const end = (): void => void this.#pending.delete(task)
      try {
        return this.#follow(Reflect.apply(original, pool, parameters), end)
      } catch (error) {
        end()
        throw error
      }
    }
    const wrapper = (...parameters: unknown[]): unknown => submit(parameters)
    owner[method] = wrapper
    return () => {
      if (owner[method] !== wrapper) return
      if (wasOwn) owner[method] = original
      else delete owner[method]
    }
  }

  statistics(): PoolStatistics {
    const queued = this.#adapter.queued()
    const time = now()
    let left = this.#pending.size - queued
    let waitingMs = 0
    let runningMs = 0
    for (const task of this.#pending) {
      if (left > 0) {
        left -= 1
        task.startedAt ??= time
        runningMs = Math.max(runningMs, time - task.startedAt)
      } else {
        waitingMs = Math.max(waitingMs, time - task.submittedAt)
      }
    }
    return { queued, waitingMs, runningMs }
  }

  /**
   * Hears when a task ends. A native promise is handed on as another that settles alike, for else
   * one that nobody handles would count as handled; workerpool's, which can be cancelled, as it is.
   */
  #follow(result: unknown, end: () => void): unknown {
    if (result instanceof Promise) {
      return (async () => {
        try {
          return (await result) as unknown
        } finally {
          end()
        }
      })()
    }
    const { then } = (result ?? {}) as { then?: unknown }
    if (typeof then === 'function') Reflect.apply(then, result, [end, end])
    else end()
    return result
  }
}

function checkOptions({ name, maxQueue = 100, maxWaitMs = 1000, maxRunMs = 10_000 }: WatchPoolOptions) {
  if (typeof name !== 'string' || name === '') {
    throw new TypeError('watchPool needs a name for the pool, as a text.')
  }
  for (const [option, value] of Object.entries({ maxQueue, maxWaitMs, maxRunMs })) {
    if (typeof value !== 'number' || !(value >= 0)) {
      throw new TypeError(`watchPool's option "${option}" must be a number from 0, not ${String(value)}.`)
    }
  }
  return { maxQueue, maxWaitMs, maxRunMs }
}
