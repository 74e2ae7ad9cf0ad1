import { now } from '../clock.js'
import type { JournalSummary, RawFrame } from '../messages.js'
import { nodeMajor } from '../node-version.js'
import { Flag, Text, Time, writeText, type SharedMemory } from '../shared-memory.js'
import type { Allowances } from './allowances.js'
import { callerFrames } from './caller-frames.js'
import { CallTally, summarise } from './call-tally.js'
import { describeArgument, sizeOfResult } from './describe-argument.js'
import { hideFromStack } from './hide-from-stack.js'
import { inputSize, largeSize } from './input-size.js'
import { isSlowCall } from './is-slow-call.js'
import type { JournalGate, JournalledApi } from './journalled-apis.js'
import { keepLastMatch } from './keep-last-match.js'
import type { RequestContext, RequestTracker } from './request-context.js'
import { wrapBuiltins, type BuiltinFunction } from './wrap-builtins.js'

/** Which synchronous API is running, since when, with what. */
export interface Journal {
  /** What the turn's calls have come to, without the one that runs. */
  soFar(): JournalSummary | null
  /** Forgets the turn's calls, and says what they came to if that is wanted. */
  endTurn(isWanted: boolean): JournalSummary | null
  stop(): void
}

// Taken before it is wrapped.
const { stringify } = JSON

/** As much as fits into the text for it. */
const callerDepth = 16

/** After calls that took so long, reading the stack of whoever made them costs nothing in comparison. */
const callerWorthMs = 4

/** The one before took so long that the stack of the next is worth reading beforehand. */
const slowCallMs = 20

/** Wraps the blocking builtins, so that the watcher can name the one that hangs. */
export function installJournal(
  memory: SharedMemory,
  requests: RequestTracker,
  allowances: Allowances,
): Journal {
  const { flags, times } = memory
  const { apply } = Reflect
  const touched = new Set<CallTally>()
  let isRunning = false
  let writtenName: string | null = null
  let writtenArgument: string | null = null
  let writtenContext: RequestContext | undefined
  let isRouteWritten = false

  const writeRequest = (context: RequestContext | undefined, withRoute: boolean): void => {
    if (context === writtenContext && (isRouteWritten || !withRoute)) return
    if (context === undefined) flags[Flag.RequestLength] = 0
    else if (withRoute) keepLastMatch(() => context.write(memory, true))
    else context.write(memory, false)
    writtenContext = context
    isRouteWritten = withRoute
  }

  /** Tells the watcher what begins; whatever fails here must not reach the program. */
  const enter = (
    name: string,
    argument: string | null,
    caller: readonly RawFrame[] | null,
    context: RequestContext | undefined,
    withRoute: boolean,
  ): void => {
    Atomics.add(flags, Flag.JournalVersion, 1)
    if (name !== writtenName) {
      writeText(memory, Text.api, name)
      writtenName = name
    }
    if (argument !== writtenArgument) {
      writeText(memory, Text.argument, argument ?? '')
      writtenArgument = argument
    }
    writeRequest(context, withRoute)
    if (caller) writeText(memory, Text.caller, stringify(caller))
    else flags[Flag.CallerLength] = 0
    flags[Flag.InCall] = 1
    times[Time.JournalStart] = now()
    Atomics.add(flags, Flag.JournalVersion, 1)
  }

  const wrap = (api: JournalledApi, original: BuiltinFunction): BuiltinFunction => {
    const tally = new CallTally(api)
    const isWorthNoting = gates[api.gate]
    const isUnsized = api.gate === 'object'
    const canBeAsked = answersInside(api)

    const call = (self: unknown, parameters: ArrayLike<unknown>): unknown => {
      isRunning = true
      // Of what is called often and mostly quick, the argument and the route can wait until it has taken long.
      const argument = isUnsized ? null : describeArgument(api, parameters, self)
      const isSlow = tally.lastMs > slowCallMs || (!isUnsized && isSlowCall(api, parameters))
      const isOpened = allowances.enterCall()
      const isAllowed = allowances.isOpen()
      const caller = isSlow ? callerFrames(journalled, callerDepth) : null
      const noted = isSlow || !canBeAsked ? requests.current() : undefined
      enter(tally.name, argument, caller, noted, isSlow || !isUnsized)
      const beganAt = times[Time.JournalStart] ?? 0
      let result: unknown
      try {
        result = apply(original, self, parameters)
        return result
      } finally {
        const tookMs = now() - beganAt
        flags[Flag.InCall] = 0
        isRunning = false
        if (isOpened) allowances.leaveCall()
        if (tally.calls === 0) touched.add(tally)
        if (tally.add(tookMs, isAllowed)) {
          tally.longest = { argument, result: sizeOfResult(api, result), context: noted ?? requests.current() }
        }
        if (tally.unattributedMs > callerWorthMs) {
          tally.attribute(callerFrames(journalled, callerDepth))
          requests.markBlocker(noted ?? requests.current())
          wrapped.wrapLoaded()
        }
      }
    }

    // A method, because like most builtins these are no constructors.
    const { journalled } = {
      journalled(this: unknown): unknown {
        try {
          // A builtin that calls another one is one call.
          if (isRunning || !isWorthNoting(this, arguments)) return apply(original, this, arguments)
          return call(this, arguments)
        } catch (error) {
          hideFromStack(error, journalled)
          throw error
        }
      },
    }
    return journalled
  }
  const wrapped = wrapBuiltins(wrap)

  return {
    soFar: () => summarise(touched),
    endTurn: (isWanted) => {
      wrapped.wrapLoaded()
      if (touched.size === 0) return null
      const summary = isWanted ? summarise(touched) : null
      for (const tally of touched) tally.reset()
      touched.clear()
      return summary
    },
    stop: wrapped.restore,
  }
}

/**
 * Whether V8 attends to interrupts within a call, so that a look at it tells which request it is for: to write the
 * request beforehand, as must be done for all others, was half of what noting such a call took.
 */
function answersInside({ path }: JournalledApi): boolean {
  return path === 'JSON.stringify' && nodeMajor < 25
}

type Gate = (receiver: unknown, parameters: ArrayLike<unknown>) => boolean

const gates: Record<JournalGate, Gate> = {
  always: () => true,
  large: (_receiver, { 0: first }) => inputSize(first) >= largeSize,
  'large-second': (_receiver, { 1: second }) => inputSize(second) >= largeSize,
  'large-receiver': (receiver) => inputSize(receiver) >= largeSize,
  object: (_receiver, { 0: first }) => typeof first === 'object' && first !== null,
  'no-callback': (_receiver, parameters) => typeof parameters[parameters.length - 1] !== 'function',
}
