/** One frame of a stack. */
export interface StackFrame {
  /** Empty for an anonymous function. */
  readonly functionName: string
  /** Absolute path, or the specifier of an internal (`node:fs`). */
  readonly file: string
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
}

/** How far a stack can be trusted. */
export type StackConfidence =
  /** Taken while the thread was executing these frames. */
  | 'certain'
  /** Taken when the blocking native call had just returned, so the caller is right. */
  | 'likely'
  /** Taken too late to know; the frames are where the thread was next. */
  | 'late'

/** What held the loop, as far as the evidence goes. */
export type StallCause =
  | 'javascript'
  | 'sync-api'
  | 'module-loading'
  | 'garbage-collection'
  | 'microtasks'
  | 'many-callbacks'

/** One stall. Plain immutable JSON, the same in memory and in the stalls file; what is unknown is null. */
export interface StallReport {
  readonly type: 'stall'
  /** When the stall began, ISO 8601. */
  readonly time: string
  readonly pid: number
  /** Milliseconds until now when `stillBlocked`, else the whole stall. */
  readonly durationMs: number
  readonly stillBlocked: boolean
  readonly cause: StallCause | null
  /** The stack on the thread while it blocked, innermost first. */
  readonly blockedAt: {
    readonly frames: readonly StackFrame[]
    readonly confidence: StackConfidence
  } | null
  /** The stack that created the asynchronous operation whose callback blocked, innermost first. */
  readonly scheduledAt: { readonly frames: readonly StackFrame[]; readonly type: string } | null
  readonly api: { readonly name: string; readonly argument: string | null } | null
  /** The request that was being served; the path comes without its query. */
  readonly request: {
    readonly method: string
    readonly path: string
    readonly route: string | null
  } | null
  /** Equal for stalls with the same cause at the same place. */
  readonly group: string
  /** How many stalls of this group were seen so far, with this one. */
  readonly count: number
}
