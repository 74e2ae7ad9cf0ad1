import { availableParallelism } from 'node:os'
import { basename } from 'node:path'
import { isMainThread, setEnvironmentData, Worker } from 'node:worker_threads'
import { findProjectRoot } from '../index-files/find-project-root.js'
import { environmentKey } from './analysis-thread.js'
import { ENDED, SENT, STATE_LENGTH, type ThreadHandle } from './messages.js'

/**
 * Has a project analysed on a thread of its own where ESLint's command line runs, from before ESLint has read
 * its configuration and found the files. In every other process, which may live long, and may not lint at all,
 * nothing is started.
 * @param script What the thread runs; it calls `serveAnswers`.
 */
export function startThread(script: URL): void {
  if (!isMainThread || !isCommandLine() || availableParallelism() === 1) return
  const root = findProjectRoot(process.cwd())
  const state = new Int32Array(new SharedArrayBuffer(STATE_LENGTH * Int32Array.BYTES_PER_ELEMENT))
  const handle: ThreadHandle = { root, channel: `${script.href} ${process.pid}`, state }
  try {
    const thread = new Worker(script, { workerData: handle })
    const end = (): void => {
      Atomics.store(state, ENDED, 1)
      Atomics.add(state, SENT, 1)
      Atomics.notify(state, SENT)
    }
    // Whatever ends it, its work is done where it is asked for.
    thread.on('error', end)
    thread.on('exit', end)
    thread.unref()
    // Handed to all workers that are started from here on, ESLint's own among them.
    setEnvironmentData(environmentKey, handle)
  } catch {
    // No threads are allowed.
  }
}

function isCommandLine(): boolean {
  const { versions, argv } = process
  // Whether others take messages in the middle of a program has not been tried.
  if (versions['bun'] !== undefined || versions['deno'] !== undefined) return false
  return basename(argv[1] ?? '', '.js') === 'eslint'
}
