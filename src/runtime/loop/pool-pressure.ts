import { now } from '../clock.js'
import { warn } from '../write-text.js'

/** A limit of a pool that was exceeded. */
export interface PoolPressure {
  readonly pool: string
  readonly type: 'queue' | 'wait' | 'run'
  /** Tasks for `queue`, else milliseconds. */
  readonly value: number
  readonly limit: number
  /** One sentence. */
  readonly advice: string
}

/** One that lasts is told again after this. */
const repeatMs = 30_000

/**
 * Gives a function that tells of each type of pressure at most once in 30 seconds: to the listener, whose errors go no
 * further, or on standard error.
 */
export function pressureTeller(
  pool: string,
  advice: (type: PoolPressure['type']) => string,
  onPressure: ((pressure: PoolPressure) => void) | undefined,
): (type: PoolPressure['type'], value: number, limit: number) => void {
  const toldAt: Partial<Record<PoolPressure['type'], number>> = {}
  return (type, value, limit) => {
    if (value <= limit || now() - (toldAt[type] ?? -Infinity) < repeatMs) return
    toldAt[type] = now()
    const pressure = { pool, type, value: Math.round(value), limit, advice: advice(type) }
    try {
      if (onPressure) onPressure(pressure)
      else warn(describe(pressure))
    } catch {
      // The program's own function must not end the program.
    }
  }
}

function describe({ pool, type, value, limit, advice: text }: PoolPressure): string {
  const name = JSON.stringify(pool)
  if (type === 'queue') return `${value === 1 ? '1 task waits' : `${value} tasks wait`} for the pool ${name}, more than ${limit}. ${text}`
  const what = type === 'wait' ? 'has waited for' : 'has occupied a worker of'
  return `a task ${what} the pool ${name} for ${value} ms, longer than ${limit}. ${text}`
}
