/** How a kind of pool is asked. */
export interface PoolAdapter {
  /** The method that takes a task. */
  readonly method: 'run' | 'exec' | 'execute'
  /** How many tasks wait for a worker. */
  queued(): number
}

interface KnownPool {
  readonly queueSize?: unknown
  readonly info?: unknown
  readonly run?: unknown
  readonly exec?: unknown
  readonly execute?: unknown
  stats?(): unknown
}

/** By the members that a pool has; null for what is no pool that is known. */
export function adapterFor(pool: object): PoolAdapter | null {
  const known = pool as KnownPool
  // Piscina, Tinypool: https://github.com/piscinajs/piscina#property-queuesize-readonly
  if (typeof known.run === 'function' && typeof known.queueSize === 'number') {
    return { method: 'run', queued: () => Number(known.queueSize) }
  }
  // workerpool: https://github.com/josdejong/workerpool#api
  if (typeof known.exec === 'function' && typeof known.stats === 'function') {
    return { method: 'exec', queued: () => numberIn(known.stats?.(), 'pendingTasks') }
  }
  // poolifier: https://github.com/poolifier/poolifier/blob/master/docs/api.md
  if (typeof known.execute === 'function' && typeof known.info === 'object') {
    return { method: 'execute', queued: () => numberIn(known.info, 'queuedTasks') }
  }
  return null
}

function numberIn(object: unknown, name: string): number {
  return Number((object as Record<string, unknown> | null)?.[name] ?? 0)
}
