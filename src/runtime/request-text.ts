import type { ServedRequest } from './messages.js'
import { type SharedMemory, Text, writeText } from './shared-memory.js'

/** Longer texts are copied faster by native code, though to call it takes as long as some forty characters. */
const fewCharacters = 40

/**
 * Writes a request for the watcher, which reads it while the loop hangs: its method, its route and its path, a line
 * each. This is done before many a call, and to make a text first would take longer than all else that is done for one.
 * @param target As the request line has it: a path with a query, mostly.
 */
export function writeRequestText(memory: SharedMemory, method: string, route: string | null, target: string): void {
  const { flags, text } = memory
  const { offset, length } = Text.request
  let end = hasOrigin(target) ? notCopied : copyLine(text, offset, method)
  end = copyLine(text, end, route ?? '')
  end = copyLine(text, end, target, true)
  if (end === notCopied) writeText(memory, Text.request, `${method}\n${route ?? ''}\n${pathOf(target)}`)
  else flags[length] = end - 1 - offset
}

const lineBreak = 10
const lastOfAscii = 127
/** Where a line ends that is too long or not ASCII. */
const notCopied = -1

/** @returns where the next line begins. */
function copyLine(text: Buffer, start: number, line: string, isTarget = false): number {
  if (start === notCopied) return notCopied
  const limit = Text.request.offset + fewCharacters
  let end = start
  for (let index = 0; index < line.length; index += 1) {
    const code = line.charCodeAt(index)
    if (isTarget && endsPath(code)) break
    if (code > lastOfAscii || end === limit) return notCopied
    text[end] = code
    end += 1
  }
  text[end] = lineBreak
  return end + 1
}

/** Null for no request. A path that was too long for its place lacks its end. */
export function readRequestText(text: string): ServedRequest | null {
  const [method, route, ...path] = text.split('\n')
  if (method === undefined || route === undefined) return null
  return { method, path: path.join('\n'), route: route === '' ? null : route }
}

/** Queries carry tokens and names of people; the absolute form carries credentials. */
export function pathOf(target: string): string {
  if (hasOrigin(target)) return new URL(target).pathname
  // No expression, for that would be the program's last match.
  for (let index = 0; index < target.length; index += 1) {
    if (endsPath(target.charCodeAt(index))) return target.slice(0, index)
  }
  return target
}

const slash = 47
const questionMark = 63
const hash = 35

function hasOrigin(target: string): boolean {
  return target.charCodeAt(0) !== slash && URL.canParse(target)
}

function endsPath(code: number): boolean {
  return code === questionMark || code === hash
}
