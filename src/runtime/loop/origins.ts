import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { clearTimeout, setTimeout } from 'node:timers'
import { compileFunction } from 'node:vm'
import * as asyncHooks from 'node:async_hooks'

import { now } from '../clock.js'
import type { Origin, RawFrame } from '../messages.js'
import type { ResolvedOptions } from '../options.js'
import { parseStackLine } from '../stack-frames.js'
import { warn } from '../write-text.js'

/** Tells where callbacks that blocked were scheduled. */
export interface Origins {
  /** The callback that blocked longest since the last call, or null. */
  takeLongest(): Origin | null
  /** Listens for a while, unless that was done just now. */
  openWindow(): void
  stop(): void
}

type BlockedAt = (
  onBlocked: (durationMs: number, stack: readonly string[], resource: { type: string }) => void,
  options: { threshold: number },
) => { stop(): void }

/** While blocked-at listens, a request costs several times as much. */
const windowMs = 5000
const pauseMs = 30_000
/** Node's frames above the call that scheduled are up to ten. */
const stackDepth = 30

/** Runs blocked-at as `options.origins` says. */
export function watchOrigins({ origins, thresholdMs }: ResolvedOptions): Origins {
  let running: { stop(): void } | null = null
  let timer: NodeJS.Timeout | undefined
  let openedAt = -Infinity
  let longest: Origin | null = null
  let isBroken = false

  const close = (): void => {
    clearTimeout(timer)
    running?.stop()
    running = null
  }
  const onBlocked = (durationMs: number, stack: readonly string[], type: string): void => {
    if (longest && longest.durationMs >= durationMs) return
    const frames = stack.map(parseStackLine).filter((frame): frame is RawFrame => frame !== null)
    longest = { frames, type, durationMs }
  }
  const open = (): void => {
    if (running || isBroken) return
    try {
      running = startBlockedAt(thresholdMs, onBlocked)
      openedAt = now()
    } catch (error) {
      isBroken = true
      warn(`blocked-at cannot run: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  if (origins === 'always') open()
  return {
    takeLongest: () => {
      const origin = longest
      longest = null
      // One answer is what the window was for.
      if (origin && origins === 'after-stall') close()
      return origin
    },
    openWindow: () => {
      if (origins !== 'after-stall' || now() - openedAt < pauseMs) return
      open()
      timer = setTimeout(close, windowMs)
      timer.unref()
    },
    stop: close,
  }
}

/**
 * Starts a copy of blocked-at that nothing else holds on to: it keeps a stack for every resource
 * it has seen, and frees them only together with itself.
 */
function startBlockedAt(
  thresholdMs: number,
  onBlocked: (durationMs: number, stack: readonly string[], type: string) => void,
): { stop(): void } {
  const require = createRequire(import.meta.url)
  const file = require.resolve('blocked-at')
  const module = { exports: {} as BlockedAt }
  const load = compileFunction(readFileSync(file, 'utf8'), ['module', 'require'], {
    filename: file,
  }) as (module: { exports: BlockedAt }, require: (name: string) => unknown) => void
  load(module, (name) => (name === 'async_hooks' ? boundedAsyncHooks() : require(name)))

  const limit = Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit')
  try {
    return module.exports(
      (durationMs, stack, { type }) => {
        try {
          onBlocked(durationMs, stack, type)
        } catch {
          // blocked-at calls from within an async hook, where an exception ends the process.
        }
      },
      { threshold: thresholdMs },
    )
  } finally {
    // It sets the limit to Infinity and leaves it there.
    if (limit) Object.defineProperty(Error, 'stackTraceLimit', limit)
  }
}

/** Lets blocked-at see deep enough without changing the stacks of the program's own errors. */
function boundedAsyncHooks(): Pick<typeof asyncHooks, 'createHook'> {
  return {
    createHook: (callbacks) => {
      const init = callbacks.init?.bind(callbacks)
      if (!init) return asyncHooks.createHook(callbacks)
      return asyncHooks.createHook({
        ...callbacks,
        init: (...resource) => {
          const limit = Error.stackTraceLimit
          try {
            Error.stackTraceLimit = stackDepth
            init(...resource)
          } catch {
            // As above; a program may have a throwing `Error.prepareStackTrace`.
          } finally {
            Error.stackTraceLimit = limit
          }
        },
      })
    },
  }
}
