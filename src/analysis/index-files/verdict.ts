import { extractFacts } from '../extract/extract-facts.js'
import type { FileFacts } from '../facts.js'
import { NestingError } from '../nesting-error.js'
import { languageOf, ParseFailure, parseSource } from '../parse.js'
import { type SkipReason, skipReason } from '../skip-reason.js'
import { isObject } from './package-json.js'
import { type IndexProblem, messageOf } from './problem.js'

/** What a text gave: its facts, or why there are none. */
export type Verdict =
  | { readonly facts: FileFacts }
  | { readonly failure: Omit<IndexProblem, 'file'> }
  | { readonly skipped: SkipReason }

export function judgeText(file: string, text: string): Verdict {
  const skipped = skipReason(text)
  if (skipped !== null) return { skipped }
  try {
    return { facts: extractFacts(parseSource(file, text)) }
  } catch (error) {
    if (error instanceof NestingError) return { skipped: 'too-deep' }
    if (error instanceof ParseFailure) {
      const { message, line, column } = error
      return { failure: { message, line, column } }
    }
    return { failure: { message: `Cannot be analysed: ${messageOf(error)}` } }
  }
}

/** Under which a verdict is kept: the same text is another program in another language. */
export function cacheKey(file: string, hash: string): string {
  return `${languageOf(file)}:${hash}`
}

/** Equal texts share a kept verdict, wherever they stand. */
export function withoutPath(verdict: Verdict): Verdict {
  return 'facts' in verdict ? { facts: { ...verdict.facts, file: '' } } : verdict
}

/** The verdict that was kept, for a file with that text; null when it is none. */
export function toVerdict(kept: unknown, file: string): Verdict | null {
  if (!isObject(kept)) return null
  if ('facts' in kept) return { facts: { ...(kept['facts'] as FileFacts), file } }
  return 'failure' in kept || 'skipped' in kept ? (kept as unknown as Verdict) : null
}
