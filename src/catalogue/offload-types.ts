/** The vocabulary of offloaded work: what leaves the thread, and what is made to take it. */

/** A place among the arguments of a call. */
export interface ArgumentPlace {
  readonly position: number
  /**
   * A member of the options object there: `workerData`. It may be a path, and `*` in it stands for
   * every element: `jobs.*.path`.
   */
  readonly property?: string
}

/** Where something leaves the thread. */
export interface Offload {
  /** Positions of arguments whose function runs off the loop. */
  readonly functions?: readonly number[]
  /** Functions among options that run off the loop. */
  readonly functionOptions?: readonly ArgumentPlace[]
  /** Where the file stands that runs off the loop, or its URL. */
  readonly files?: readonly ArgumentPlace[]
  /** Where data is copied to the other side. */
  readonly data?: readonly ArgumentPlace[]
  /** Every argument is copied. */
  readonly allArguments?: boolean
  /** Lists of what is moved to the other side instead of copied. */
  readonly transfers?: readonly ArgumentPlace[]
  /** Positions whose value may legally be a socket (the handle argument of `child.send`). */
  readonly handles?: readonly number[]
  /**
   * The call gives a promise, which rejects when the work fails. When nobody handles that, a `native`
   * one ends the process, and of a `silent` one nobody hears.
   */
  readonly promise?: 'native' | 'silent'
  /** How it copies, which decides what becomes of a request object. */
  readonly copies: 'structured-clone' | 'json' | 'source-text'
  /** What happens at run time when a request object is handed over; ends without a full stop. */
  readonly outcome: string
  /** The same for a context, where that is another thing: a part of Koa's passes JSON. */
  readonly contextOutcome?: string
  /**
   * What happens when a shipped function uses a variable from around it; ends without a full stop.
   */
  readonly captured?: string
  /** Name of the library as a person says it. */
  readonly library: string
}

/** What a call or `new` makes for work to be handed to. */
export interface Executor {
  /** `process` is a program or a command, which many a server starts for a request on purpose. */
  readonly type: 'worker' | 'pool' | 'process'
  /** With its article: `a pool of worker threads`. */
  readonly noun: string
  /** Name of the library as a person says it. */
  readonly library: string
  /** Of a pool. */
  readonly limits?: PoolLimits
}

/** How a pool is kept from growing without bound. */
export interface PoolLimits {
  /** Positions at which the options may stand; the last one that is given counts. */
  readonly options: readonly number[]
  /** How many workers there are at most: some number by default; absent when every call says it. */
  readonly workers?: PoolLimit
  /** How many tasks wait at most: any number by default; null when no option limits that. */
  readonly queue: PoolLimit | null
  /** What happens to a task too many; ends without a full stop. */
  readonly overflow?: string
}

export interface PoolLimit {
  /** Name of the option. */
  readonly option: string
  /** The value, as code, with which the library works out a limit itself. */
  readonly automatic?: string
}
