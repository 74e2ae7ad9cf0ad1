import { listenersOf, resolveOptions, type WatchdogOptions } from './options.js'
import { startWatchdog } from './start-watchdog.js'

export {
  watchLibuvPool,
  type LibuvPoolStatistics,
  type LibuvPoolWatch,
  type WatchLibuvPoolOptions,
} from './loop/libuv-pool.js'
export type { PoolPressure } from './loop/pool-pressure.js'
export {
  watchPool,
  type PoolStatistics,
  type PoolWatch,
  type WatchPoolOptions,
} from './loop/pools.js'
export { allowBlocking, type AllowBlockingOptions } from './loop/allow-blocking.js'
export type { AllowedPlaces, OriginsMode, ReportFormat, WatchdogOptions } from './options.js'
export type {
  Allowance,
  BlamedPlace,
  StackConfidence,
  StackFrame,
  StallCause,
  StallReport,
  StallSink,
} from './types.js'

/** A watchdog that runs. */
export interface Watchdog {
  /**
   * Settles once the watcher's thread looks on, some 50 to 300 ms after the start; of a stall
   * before that, the duration and the synchronous API are known, but no stack. Never rejects, and
   * does not keep the process alive.
   */
  readonly ready: Promise<void>
  /**
   * Settles when every stall up to now has been reported, to listeners as well; after two seconds at
   * the latest. Never rejects.
   */
  settle(): Promise<void>
  /**
   * Ends the watch and undoes every change that it made to the process; a stall that is under way
   * is still reported. Further calls do nothing.
   */
  stop(): void
}

/**
 * Watches the event loop of the process and reports every turn that exceeds the threshold, with
 * the line that blocked.
 *
 * A process has one watchdog: while it runs, further calls share it with the options of the first,
 * except that each has its own `onStall` and sinks,
 * and it ends when each of them has been stopped. It never keeps the process alive. A
 * worker thread has a watchdog of its own, when this is called in it.
 *
 * @throws TypeError that names the option and its value, when one is wrong. Whatever else goes
 * wrong is one line on standard error.
 */
export function watchEventLoop(options: WatchdogOptions = {}): Watchdog {
  return startWatchdog(resolveOptions(options), listenersOf(options))
}
