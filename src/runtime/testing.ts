import { clearInterval, setInterval } from 'node:timers'
import { isMainThread } from 'node:worker_threads'

import { watchEventLoop, type Watchdog } from './index.js'
import type { AllowedPlaces } from './options.js'
import { readText } from './watcher/read-text.js'
import { formatReport } from './watcher/sinks/terminal.js'
import type { StallReport } from './types.js'

/** What a test runner runs around each test; that of vitest, Mocha and `node:test`. */
export interface TestHooks {
  beforeEach(run: () => Promise<void>): unknown
  afterEach(run: () => Promise<void>): unknown
  /** Where it is there, what watches a file ends with that file: under Jest, which takes its context away, it has to. */
  afterAll?(run: () => void): unknown
}

export interface FailOnStallsOptions {
  /** Milliseconds that a turn of the loop may take; 10 to 3,600,000, default 100. */
  readonly thresholdMs?: number
  /** Where stalls are accepted, as for `watchEventLoop`. */
  readonly allow?: Partial<AllowedPlaces>
}

/** Why a test fails; `stalls` has the reports. */
export class StallError extends Error {
  override readonly name = 'StallError'
  readonly stalls: readonly StallReport[]

  constructor(stalls: readonly StallReport[]) {
    const settings = { hasColors: false, workingDirectory: process.cwd(), readSource: readText }
    super(stalls.map((stall) => formatReport(stall, settings).trim()).join('\n\n'))
    this.stalls = stalls
  }
}

const defaultThresholdMs = 100

/**
 * Has every test fail in which the event loop stalls, with the line that blocked. To be called at the
 * top of a test file, or in a set-up file that the runner loads before each.
 *
 * @param hooks of the runner; by default the global ones.
 * @throws TypeError where there are no hooks, or an option is wrong; Error in a worker thread, which
 * cannot be watched.
 */
export function failOnStalls(options: FailOnStallsOptions = {}, hooks: TestHooks = globalHooks()): void {
  if (!isMainThread) {
    throw new Error('failOnStalls watches the main thread only: run tests in processes (vitest: pool "forks").')
  }
  const { thresholdMs = defaultThresholdMs, allow } = options
  let stalls: StallReport[] = []
  const watchdog = watchEventLoop({
    thresholdMs,
    ...(allow && { allow }),
    report: 'none',
    stallsFile: '',
    // A test ends before blocked-at could tell anything.
    origins: 'never',
    maxReportsPerMinute: 100_000,
    onStall: (stall) => {
      // Another watchdog of the process may have a lower threshold.
      if (stall.durationMs >= thresholdMs) stalls.push(stall)
    },
  })

  hooks.beforeEach(async () => {
    await waitUntilReady(watchdog)
    await watchdog.settle()
    stalls = []
  })
  hooks.afterEach(async () => {
    await watchdog.settle()
    const found = stalls
    stalls = []
    if (found.length > 0) throw new StallError(found)
  })
  hooks.afterAll?.(() => watchdog.stop())
}

/** The promise alone does not keep a process alive in which nothing else happens. */
async function waitUntilReady({ ready }: Watchdog): Promise<void> {
  const alive = setInterval(() => {}, 1000)
  await ready
  clearInterval(alive)
}

function globalHooks(): TestHooks {
  const { beforeEach, afterEach, afterAll } = globalThis as Partial<TestHooks>
  if (typeof beforeEach !== 'function' || typeof afterEach !== 'function') {
    throw new TypeError(
      'failOnStalls finds no global beforeEach and afterEach: give them as its second argument.',
    )
  }
  return { beforeEach, afterEach, ...(afterAll && { afterAll }) }
}
