import { setTimeout } from 'node:timers'
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'

import { now } from './clock.js'
import type { LoopMessage, StallNotice, WatcherData, WatcherSettings } from './messages.js'
import { Flag, type SharedMemory } from './shared-memory.js'
import { warn } from './write-text.js'

// Taken before watchWorkers replaces it.
const OwnWorker = Worker

/** The way from the watched thread to the one that watches. */
export interface WatcherLink {
  /** Settles when the watcher looks on, or when it is clear that it never will. */
  readonly ready: Promise<void>
  send(message: LoopMessage): void
  /** Waits, only if reports are outstanding and not for long, until they are written, and reads what it is told. */
  flush(): void
  /** Settles when everything that was sent has been dealt with, or after two seconds. */
  settle(): Promise<void>
  /** Lets the watcher end after what it was sent. */
  close(): void
}

/** A process that ends is not held up for longer by reports. */
const reportMs = 60
/** Nor by an open session, which is a matter of a millisecond unless the machine is very busy. */
const sessionMs = 2000

/**
 * Starts the watcher's thread.
 *
 * @param onNotice is called with each stall that is over, when the loop turns or is flushed.
 * @param onLost is called once if the thread ends by itself.
 * @throws what the constructor of Worker throws where threads are not to be had.
 */
export function startWatcherThread(
  settings: WatcherSettings,
  memory: SharedMemory,
  onNotice: (notice: StallNotice) => void,
  onLost: () => void,
): WatcherLink {
  const { flags } = memory
  let isLost = false
  let isClosing = false
  const { port1: notices, port2 } = new MessageChannel()
  notices.on('message', onNotice)
  notices.unref()
  // Without flags and environment of the process, so that no preload runs in this thread.
  const worker = new OwnWorker(new URL('./watcher/thread.cjs', import.meta.url), {
    workerData: { settings, notices: port2 } satisfies WatcherData,
    transferList: [port2],
    execArgv: [],
    env: {},
    // It needs a few megabytes, and some 170 while it decodes the largest source map that it reads; more would be a
    // fault of its own, which must not be the program's.
    resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 2 },
  })
  const { promise: ready, resolve: settle } = withResolver()
  worker.once('message', settle)
  worker.unref()

  const lose = (reason: string): void => {
    if (isLost || isClosing) return
    isLost = true
    settle()
    warn(`the watchdog has ended: ${reason}`)
    onLost()
  }
  worker.on('error', (error) => lose(error instanceof Error ? error.message : String(error)))
  worker.on('exit', (code) => lose(`its thread stopped with code ${code}`))

  const send = (message: LoopMessage): void => {
    if (isLost) return
    Atomics.add(flags, Flag.Sent, 1)
    worker.postMessage(message)
  }
  const waitFor = (isDone: () => boolean, patienceMs: number): void => {
    const deadline = now() + patienceMs
    while (!isDone() && now() < deadline) {
      Atomics.wait(flags, Flag.Handled, Atomics.load(flags, Flag.Handled), 5)
    }
  }
  const readNotices = (): void => {
    for (let read; (read = receiveMessageOnPort(notices)); ) onNotice(read.message as StallNotice)
  }
  return {
    ready,
    send,
    flush: () => {
      // In this order, and the watcher's checks in the opposite one, so that either it sees that
      // the program ends, or its capture is seen here.
      Atomics.store(flags, Flag.Ended, 1)
      const isCapturing = Atomics.load(flags, Flag.Capturing) === 1
      const isIdle = Atomics.load(flags, Flag.Sent) === Atomics.load(flags, Flag.Handled)
      if (!isLost && (!isIdle || isCapturing)) {
        send({ type: 'flush' })
        waitFor(() => Atomics.load(flags, Flag.Handled) === Atomics.load(flags, Flag.Sent), reportMs)
        // A process does not end as long as an inspector session is open.
        waitFor(() => Atomics.load(flags, Flag.Capturing) === 0, sessionMs)
      }
      readNotices()
    },
    settle: async () => {
      if (isLost) return
      send({ type: 'flush' })
      const deadline = now() + settleMs
      while (Atomics.load(flags, Flag.Handled) !== Atomics.load(flags, Flag.Sent)) {
        if (now() > deadline) break
        await new Promise((resolve) => setTimeout(resolve, 2))
      }
      readNotices()
    },
    close: () => {
      send({ type: 'stop' })
      isClosing = true
      notices.close()
    },
  }
}

/** A busy machine may not give the watcher's thread a processor at once. */
const settleMs = 2000

function withResolver(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => {}
  const promise = new Promise<void>((settle) => (resolve = settle))
  return { promise, resolve }
}
