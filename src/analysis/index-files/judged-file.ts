import { messageOf } from './problem.js'
import { readSourceText } from './source-text.js'
import { judgeText, type Verdict } from './verdict.js'

/** What a file's text gave, or why it could not be read. */
export type JudgedFile =
  | { readonly hash: string; readonly verdict: Verdict }
  | { readonly unreadable: string }

/** Reads and judges a file. @param file Absolute path. */
export function judgeFile(file: string): JudgedFile {
  try {
    const { text, hash } = readSourceText(file)
    return { hash, verdict: judgeText(file, text) }
  } catch (error) {
    return { unreadable: messageOf(error) }
  }
}
