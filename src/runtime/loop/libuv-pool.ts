import fs from 'node:fs'
import { clearImmediate, clearTimeout, setImmediate, setTimeout } from 'node:timers'

import { now } from '../clock.js'
import { pressureTeller, type PoolPressure } from './pool-pressure.js'

export interface WatchLibuvPoolOptions {
  /** Milliseconds, from 10, that a task may wait for a thread; default 1000. */
  readonly maxWaitMs?: number
  /** Called in place of a line on standard error; what it throws goes no further. */
  readonly onPressure?: (pressure: PoolPressure) => void
}

export interface LibuvPoolStatistics {
  /** Milliseconds that the latest task which is done took, from being handed over until its callback; null before. */
  readonly latencyMs: number | null
  /** Milliseconds that the task which is not done has been waiting; 0 when there is none. */
  readonly waitingMs: number
}

export interface LibuvPoolWatch {
  statistics(): LibuvPoolStatistics
  stop(): void
}

/** How long after the end of one the next task is handed over. */
const intervalMs = 1000

/** A look that is later says that the loop was held, or the process stopped; the pool may have been idle meanwhile. */
const toleratedShare = 0.5

/** Standard error, whose state takes no disk to read; whether there is such a file makes no difference. */
const descriptor = 2

/**
 * Watches the pool of threads on which Node.js runs `fs`, `dns.lookup` and the asynchronous functions of crypto and
 * zlib (https://nodejs.org/api/cli.html#uv_threadpool_sizesize): once a second it hands over a task that takes some
 * microseconds, and warns when that has waited for a thread for longer than `maxWaitMs` although the loop was turning;
 * at most once in 30 seconds. Needs no watchdog, and keeps no process alive.
 *
 * @throws TypeError for a wrong option.
 */
export function watchLibuvPool(options: WatchLibuvPoolOptions = {}): LibuvPoolWatch {
  const { maxWaitMs = 1000, onPressure } = options
  if (typeof maxWaitMs !== 'number' || !(maxWaitMs >= 10 && maxWaitMs <= 3_600_000)) {
    throw new TypeError(`watchLibuvPool's option "maxWaitMs" must be a number from 10 to 3600000, not ${String(maxWaitMs)}.`)
  }
  const tell = pressureTeller('libuv', advice, onPressure)
  let latencyMs: number | null = null
  let startedAt: number | null = null
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  let immediate: NodeJS.Immediate | undefined

  const handOver = (): void => {
    const handedOverAt = now()
    startedAt = handedOverAt
    try {
      fs.fstat(descriptor, () => {
        startedAt = null
        latencyMs = now() - handedOverAt
        clearTimeout(timer)
        clearImmediate(immediate)
        if (!isStopped) later(handOver, intervalMs)
      })
      lookLater(handedOverAt)
    } catch {
      // Without permission for it there is nothing to be timed.
      startedAt = null
    }
  }
  const lookLater = (since: number): void => {
    const dueAt = now() + maxWaitMs
    later(() => {
      // Right after timers, the loop hears of tasks that are done; what comes after that knows of them.
      immediate = setImmediate(() => {
        const time = now()
        const isLate = time - dueAt > maxWaitMs * toleratedShare
        if (!isLate) tell('wait', time - since, maxWaitMs)
        lookLater(isLate ? time : since)
      })
      immediate.unref()
    }, maxWaitMs)
  }
  const later = (run: () => void, ms: number): void => {
    timer = setTimeout(run, ms)
    timer.unref()
  }

  handOver()
  return {
    statistics: () => ({ latencyMs, waitingMs: startedAt === null ? 0 : now() - startedAt }),
    stop: () => {
      isStopped = true
      clearTimeout(timer)
      clearImmediate(immediate)
    },
  }
}

function advice(): string {
  const size = Number(process.env['UV_THREADPOOL_SIZE']) || 4
  return `Its ${size === 1 ? 'thread is' : `${size} threads are`} taken by fs, dns.lookup, crypto or zlib: have fewer such tasks at a time, or start Node.js with a larger UV_THREADPOOL_SIZE.`
}
