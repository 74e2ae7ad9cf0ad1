import type { Runtime, Session } from 'node:inspector'

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
 * @param threadId of the watched thread; 0 is the main one.
 * @param snapshotExpression gives a TurnSnapshot as JSON.
 * @param onDone gets null when the thread did not answer.
 */
export function captureStack(
  threadId: number,
  snapshotExpression: string,
  onDone: (capture: Capture | null) => void,
): RunningCapture {
  const inspector = process.getBuiltinModule('node:inspector')
  const session = new inspector.Session()
  let requestedAt = now()
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
  const finish = (answer: Runtime.EvaluateReturnType | null): void => {
    const snapshot = answer && readSnapshot(answer)
    if (disconnect()) onDone(snapshot && { requestedAt, snapshot })
  }

  try {
    session.connectToMainThread()
    requestedAt = now()
    const evaluate = threadId === 0 ? evaluateInMainThread : evaluateInWorker(threadId)
    evaluate(session, { expression: snapshotExpression, returnByValue: true, silent: true }, finish)
  } catch {
    queueMicrotask(() => finish(null))
  }
  return { cancel: () => void disconnect() }
}

type Evaluate = (
  session: Session,
  what: Runtime.EvaluateParameterType,
  onAnswer: (answer: Runtime.EvaluateReturnType | null) => void,
) => void

const evaluateInMainThread: Evaluate = (session, what, onAnswer) => {
  session.post('Runtime.evaluate', what, (error, answer) => onAnswer(error ? null : answer))
}

/**
 * A session reaches a worker thread through the main one, which hands messages on between any two
 * of its own iterations; if that hangs in native code, there is no answer.
 */
function evaluateInWorker(threadId: number): Evaluate {
  return (session, what, onAnswer) => {
    // What it was sent before it ended still arrives, and a throwing listener becomes a warning of the process.
    const unlessEnded = (post: () => void): void => {
      try {
        post()
      } catch {
        // It has ended, and nobody waits for an answer.
      }
    }
    session.on('NodeWorker.attachedToWorker', ({ params: { sessionId, workerInfo } }) => {
      // `[worker 3]`, and the name of the thread behind it; the number is the thread's.
      if (!workerInfo.title.startsWith(`[worker ${threadId}]`)) return
      const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: what })
      unlessEnded(() => session.post('NodeWorker.sendMessageToWorker', { sessionId, message }))
    })
    session.on('NodeWorker.receivedMessageFromWorker', ({ params: { message } }) => {
      const { id, result } = JSON.parse(message) as { id?: number; result?: Runtime.EvaluateReturnType }
      if (id !== 1) return
      unlessEnded(() => session.post('NodeWorker.disable', () => onAnswer(result ?? null)))
    })
    session.post('NodeWorker.enable', { waitForDebuggerOnStart: false }, (error) => {
      if (error) onAnswer(null)
    })
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
