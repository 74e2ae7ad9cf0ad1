import type { Declarations } from '../declared/declarations.js'

/** What whoever asks the thread has to know of it; workers of the process that started it are handed it, too. */
export interface ThreadHandle {
  /** Absolute path of the project's root. */
  readonly root: string
  /** Name of the channel that all of them share. */
  readonly channel: string
  /** By the names below. */
  readonly state: Int32Array<SharedArrayBuffer>
}

/** How often the thread, or its end, had something to tell; whoever waits waits for this to change. */
export const SENT = 0
/** Grows while the thread works: as long as it does, it is worth waiting. */
export const PULSE = 1
/** Whether the thread hears what is sent. */
export const LISTENS = 2
/** Whether the thread has ended. */
export const ENDED = 3
export const STATE_LENGTH = 4

export type Request =
  | {
      readonly type: 'ask'
      readonly id: string
      readonly question: string
      readonly declarations: Declarations
      /** Absolute path. */
      readonly file: string
      readonly text: string
      readonly hash: string
    }
  | { readonly type: 'save'; readonly id: string }

export type Reply =
  | { readonly type: 'answered'; readonly id: string; readonly answer: unknown }
  /** The project has no such file, its text is nested too deeply, or the thread cannot tell; or what was asked is done. */
  | { readonly type: 'alone' | 'too-deep' | 'failed' | 'saved'; readonly id: string }
  /** The sources of the project, and the SHA-1 of their texts. */
  | { readonly type: 'listed'; readonly files: readonly (readonly [file: string, hash: string])[] }
  /** What one question finds in each of them, in their order; undefined where that is not known. */
  | { readonly type: 'all'; readonly key: string; readonly answers: readonly unknown[] }

/** Under which the answers to a question are kept: what is declared may change them. */
export function answersKey(question: string, declarations: Declarations): string {
  return `${question} ${declarations.length === 0 ? '' : JSON.stringify(declarations)}`
}
