/** Why something of a project could not be taken in. Line and column count from 1. */
export interface IndexProblem {
  /** Absolute path of a file or folder. */
  readonly file: string
  readonly message: string
  readonly line?: number
  readonly column?: number
}

/** What an error says, on one line. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.trim().replaceAll(/\s*\n\s*/g, ' ')
}
