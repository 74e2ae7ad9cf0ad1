import { Session, type Runtime } from 'node:inspector'

import { now } from '../clock.js'
import type { TurnSnapshot } from '../messages.js'

/** What the watched thread was executing. */
export interface Capture {
  readonly requestedAt: number
  readonly snapshot: TurnSnapshot
}

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
 * @param onDone gets null when the thread did not answer.
 */
export function captureStack(
  snapshotExpression: string,
  onDone: (capture: Capture | null) => void,
): RunningCapture {
  const session = new Session()
  const requestedAt = now()
  let isDone = false

  const disconnect = (): boolean => {
    if (isDone) return false
    isDone = true
    try {
      session.disconnect()
    } catch {
      // The watched thread is gone: nothing is left to disconnect from.
    }
    return true
  }
  const finish = (capture: Capture | null): void => {
    if (disconnect()) onDone(capture)
  }

  try {
    session.connectToMainThread()
    session.post(
      'Runtime.evaluate',
      { expression: snapshotExpression, returnByValue: true, silent: true },
      (error, answer) => {
        const snapshot = error ? null : readSnapshot(answer)
        finish(snapshot && { requestedAt, snapshot })
      },
    )
  } catch {
    queueMicrotask(() => finish(null))
  }
  return { cancel: () => void disconnect() }
}

function readSnapshot({ result }: Runtime.EvaluateReturnType): TurnSnapshot | null {
  if (typeof result.value !== 'string') return null
  try {
    return JSON.parse(result.value) as TurnSnapshot
  } catch {
    return null
  }
}
