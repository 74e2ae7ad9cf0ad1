import { now } from '../clock.js'
import type { JournalSummary, RawFrame } from '../messages.js'
import { Flag, Text, Time, writeText, type SharedMemory } from '../shared-memory.js'
import { callerFrames } from './caller-frames.js'
import { describeArgument } from './describe-argument.js'
import { isSlowCall } from './is-slow-call.js'
import type { Allowances } from './allowances.js'
import type { RequestContext, RequestTracker } from './request-context.js'
import { wrapBuiltins, type Builtin, type BuiltinFunction } from './wrap-builtins.js'

/** Which synchronous API is running, since when, with what. */
export interface Journal {
  /** Names of the APIs; the first has number 1 in shared memory. */
  readonly apis: readonly string[]
  /** Forgets the turn's calls, and says what they came to if that is wanted. */
  endTurn(isWanted: boolean): JournalSummary | null
  stop(): void
}

/** As much as fits into the text for it. */
const callerDepth = 16

/** What the calls of one API in one turn came to. */
interface Tally {
  readonly name: string
  calls: number
  totalMs: number
  allowedMs: number
  longestMs: number
  argument: string | null
  caller: readonly RawFrame[] | null
  context: RequestContext | undefined
}

/** Wraps the synchronous builtins, so that the watcher can name the one that hangs. */
export function installJournal(
  memory: SharedMemory,
  requests: RequestTracker,
  allowances: Allowances,
): Journal {
  const { flags, times } = memory
  const apis: string[] = []
  const touched = new Set<Tally>()
  let isRunning = false
  let writtenArgument: string | null = ''
  let writtenContext: RequestContext | undefined

  /** Tells the watcher what begins; whatever fails here must not reach the program. */
  const enter = (
    number: number,
    argument: string | null,
    caller: readonly RawFrame[] | null,
    context: RequestContext | undefined,
  ): void => {
    Atomics.add(flags, Flag.JournalVersion, 1)
    if (argument !== writtenArgument) {
      writeText(memory, Text.argument, argument ?? '')
      writtenArgument = argument
    }
    if (context !== writtenContext) {
      writeText(memory, Text.request, context ? JSON.stringify(context.describe()) : '')
      writtenContext = context
    }
    if (caller) writeText(memory, Text.caller, JSON.stringify(caller))
    else flags[Flag.CallerLength] = 0
    flags[Flag.JournalApi] = number
    times[Time.JournalStart] = now()
    Atomics.add(flags, Flag.JournalVersion, 1)
  }

  const wrap = (builtin: Builtin, original: BuiltinFunction): BuiltinFunction => {
    const name = `${builtin.module}.${builtin.name}`
    const number = apis.push(name)
    const tally: Tally = {
      name,
      calls: 0,
      totalMs: 0,
      allowedMs: 0,
      longestMs: 0,
      argument: null,
      caller: null,
      context: undefined,
    }
    const { apply } = Reflect
    return function journalled(this: unknown): unknown {
      // A builtin that calls another one is one call.
      if (isRunning) return apply(original, this, arguments)
      isRunning = true
      const argument = describeArgument(builtin, arguments)
      const context = requests.current()
      const caller = isSlowCall(builtin, arguments) ? callerFrames(journalled, callerDepth) : null
      const isOpened = allowances.enterCall()
      const isAllowed = allowances.isOpen()
      enter(number, argument, caller, context)
      const beganAt = times[Time.JournalStart] ?? 0
      try {
        return apply(original, this, arguments)
      } catch (error) {
        hideFromStack(error)
        throw error
      } finally {
        const tookMs = now() - beganAt
        flags[Flag.JournalApi] = 0
        isRunning = false
        if (tally.calls === 0) touched.add(tally)
        tally.calls += 1
        tally.totalMs += tookMs
        if (isAllowed) tally.allowedMs += tookMs
        if (isOpened) allowances.leaveCall()
        if (tookMs > tally.longestMs) {
          tally.longestMs = tookMs
          tally.argument = argument
          tally.caller = caller
          tally.context = context
        }
      }
    }
  }
  const restore = wrapBuiltins(wrap)

  return {
    apis,
    endTurn: (isWanted) => {
      if (touched.size === 0) return null
      const summary = isWanted ? summarise(touched) : null
      for (const tally of touched) {
        tally.calls = tally.totalMs = tally.allowedMs = tally.longestMs = 0
        tally.argument = tally.caller = null
        tally.context = undefined
      }
      touched.clear()
      return summary
    },
    stop: restore,
  }
}

function summarise(tallies: Iterable<Tally>): JournalSummary | null {
  let most: Tally | null = null
  for (const tally of tallies) if (!most || tally.totalMs > most.totalMs) most = tally
  if (!most) return null
  const { name, argument, calls, totalMs, allowedMs, longestMs, caller, context } = most
  const request = context?.describe() ?? null
  return { api: name, argument, calls, totalMs, allowedMs, longestMs, caller, request }
}

const ownFrame = /\n {4}at [^\n]*?[\\/]runtime[\\/]loop[\\/]journal\.js[^\n]*/g

/** A program's error texts are to be what they are without a watchdog. */
function hideFromStack(error: unknown): void {
  try {
    if (!(error instanceof Error) || typeof error.stack !== 'string') return
    const stack = error.stack.replace(ownFrame, '')
    if (stack !== error.stack) error.stack = stack
  } catch {
    // A frozen error keeps its stack.
  }
}
