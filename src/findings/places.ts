import type { Range } from '../analysis/facts.js'
import type { Finding } from './types.js'

export function locationOf(range: Range): Finding['location'] {
  return {
    start: { line: range[0], column: range[1] },
    end: { line: range[2], column: range[3] },
  }
}

/** The order of the text. */
export function byPlace(a: Finding, b: Finding): number {
  return (
    a.location.start.line - b.location.start.line ||
    a.location.start.column - b.location.start.column
  )
}
