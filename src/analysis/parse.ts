import { extname } from 'node:path'
import type { TSESTree } from '@typescript-eslint/utils'
import { visitorKeys } from '@typescript-eslint/visitor-keys'
import { type OxcError, parseSync } from 'oxc-parser'
import type { ParsedSource } from './extract/extract-facts.js'
import { Positions } from './extract/positions.js'
import type { Range } from './facts.js'
import { isNestedTooDeeply } from './index-files/nesting.js'
import { NestingError } from './nesting-error.js'

/** A text that is no JavaScript or TypeScript. Line and column count from 1. */
export class ParseFailure extends Error {
  readonly line: number
  readonly column: number

  constructor(message: string, line: number, column: number) {
    super(message)
    this.line = line
    this.column = column
  }
}

type SourceLanguage = 'jsx' | 'ts' | 'tsx'

const languages: Readonly<Record<string, SourceLanguage>> = {
  '.ts': 'ts',
  '.mts': 'ts',
  '.cts': 'ts',
  '.tsx': 'tsx',
}

/** What the parser takes a file for, by its name; JSX may stand in every JavaScript file. */
export function languageOf(file: string): SourceLanguage {
  return languages[extname(file)] ?? 'jsx'
}

/**
 * Parses a text into a TS-ESTree tree as @typescript-eslint/parser would give it, but that nodes have `start` and
 * `end` for a `range`, which would be a third of what there is to hand over.
 *
 * The result depends on the text and the file's extension alone. Whether it is an ES module the text
 * says, as Node.js does it for a package without a type: https://nodejs.org/api/packages.html#syntax-detection
 *
 * @param file Absolute path.
 * @param text Without a byte order mark.
 * @throws ParseFailure for broken code and Flow's types, NestingError for code too deep to be walked.
 */
export function parseSource(file: string, text: string): ParsedSource {
  if (isNestedTooDeeply(text)) throw new NestingError()
  const { program } = parse(text, languageOf(file))
  // Parsers differ in where a program begins: at its first token or at the first byte.
  const ast = { ...program, start: 0, end: text.length } as unknown as TSESTree.Program
  return { file, text, ast, visitorKeys }
}

export interface SourceComment {
  readonly type: 'Line' | 'Block'
  /** Without what opens and closes it. */
  readonly text: string
  readonly range: Range
}

/**
 * The comments of a text, in their order.
 * @throws ParseFailure as `parseSource` does.
 */
export function commentsOf(file: string, text: string): readonly SourceComment[] {
  if (isNestedTooDeeply(text)) throw new NestingError()
  const positions = new Positions(text)
  return parse(text, languageOf(file)).comments.map(({ type, value, start, end }) => ({
    type,
    text: value,
    range: positions.rangeBetween(start, end),
  }))
}

type ParseResult = ReturnType<typeof parseSync>

function parse(text: string, lang: SourceLanguage): ParseResult {
  // The parser refuses whatever names Flow in its first comment, also what a compiler already stripped.
  const withoutPragma =
    lang === 'jsx' && text.includes('@flow') ? text.replaceAll('@flow', ' flow') : text
  const result = parseSync('source', withoutPragma, {
    lang,
    sourceType: 'unambiguous',
    // Without the fields of types, which JavaScript has none of, a fifth less is handed over.
    astType: lang === 'jsx' ? 'js' : 'ts',
    preserveParens: false,
  })
  // Errors that leave a tree say nothing about the rest of it; one of them is the `return` at the top level
  // that Node.js allows in CommonJS.
  const { program, errors } = result
  if (errors.length > 0 && program.body.length === 0) throw failureOf(errors, text)
  return result
}

function failureOf(errors: readonly OxcError[], text: string): ParseFailure {
  const [first] = errors
  const start = first?.labels[0]?.start ?? 0
  const [line, column] = new Positions(text).rangeBetween(start, start)
  return new ParseFailure(first?.message ?? 'Unknown syntax error', line, column)
}
