import type { MessagePort } from 'node:worker_threads'

import type { ResolvedOptions } from './options.js'
import type { Allowance, StackFrame, StallReport } from './types.js'

/** A frame as V8 gives it: `url` may be a `file:` URL, positions count from 1. */
export interface RawFrame {
  readonly functionName: string
  readonly url: string
  readonly line: number
  readonly column: number
  /** Line on which the function begins; the same wherever in it the thread was. */
  readonly functionLine: number
  /** Evaluated code that names itself: positions are in what was evaluated. */
  readonly isEvaluated?: true
}

export type ServedRequest = NonNullable<StallReport['request']>

/** What the journal knows of the blocking calls of one turn. */
export interface JournalSummary {
  /** The API that took most of the time. */
  readonly api: string
  /** Of its longest call. */
  readonly argument: string | null
  readonly calls: number
  readonly totalMs: number
  /** The part of `totalMs` that `allowBlocking` accepted. */
  readonly allowedMs: number
  readonly longestMs: number
  /** Milliseconds of all journalled calls together, those of other APIs included. */
  readonly allMs: number
  /** Who made the calls that took most of the time, where that was recorded; internals included. */
  readonly caller: readonly RawFrame[] | null
  /** For whom the longest call was made. */
  readonly request: ServedRequest | null
}

/** A module that takes its time to load. */
export interface LoadingModule {
  readonly api: 'require' | 'import'
  /** Name of a package, or path of a file. */
  readonly name: string
}

/** Where the operation was created whose callback blocked. */
export interface Origin {
  readonly frames: readonly RawFrame[]
  readonly type: string
  readonly durationMs: number
}

/** What the watched thread says about itself when a capture interrupts it. */
export interface TurnSnapshot {
  /** When it attended to the request: at once, unless it was in native code. */
  readonly time: number
  readonly frames: readonly RawFrame[]
  readonly request: ServedRequest | null
  /** Of the `allowBlocking` inside of which it was. */
  readonly allowance: Allowance | null
  /** What the turn's blocking calls came to so far, without the one that runs. */
  readonly journal: JournalSummary | null
  readonly loading: LoadingModule | null
  /** When the probes ran that the snapshot before this one had queued, see shared memory. */
  readonly microtaskRanAt: number
  readonly tickRanAt: number
}

/** What of a turn `allowBlocking` accepted. */
export interface AllowedTime {
  readonly allowedMs: number
  /** The call that exceeded its budget by most, and what it took. */
  readonly exceeded: (Allowance & { readonly tookMs: number }) | null
}

/** From the watcher to the loop: a stall that is over. */
export interface StallNotice {
  readonly report: StallReport
  /** As in the message `turn-ended`. */
  readonly turnBeganAt: number
  /** False when it is only to be counted, by rate limit and sampling. */
  readonly isReported: boolean
}

/** `ending`: in the program's `exit` event. */
export type ProgramPhase = 'starting' | 'running' | 'ending'

/**
 * A turn that exceeded the threshold.
 *
 * It is told twice: at once, in case the loop hangs again before more is known, and a few rounds of the loop later.
 */
export interface TurnEnded {
  readonly type: 'turn-ended'
  /** Whether collections and all requests are known. */
  readonly isComplete: boolean
  /** Last beat before the turn, and first after it. */
  readonly beganAt: number
  readonly endedAt: number
  /** Of that span, what the loop spent waiting for events. */
  readonly idleMs: number
  /** Of that span, for how long the thread waited for a processor; null where unknown. */
  readonly processorWaitMs: number | null
  readonly phase: ProgramPhase
  readonly journal: JournalSummary | null
  readonly origin: Origin | null
  readonly allowed: AllowedTime | null
  /** Of that span, what the collection of garbage took; null where that cannot be known. */
  readonly collectionMs: number | null
  /** Requests that were not answered, or came, meanwhile, without those that blocked. */
  readonly requestsWaiting: number
}

/** From the loop to the watcher. */
export type LoopMessage =
  | TurnEnded
  /** Of code that was compiled in memory, before the first turn in which it was seen. */
  | {
      readonly type: 'source-map'
      /** Path or URL, as reports name it. */
      readonly file: string
      readonly map: { readonly json: string; readonly url: string }
    }
  /** Of code that was compiled in memory, where the program itself maps positions. */
  | {
      readonly type: 'source-positions'
      readonly positions: readonly { readonly from: StackFrame; readonly to: StackFrame }[]
    }
  | { readonly type: 'flush' }
  | { readonly type: 'stop' }

/** What the watcher is started with. */
export interface WatcherSettings {
  readonly options: ResolvedOptions
  readonly memory: SharedArrayBuffer
  /** Of the watched process or thread, for people. */
  readonly name: string
  /** Of the watched thread; 0 is the main one. */
  readonly threadId: number
  /** Of the watched thread, see `ownTask`. */
  readonly task: string | null
  /** Whether stacks can be captured. */
  readonly canCapture: boolean
  readonly hasColors: boolean
  readonly workingDirectory: string
  /** When the program began, milliseconds since 1970. */
  readonly startedAt: number
  /** Whether Node.js runs TypeScript, with the positions as written. */
  readonly stripsTypes: boolean
  /** How the URLs begin of code that is the watchdog's own. */
  readonly ownUrls: readonly string[]
  /** Gives a TurnSnapshot as JSON when the watched thread evaluates it. */
  readonly snapshotExpression: string
}

/** What the watcher's thread is started with. */
export interface WatcherData {
  readonly settings: WatcherSettings
  /** Takes each StallNotice; a port of its own, so that it can be read when the program ends. */
  readonly notices: MessagePort
}
