import { runningWatchdog } from '../registry.js'

export interface AllowBlockingOptions {
  /** Milliseconds for which it may hold the loop at a stretch; without it, as long as it takes. */
  readonly budgetMs?: number
}

/**
 * Runs a function that may hold the event loop, because somebody decided so, and gives what it
 * gives. Inside of it the linter reports nothing, and the watchdog nothing that stays within the
 * budget: what runs synchronously, and of an asynchronous function what runs until its promise
 * settles. While a watchdog runs, a plain promise comes back as another one that settles alike.
 *
 * @param reason why it may: `read once an hour, 2 kB`
 * @param run called once, with no arguments; may be asynchronous
 * @throws TypeError that names the argument, when one is wrong; and whatever `run` throws
 */
export function allowBlocking<Result>(reason: string, run: () => Result): Result
export function allowBlocking<Result>(
  reason: string,
  options: AllowBlockingOptions,
  run: () => Result,
): Result
export function allowBlocking<Result>(
  reason: string,
  optionsOrRun: AllowBlockingOptions | (() => Result),
  last?: () => Result,
): Result {
  const [options, run] =
    typeof optionsOrRun === 'function' ? [{}, optionsOrRun] : [optionsOrRun, last]
  if (typeof reason !== 'string' || reason.trim() === '') {
    throw new TypeError(`allowBlocking needs a reason as a text; it got ${shown(reason)}.`)
  }
  if (typeof run !== 'function') {
    throw new TypeError(`allowBlocking needs a function to run; it got ${shown(run)}.`)
  }
  checkOptions(options)
  const watchdog = runningWatchdog()
  if (!watchdog) return run()
  return watchdog.allowances.run({ reason, budgetMs: options.budgetMs ?? null }, run)
}

function checkOptions(options: unknown): void {
  if (typeof options !== 'object' || options === null) {
    throw new TypeError(`allowBlocking takes its options as an object; it got ${shown(options)}.`)
  }
  for (const name of Object.keys(options)) {
    if (name !== 'budgetMs') {
      throw new TypeError(`allowBlocking has no option ${shown(name)}; it has \`budgetMs\`.`)
    }
  }
  const { budgetMs } = options as AllowBlockingOptions
  const isBudget = typeof budgetMs === 'number' && Number.isFinite(budgetMs) && budgetMs > 0
  if (budgetMs !== undefined && !isBudget) {
    throw new TypeError(`budgetMs must be a number of milliseconds above 0; it is ${shown(budgetMs)}.`)
  }
}

function shown(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value)
}
