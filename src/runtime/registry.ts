import { compileFunction } from 'node:vm'

import type { Allowances } from './loop/allowances.js'
import type { Publisher } from './loop/publish.js'

/** The watchdog of this process. */
export interface RunningWatchdog {
  /** Called by the watcher, see WatcherSettings. */
  readonly snapshot: () => string
  readonly allowances: Allowances
  readonly publisher: Publisher
  readonly ready: Promise<void>
  /** See Watchdog. */
  readonly settle: () => Promise<void>
  readonly stop: () => void
  users: number
}

// A registered symbol, because the watcher has to find the loop's side in the global object, and
// so has a second copy of this package.
const key = Symbol.for('eslint-plugin-event-loop.watchdog')
// The thread's own global object also where this file runs in a context of its own, as under Jest: that is where
// the watcher looks. Not by a script, for those are what V8 counts as the embedder's allocations on Node.js 24: a
// single one decides whether it tidies a program at rest up, and that must not hang on being watched.
const findGlobal = compileFunction('return globalThis') as () => { [key]?: RunningWatchdog }
const mainGlobal = findGlobal()

export function runningWatchdog(): RunningWatchdog | undefined {
  return mainGlobal[key]
}

export function register(watchdog: RunningWatchdog): void {
  // Not enumerable, so that a program that lists its globals sees what it would without us.
  Object.defineProperty(mainGlobal, key, { value: watchdog, configurable: true })
}

export function unregister(): void {
  delete mainGlobal[key]
}

/** An expression that gives the watchdog wherever in the process it is evaluated. */
export const watchdogExpression = `globalThis[Symbol.for(${JSON.stringify(key.description)})]`
