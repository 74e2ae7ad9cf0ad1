import { BroadcastChannel, getEnvironmentData, type MessagePort, receiveMessageOnPort, threadId } from 'node:worker_threads'
import { type AskedFile, nowhere } from '../asked-file.js'
import type { Declarations } from '../declared/declarations.js'
import type { ParsedSource } from '../extract/extract-facts.js'
import { realPathOf, SourceTree } from '../index-files/source-tree.js'
import { NestingError } from '../nesting-error.js'
import { saveAtExit } from '../save-at-exit.js'
import { answersKey, ENDED, LISTENS, PULSE, type Reply, type Request, SENT, type ThreadHandle } from './messages.js'

// It takes a fraction of a second to start, if it can.
const startsInMs = 10_000
// A thread that is gone shows in nothing while this one waits, and one that links a large project gives no sign.
const longestLinkMs = 60_000
const looksAgainMs = 1000

/** Under which a process keeps the handle of the thread of this very package. */
export const environmentKey = `eslint-plugin-event-loop ${import.meta.url}`

/** How to go on without the thread. */
interface Otherwise {
  /** When it cannot tell. */
  here(): AskedFile
  /** When the project has no such file. */
  alone(): AskedFile
}

/**
 * The thread that analyses the project of a process, as the threads see it that lint there.
 *
 * Rules are synchronous, so they wait for it. It tells what it has found in all files as soon as it has, after
 * which nobody has to ask any more.
 */
export class AnalysisThread {
  readonly root: string
  readonly #state: ThreadHandle['state']
  readonly #channel: BroadcastChannel
  readonly #tree: SourceTree
  readonly #patienceMs: number
  #files: ReadonlyMap<string, { readonly hash: string; readonly at: number }> = new Map()
  readonly #all = new Map<string, readonly unknown[]>()
  #asked = 0
  #isGone = false

  constructor({ root, channel, state }: ThreadHandle, patienceMs = longestLinkMs) {
    this.root = root
    this.#tree = new SourceTree(root)
    this.#patienceMs = patienceMs
    this.#state = state
    this.#channel = new BroadcastChannel(channel)
    this.#channel.unref()
  }

  /** A file of its project. It is asked about as `fileOfSource` says. @param hash The SHA-1 of the source's text. */
  fileOf(source: ParsedSource, hash: string, declarations: Declarations, otherwise: Otherwise): AskedFile {
    // Nobody has to be asked for these.
    if (this.#tree.isTest(source.file)) return { answer: (_, find) => find(nowhere) }
    let instead: AskedFile | null = null
    return {
      answer: (question, find) => {
        if (instead === null) {
          const reply = this.#find(source, hash, question, declarations)
          if (reply.type === 'answered') return reply.answer as ReturnType<typeof find>
          if (reply.type === 'too-deep') throw new NestingError()
          instead = reply.type === 'alone' ? otherwise.alone() : otherwise.here()
        }
        return instead.answer(question, find)
      },
    }
  }

  #find({ file, text }: ParsedSource, hash: string, question: string, declarations: Declarations): Reply {
    const key = answersKey(question, declarations)
    const known = this.#known(key, file, hash)
    if (known !== undefined) return { type: 'answered', id: '', answer: known }
    return this.#exchange((id) => ({ type: 'ask', id, question, declarations, file, text, hash }))
  }

  /** What all were told; undefined for what is not among it. */
  #known(key: string, file: string, hash: string): unknown {
    if (!this.#all.has(key)) this.#receive('')
    const answers = this.#all.get(key)
    if (answers === undefined) return undefined
    const listed = this.#files.get(file) ?? this.#files.get(realPathOf(file) ?? file)
    return listed?.hash === hash ? answers[listed.at] : undefined
  }

  /** Asks and waits. */
  #exchange(request: (id: string) => Request): Reply {
    const id = `${threadId}:${this.#asked}`
    if (this.#isGone) return { type: 'failed', id }
    if (this.#asked === 0) saveAtExit(() => this.#exchange((saving) => ({ type: 'save', id: saving })))
    this.#asked += 1
    const listens = (): true | null => (Atomics.load(this.#state, LISTENS) === 1 ? true : null)
    let reply: Reply | null = null
    // What is sent before is lost.
    if (this.#waitFor(listens, Math.min(startsInMs, this.#patienceMs))) {
      this.#channel.postMessage(request(id))
      reply = this.#waitFor(() => this.#receive(id), this.#patienceMs)
    }
    this.#isGone = reply === null
    return reply ?? { type: 'failed', id }
  }

  /** What `look` gives, as soon as it does; null once the thread has ended or given no sign for too long. */
  #waitFor<Result>(look: () => Result | null, patienceMs: number): Result | null {
    let pulse = Atomics.load(this.#state, PULSE)
    let pulsedAt = performance.now()
    while (Atomics.load(this.#state, ENDED) === 0 && performance.now() - pulsedAt < patienceMs) {
      const sent = Atomics.load(this.#state, SENT)
      const result = look()
      if (result !== null) return result
      Atomics.wait(this.#state, SENT, sent, Math.min(looksAgainMs, patienceMs))
      const later = Atomics.load(this.#state, PULSE)
      if (later !== pulse) pulsedAt = performance.now()
      pulse = later
    }
    return null
  }

  /** Takes in what has come; the reply to a request, if it has. */
  #receive(id: string): Reply | null {
    // Node.js takes either; its types know ports only.
    const port = this.#channel as unknown as MessagePort
    let own: Reply | null = null
    for (let got = receiveMessageOnPort(port); got !== undefined; got = receiveMessageOnPort(port)) {
      // What others ask comes by as well.
      const message = got.message as Reply | Request
      if (message.type === 'all') this.#all.set(message.key, message.answers)
      else if (message.type === 'listed') {
        this.#files = new Map(message.files.map(([file, hash], at) => [file, { hash, at }]))
      } else if (message.type !== 'ask' && message.type !== 'save' && message.id === id) own = message
    }
    return own
  }
}

let found: AnalysisThread | null | undefined

/** The thread that analyses a project in this process; null when there is none. @param root Absolute path. */
export function analysisThreadOf(root: string): AnalysisThread | null {
  if (found === undefined) {
    const handle = getEnvironmentData(environmentKey) as unknown as ThreadHandle | undefined
    found = handle === undefined ? null : new AnalysisThread(handle)
  }
  return found?.root === root ? found : null
}
