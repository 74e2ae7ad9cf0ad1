import { Session, type Debugger, type Runtime } from 'node:inspector'

import { now } from '../clock.js'
import type { RawFrame, TurnSnapshot } from '../messages.js'

/** What the watched thread was executing. */
export interface Capture {
  /** Innermost first, internals included. */
  readonly frames: readonly RawFrame[]
  readonly requestedAt: number
  /** When the thread next attended to requests: at once, unless it was in native code. */
  readonly servedAt: number
  /** Null when the thread could not tell. */
  readonly turn: TurnSnapshot | null
}

export type CaptureOutcome =
  | { readonly type: 'captured'; readonly capture: Capture }
  /** The thread stands at somebody's breakpoint. */
  | { readonly type: 'breakpoint' }
  | { readonly type: 'failed' }

export interface RunningCapture {
  /** Ends the session; `onDone` is not called any more. */
  cancel(): void
}

// Enough for any readable report, and a bound for runaway recursion.
const maximumFrames = 60

/**
 * Pauses the watched thread for about a millisecond and reads its stack.
 *
 * A session that stayed connected would halt the program at `debugger;` and print "Waiting for the
 * debugger to disconnect..." when it ends, so each capture has its own.
 *
 * @param snapshotExpression is evaluated on the watched thread, and gives a TurnSnapshot as
 * JSON.
 */
export function captureStack(
  snapshotExpression: string,
  onDone: (outcome: CaptureOutcome) => void,
): RunningCapture {
  const session = new Session()
  const requestedAt = now()
  // Call frames name their script by number only.
  const urls = new Map<string, string>()
  let turn: TurnSnapshot | null = null
  let isEnabled = false
  let isDone = false

  const finish = (outcome: CaptureOutcome | null): void => {
    if (isDone) return
    isDone = true
    try {
      session.disconnect()
    } catch {
      // The watched thread is gone: nothing is left to disconnect from.
    }
    if (outcome) onDone(outcome)
  }

  session.on('Debugger.scriptParsed', ({ params }) => {
    urls.set(params.scriptId, params.url)
  })
  session.on('Debugger.paused', ({ params }) => {
    // A thread that already stood still says so before it answers `Debugger.enable`; resuming it
    // would run over the user's breakpoint.
    if (!isEnabled) return finish({ type: 'breakpoint' })
    const frames = params.callFrames.slice(0, maximumFrames).map((frame) => toRawFrame(frame, urls))
    const capture = { frames, requestedAt, servedAt: turn?.time ?? now(), turn }
    session.post('Debugger.resume', () => finish({ type: 'captured', capture }))
  })

  try {
    session.connectToMainThread()
    // First, because enabling the debugger takes as long as there are scripts to announce.
    session.post(
      'Runtime.evaluate',
      { expression: snapshotExpression, returnByValue: true, silent: true },
      (error, answer) => {
        turn = error ? null : readSnapshot(answer)
      },
    )
    session.post('Debugger.enable', (error) => {
      isEnabled = true
      if (error) finish({ type: 'failed' })
    })
    session.post('Debugger.pause')
  } catch {
    queueMicrotask(() => finish({ type: 'failed' }))
  }
  return { cancel: () => finish(null) }
}

function toRawFrame(frame: Debugger.CallFrame, urls: ReadonlyMap<string, string>): RawFrame {
  const { scriptId, lineNumber, columnNumber = 0 } = frame.location
  return {
    functionName: frame.functionName,
    url: urls.get(scriptId) ?? frame.url,
    line: lineNumber + 1,
    column: columnNumber + 1,
    functionLine: (frame.functionLocation?.lineNumber ?? lineNumber) + 1,
  }
}

function readSnapshot({ result }: Runtime.EvaluateReturnType): TurnSnapshot | null {
  if (typeof result.value !== 'string') return null
  try {
    return JSON.parse(result.value) as TurnSnapshot
  } catch {
    return null
  }
}
