import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isObject } from '../index-files/package-json.js'
import { readChecked, writeChecked } from '../index-files/checked-file.js'
import { versionOfCode } from '../own-version.js'
import type { ResolvedBy } from './resolved-by.js'

const fileName = 'answers.json'
// A configuration has a handful of rules; more questions than these come from somebody trying out options.
const mostQuestions = 64

/** By question, then by file: what was found there. */
type Answers = Map<string, Map<string, unknown>>

interface Kept {
  readonly answers: Answers
  readonly resolved: ResolvedBy
}

/**
 * What was found in the files of a project, for the next run in which nothing of the project has changed: it
 * then need not be linked, nor its facts be read.
 *
 * One file holds the answers for one state of one project. What another version of this package wrote, what is
 * damaged, and what was found in another state are the same as nothing.
 */
export class KeptAnswers {
  readonly #folder: string
  readonly #version: string
  #digest = ''
  #answers: Answers = new Map()
  /** What lay on disk when this state was taken up. */
  #kept: Kept | null = null
  #isSaved = true

  /** @param folder Absolute path; it is made when there is something to write. */
  constructor(folder: string, version = currentVersion()) {
    this.#folder = folder
    this.#version = version
  }

  /**
   * Takes up what is kept of this state of the project, or goes on with what is at hand of it.
   * @param isStillMeant Whether imports still mean what they did.
   */
  open(digest: string, isStillMeant: (resolved: ResolvedBy) => boolean): void {
    if (digest !== this.#digest) {
      this.forget()
      this.#digest = digest
      this.#kept = this.#read()
      if (this.#kept !== null) this.#answers = this.#kept.answers
    }
    if (this.#kept !== null && !isStillMeant(this.#kept.resolved)) {
      this.forget()
      this.#digest = digest
    }
  }

  /** Forgets what is at hand. */
  forget(): void {
    this.#digest = ''
    this.#kept = null
    this.#answers = new Map()
    this.#isSaved = true
  }

  /** Whether there may be answers from earlier runs. */
  get isStarted(): boolean {
    return existsSync(join(this.#folder, fileName))
  }

  /** Whether anything is known of this state. */
  get hasAnswers(): boolean {
    return this.#answers.size > 0
  }

  /** What was found in a file; undefined when that is not known. */
  recall(question: string, file: string): unknown {
    return this.#answers.get(question)?.get(file)
  }

  keep(question: string, file: string, answer: unknown): void {
    let byFile = this.#answers.get(question)
    if (byFile === undefined) {
      if (this.#answers.size >= mostQuestions) return
      byFile = new Map()
      this.#answers.set(question, byFile)
    }
    byFile.set(file, answer)
    this.#isSaved = false
  }

  /** Writes what is new, together with what others have written of the same state in the meantime. */
  save(resolved: ResolvedBy): void {
    if (this.#isSaved) return
    this.#isSaved = true
    const all = this.#read()?.answers ?? new Map<string, Map<string, unknown>>()
    for (const [question, byFile] of this.#answers) {
      const known = all.get(question) ?? new Map<string, unknown>()
      for (const [file, answer] of byFile) known.set(file, answer)
      all.set(question, known)
    }
    const answers = Object.fromEntries(
      [...all].map(([question, byFile]) => [question, Object.fromEntries(byFile)]),
    )
    const content = { version: this.#version, digest: this.#digest, resolved, answers }
    writeChecked(this.#folder, fileName, Buffer.from(JSON.stringify(content)))
  }

  #read(): Kept | null {
    const body = readChecked(this.#folder, fileName)
    if (body === null) return null
    try {
      const content = JSON.parse(body.toString('utf8')) as unknown
      if (!isObject(content) || content['version'] !== this.#version) return null
      if (content['digest'] !== this.#digest) return null
      const answers = Object.entries(content['answers'] as Record<string, Record<string, unknown>>)
      return {
        answers: new Map(answers.map(([question, byFile]) => [question, new Map(Object.entries(byFile))])),
        resolved: content['resolved'] as ResolvedBy,
      }
    } catch {
      return null
    }
  }
}

/** Whatever part of this package changes may change what it finds. */
function currentVersion(): string {
  return versionOfCode('./')
}
