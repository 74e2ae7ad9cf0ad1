import { Session, type Runtime } from 'node:inspector'

import { now } from '../clock.js'
import type { TurnSnapshot } from '../messages.js'

/** What the watched thread was executing. */
export interface Capture {
  readonly requestedAt: number
  readonly snapshot: TurnSnapshot
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

/**
 * Has the watched thread describe its own stack, in the middle of whatever it executes.
 *
 * V8 attends to an inspector's messages between any two iterations of a loop and at any call, so
 * an evaluated expression runs on top of the interrupted frames and finds them in its stack trace.
 * That takes under a millisecond, where `Debugger.enable`, which `Debugger.pause` needs, takes some
 * 30 to 170 ms, because it announces every script. A session that stayed connected would print
 * "Waiting for the debugger to disconnect..." when the program ends, so each capture has its own.
 *
 * @param snapshotExpression gives a TurnSnapshot as JSON.
 */
export function captureStack(
  snapshotExpression: string,
  onDone: (outcome: CaptureOutcome) => void,
): RunningCapture {
  const session = new Session()
  const requestedAt = now()
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

  const finishUnlessPaused = (capture: Capture): void => {
    // A thread that stands at a breakpoint still evaluates. It says that it is paused before it
    // answers `Debugger.enable`.
    session.on('Debugger.paused', () => finish({ type: 'breakpoint' }))
    session.post('Debugger.enable', () => finish({ type: 'captured', capture }))
  }

  try {
    session.connectToMainThread()
    session.post(
      'Runtime.evaluate',
      { expression: snapshotExpression, returnByValue: true, silent: true },
      (error, answer) => {
        const snapshot = error ? null : readSnapshot(answer)
        if (!snapshot) finish({ type: 'failed' })
        else if (snapshot.isDebugged) finishUnlessPaused({ requestedAt, snapshot })
        else finish({ type: 'captured', capture: { requestedAt, snapshot } })
      },
    )
  } catch {
    queueMicrotask(() => finish({ type: 'failed' }))
  }
  return { cancel: () => finish(null) }
}

function readSnapshot({ result }: Runtime.EvaluateReturnType): TurnSnapshot | null {
  if (typeof result.value !== 'string') return null
  try {
    return JSON.parse(result.value) as TurnSnapshot
  } catch {
    return null
  }
}
