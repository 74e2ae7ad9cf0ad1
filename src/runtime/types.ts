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
  /** `name@version` of the installed package that the file belongs to; absent for one's own code. */
  readonly package?: string
  /** Where the running code stands, when a source map has led to the original; else absent. */
  readonly generated?: { readonly file: string; readonly line: number; readonly column: number }
  /** True when line and column are those of code that was compiled in memory, and no map is known. */
  readonly isCompiled?: boolean
}

/** The line to mend. */
export interface BlamedPlace extends StackFrame {
  /** Tells whether the line is still the one that blocked, see `hashLine`; null when it could not be read. */
  readonly textHash: string | null
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
  /** The machine gave the thread no processor; the program is not to blame. */
  | 'starved'

/** One stall. Plain immutable JSON, the same in memory and in the stalls file; what is unknown is null. */
export interface StallReport {
  readonly type: 'stall'
  /** When the stall began, ISO 8601. */
  readonly time: string
  readonly pid: number
  /** Of the process or thread: `server.js`, `cluster worker 2`, `worker thread 3`. */
  readonly name: string
  /** As `worker_threads` numbers it; 0 is the main thread. */
  readonly threadId: number
  /** Milliseconds until now when `stillBlocked`, else the whole stall. */
  readonly durationMs: number
  readonly stillBlocked: boolean
  readonly cause: StallCause | null
  /** The stack on the thread while it blocked, innermost first. */
  readonly blockedAt: {
    readonly frames: readonly StackFrame[]
    readonly confidence: StackConfidence
  } | null
  /** What is blamed: the innermost frame of code that is neither Node's nor installed. */
  readonly place: BlamedPlace | null
  /** The stack that created the asynchronous operation whose callback blocked, innermost first. */
  readonly scheduledAt: { readonly frames: readonly StackFrame[]; readonly type: string } | null
  /** The synchronous API that took most of the time, in all its calls of the turn. */
  readonly api: {
    readonly name: string
    /** Of the longest call. */
    readonly argument: string | null
    readonly calls: number
    /** Milliseconds of all calls together. */
    readonly totalMs: number
  } | null
  /** The request that was being served; the path comes without its query. */
  readonly request: {
    readonly method: string
    readonly path: string
    readonly route: string | null
  } | null
  /**
   * Other requests that were unanswered, or came, while the loop was held; null while it still is.
   */
  readonly requestsWaiting: number | null
  /** Milliseconds of it that the collection of garbage took; null while the stall goes on, and where that is unknown. */
  readonly garbageCollectionMs: number | null
  /** Milliseconds of it that the thread was ready and waited for a processor; on Linux. */
  readonly processorWaitMs: number | null
  /** Of `allowBlocking`, when the code that it accepted took longer than its budget. */
  readonly allowance: Allowance | null
  /** What to do about it; null when too little is known. */
  readonly hint: StallHint | null
  /** Equal for stalls with the same cause at the same place. */
  readonly group: string
  /** How many stalls of this group were seen so far, with this one. */
  readonly count: number
  /** Milliseconds, of the latest stalls of this group, up to 99 of them. */
  readonly medianMs: number
  /** Milliseconds, of all stalls of this group. */
  readonly worstMs: number
  /** How many stalls were left out since the report before this one, by rate limit and sampling. */
  readonly omitted: number
}

/** What to do about a stall. */
export interface StallHint {
  /** The rule of this package that reports such a line: `event-loop/no-blocking-call`. */
  readonly rule: string | null
  /** One sentence. */
  readonly remedy: string
}

/** That code may block, and for how long. */
export interface Allowance {
  readonly reason: string
  /** Null when it may take as long as it takes. */
  readonly budgetMs: number | null
}

/**
 * A place that reports go to.
 *
 * As an object among the options, it is called on the watched thread, with each stall once, when
 * the loop turns again. As the default export of a module, it is called on the watchdog's own
 * thread, also while the loop hangs: then a stall has several reports, all but the last with
 * `stillBlocked`. What it throws is told once on standard error and goes no further.
 */
export interface StallSink {
  write(report: StallReport): void
}
