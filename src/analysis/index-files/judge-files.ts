import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import { judgeFile, type JudgedFile } from './judged-file.js'

/** What threads share: the files to judge and, by the names below, two counts. */
export interface JudgeTask {
  readonly files: readonly string[]
  readonly counts: Int32Array<SharedArrayBuffer>
}

/** How many files somebody has taken. */
export const TAKEN = 0
/** How many of those a thread has sent back. */
export const SENT = 1

// A thread has to load and warm up what this one has at hand; with less than this to judge it never makes up for it.
const worthAThread = 10_000_000
const mostThreads = 3
// A thread that sends nothing for so long is given up, and its file judged here.
const patienceMs = 5000

/**
 * Reads and judges files, on several threads when there are many. It returns when all are done, and nothing of
 * the threads is left then. What a file gives does not depend on the thread.
 * @param files Absolute paths.
 * @param onJudged Called for each file, in any order.
 * @param threads How many to start, beside this one.
 */
export function judgeFiles(
  files: readonly string[],
  onJudged: (file: string, judged: JudgedFile) => void,
  threads = 0,
): void {
  const counts = new Int32Array(new SharedArrayBuffer(8))
  const ports = startThreads({ files, counts }, threads)
  const missing = new Set(files.keys())
  const judgeHere = (at: number): void => {
    const file = files[at]
    if (file !== undefined && missing.delete(at)) onJudged(file, judgeFile(file))
  }
  const receive = (): void => {
    for (const port of ports) {
      for (let got = receiveMessageOnPort(port); got !== undefined; got = receiveMessageOnPort(port)) {
        const [at, text] = got.message as [number, string]
        const judged = JSON.parse(text) as JudgedFile
        // How deep code may nest before it is too deep differs between threads; it is this one that decides.
        if ('verdict' in judged && 'failure' in judged.verdict) judgeHere(at)
        else if (missing.delete(at)) onJudged(files[at] ?? '', judged)
      }
    }
  }
  for (let at = Atomics.add(counts, TAKEN, 1); at < files.length; at = Atomics.add(counts, TAKEN, 1)) {
    judgeHere(at)
    receive()
  }
  let lastSent = performance.now()
  while (missing.size > 0 && performance.now() - lastSent < patienceMs) {
    const sent = Atomics.load(counts, SENT)
    const before = missing.size
    receive()
    if (missing.size < before) lastSent = performance.now()
    else Atomics.wait(counts, SENT, sent, 100)
  }
  for (const at of missing) judgeHere(at)
  for (const port of ports) port.close()
}

/** How many threads are worth starting, where this one is the only one at work. */
export function threadsFor(bytes: number): number {
  return Math.min(mostThreads, availableParallelism() - 1, Math.floor(bytes / worthAThread))
}

function startThreads(task: JudgeTask, threads: number): readonly MessagePort[] {
  const script = new URL('./judge-thread.js', import.meta.url)
  if (threads < 1 || !existsSync(fileURLToPath(script))) return []
  const ports: MessagePort[] = []
  try {
    for (let count = 0; count < threads; count += 1) {
      const { port1, port2 } = new MessageChannel()
      const thread = new Worker(script, {
        workerData: { ...task, port: port2 },
        transferList: [port2],
        execArgv: [],
        // Less than the main thread has: what is too deep there never passes here.
        resourceLimits: { stackSizeMb: 1 },
      })
      // Whatever ends it, its files are judged here.
      thread.on('error', () => {})
      thread.unref()
      ports.push(port1)
    }
  } catch {
    // No threads are allowed.
  }
  return ports
}
