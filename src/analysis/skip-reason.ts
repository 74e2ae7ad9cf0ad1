/** Why a file is no source that somebody maintains. */
export type SkipReason = 'minified' | 'bundled' | 'binary' | 'too-large' | 'too-deep'

/** Nobody writes a source file of this size by hand. */
export const MAX_SOURCE_BYTES = 1024 * 1024

const LONG_LINE = 500

/** Fewer could be a joke, or stand in a text. */
const FEW_SHORTENED = 4

/** What bundlers define at the top of what they write; a source may mention these, not define them. */
const BUNDLER_MARKS = [
  /\bfunction __(?:webpack|nccwpck)_require__\(/,
  /^var __commonJS = \(cb, mod\) =>/m,
  /\bparcelRequire\w* = /,
  /\(function\(\)\{function r\(e,n,t\)\{function o\(i,f\)/,
]

/** Why a text is no source that somebody maintains, or null when it is one. */
export const skipReason = (text: string): SkipReason | null => {
  if (text.slice(0, 8000).includes('\0')) return 'binary'
  if (isMinified(text) || isCompressed(text)) return 'minified'
  return BUNDLER_MARKS.some((mark) => mark.test(text)) ? 'bundled' : null
}

/** Most of the code stands in lines that nobody can read; long strings and tables are no code. */
const isMinified = (text: string): boolean => {
  let inLongLines = 0
  let inLongData = 0
  let lineStart = 0
  while (lineStart < text.length) {
    const newline = text.indexOf('\n', lineStart)
    const lineEnd = newline === -1 ? text.length : newline
    if (lineEnd - lineStart > LONG_LINE) {
      const line = text.slice(lineStart, lineEnd)
      if (isCode(line)) inLongLines += line.length
      else inLongData += line.length
    }
    lineStart = lineEnd + 1
  }
  return inLongLines > (text.length - inLongData) / 2
}

/** Minifiers write `!0` for `true` even where they leave the lines as they were; nobody else does. */
const isCompressed = (text: string): boolean => {
  const shortened = text.match(/(?<![\w$)\]])![01](?![\w.])/g)?.length ?? 0
  return shortened >= FEW_SHORTENED && shortened > (text.match(/\b(?:true|false)\b/g)?.length ?? 0)
}

/** Punctuation of statements makes up several percent of code, and next to nothing of data. */
const isCode = (line: string): boolean =>
  (line.match(/[;(){}]/g)?.length ?? 0) > line.length * 0.03
