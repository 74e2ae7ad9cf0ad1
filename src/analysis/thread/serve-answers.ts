import { BroadcastChannel } from 'node:worker_threads'
import type { FileInProject } from '../asked-file.js'
import type { Declarations } from '../declared/declarations.js'
import type { ParsedSource } from '../extract/extract-facts.js'
import { NestingError } from '../nesting-error.js'
import { ParseFailure, parseSource } from '../parse.js'
import { WorkspaceFiles } from '../workspace-files.js'
import { answersKey, LISTENS, PULSE, type Reply, type Request, SENT, type ThreadHandle } from './messages.js'

export type Find = (file: FileInProject) => unknown

// Somebody may ask in the meantime, and waits.
const sliceMs = 2

/**
 * Analyses a project and answers whoever asks, for as long as the process lives.
 * @param findFor What a question asks of each file.
 */
export function serveAnswers(handle: ThreadHandle, findFor: (question: string) => Find): void {
  new AnswerServer(handle, findFor).start()
}

/** One question on its way through all files. */
interface Survey {
  readonly key: string
  readonly question: string
  readonly declarations: Declarations
  readonly find: Find
  readonly answers: unknown[]
  /** Who has asked since all were told: a worker that began later. */
  readonly toldTo: Set<string>
}

class AnswerServer {
  readonly #state: ThreadHandle['state']
  readonly #channel: BroadcastChannel
  readonly #findFor: (question: string) => Find
  readonly #workspace: WorkspaceFiles
  readonly #surveys = new Map<string, Survey>()
  #files: readonly (readonly [file: string, hash: string])[] = []
  #isSurveying = false

  constructor({ root, channel, state }: ThreadHandle, findFor: (question: string) => Find) {
    this.#state = state
    this.#channel = new BroadcastChannel(channel)
    this.#findFor = findFor
    this.#workspace = new WorkspaceFiles(root, {
      onOwnThread: true,
      onProgress: () => Atomics.add(state, PULSE, 1),
    })
  }

  start(): void {
    // What is asked while it opens is heard afterwards.
    this.#channel.onmessage = ({ data }: { readonly data: unknown }) => this.#receive(data as Request | Reply)
    Atomics.store(this.#state, LISTENS, 1)
    this.#signal()
    this.#workspace.open()
  }

  #receive(message: Request | Reply): void {
    if (message.type === 'save') {
      this.#workspace.save()
      this.#send({ type: 'saved', id: message.id })
    } else if (message.type === 'ask') this.#answer(message)
  }

  #answer(request: Extract<Request, { type: 'ask' }>): void {
    const { id, question, declarations, file, text, hash } = request
    const find = this.#findFor(question)
    try {
      const asked = this.#workspace.locate(sourceOf(file, text), hash, declarations)
      if (asked === null) this.#send({ type: 'alone', id })
      else this.#send({ type: 'answered', id, answer: asked.answer(question, find) })
    } catch (error) {
      this.#send({ type: this.#typeOf(error, file), id })
    }
    this.#survey(request, find)
  }

  #typeOf(error: unknown, file: string): 'too-deep' | 'alone' | 'failed' {
    if (error instanceof NestingError) return 'too-deep'
    // The parser of the configuration may read what ours cannot, and has.
    return error instanceof ParseFailure && !this.#workspace.isLinked(file) ? 'alone' : 'failed'
  }

  /** Asks the same of all files, and tells everybody. */
  #survey({ id, question, declarations }: Extract<Request, { type: 'ask' }>, find: Find): void {
    if (this.#surveys.size === 0) this.#files = this.#workspace.hashes
    const key = answersKey(question, declarations)
    const survey = this.#surveys.get(key)
    if (survey === undefined) {
      this.#surveys.set(key, { key, question, declarations, find, answers: [], toldTo: new Set() })
      if (!this.#isSurveying) setImmediate(this.#goOn)
      this.#isSurveying = true
      return
    }
    const asker = id.slice(0, id.indexOf(':'))
    if (survey.answers.length < this.#files.length || survey.toldTo.has(asker)) return
    survey.toldTo.add(asker)
    this.#tell(survey)
  }

  readonly #goOn = (): void => {
    const survey = [...this.#surveys.values()].find(({ answers }) => answers.length < this.#files.length)
    if (survey === undefined) {
      this.#isSurveying = false
      this.#workspace.save()
      return
    }
    const { answers } = survey
    const until = performance.now() + sliceMs
    while (answers.length < this.#files.length && performance.now() < until) {
      const [file = '', hash = ''] = this.#files[answers.length] ?? []
      answers.push(this.#answerAtHand(file, hash, survey))
    }
    if (answers.length === this.#files.length) this.#tell(survey)
    setImmediate(this.#goOn)
  }

  #answerAtHand(file: string, hash: string, { question, declarations, find }: Survey): unknown {
    try {
      return this.#workspace.answerAtHand(file, hash, question, declarations, find)
    } catch {
      // Whoever lints that file is to meet the error.
      return undefined
    }
  }

  #tell({ key, answers }: Survey): void {
    this.#send({ type: 'listed', files: this.#files })
    this.#send({ type: 'all', key, answers })
  }

  #send(reply: Reply): void {
    this.#channel.postMessage(reply)
    this.#signal()
  }

  #signal(): void {
    Atomics.add(this.#state, PULSE, 1)
    Atomics.add(this.#state, SENT, 1)
    Atomics.notify(this.#state, SENT)
  }
}

/** A source that is parsed if somebody looks at its tree: mostly its text is the one that is known. */
function sourceOf(file: string, text: string): ParsedSource {
  let parsed: ParsedSource | undefined
  const parse = (): ParsedSource => (parsed ??= parseSource(file, text))
  return {
    file,
    text,
    get ast() {
      return parse().ast
    },
    get visitorKeys() {
      return parse().visitorKeys
    },
  }
}
