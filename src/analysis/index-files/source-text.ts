import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

export interface SourceText {
  /** As ESLint sees it: without a byte order mark. */
  readonly text: string
  /** The SHA-1 of the text in hexadecimal digits. */
  readonly hash: string
}

/**
 * Reads a source file.
 * @throws A system error when it cannot be read.
 */
export function readSourceText(file: string): SourceText {
  const bytes = readFileSync(file)
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const content = hasMark ? bytes.subarray(3) : bytes
  const text = content.toString('utf8')
  // What is no UTF-8 is another text than its bytes.
  return { text, hash: hashOfText(isUtf8(content) ? content : text) }
}

/** The SHA-1 in hexadecimal digits. */
export function hashOfText(text: Buffer | string): string {
  return createHash('sha1').update(text).digest('hex')
}
