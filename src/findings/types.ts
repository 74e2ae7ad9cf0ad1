import type { Cost } from '../catalogue/types.js'

/** A place in a source file; lines and columns count from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

export interface SourceRange {
  readonly start: Position
  readonly end: Position
}

/** One hop on the way from an entry point to a call. */
export interface ChainStep {
  /** `entry`: the platform calls it; `call`: the project does; `blocking`: the call that blocks. */
  readonly type: 'entry' | 'call' | 'blocking'
  /** As a person would name it: `GET /users/:id`, `loadReport`, `fs.readFileSync`. */
  readonly name: string
  /** Absolute path. */
  readonly file: string
  readonly position: Position
}

/** One report, the same for ESLint and for the command line. */
export interface Finding<MessageId extends string = string> {
  /** Name of the rule, without the plugin's prefix. */
  readonly rule: string
  readonly messageId: MessageId
  readonly data: Readonly<Record<string, string>>
  readonly location: SourceRange
  /** From the entry point to the call; empty when the rule follows no calls. */
  readonly chain: readonly ChainStep[]
  /** `certain`: reached from a recognised entry point; `likely`: the entry point is an inference. */
  readonly confidence: 'certain' | 'likely'
  /** Every entry point from which control gets there; empty when the rule follows no calls. */
  readonly entryPoints: readonly ChainStep[]
  /** What one typical call costs; null when the rule knows no costs. */
  readonly cost: Cost | null
}
