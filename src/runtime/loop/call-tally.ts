import type { JournalSummary, RawFrame } from '../messages.js'
import { isUserCode } from '../stack-frames.js'
import { describeCharacters } from './describe-argument.js'
import type { JournalledApi } from './journalled-apis.js'
import type { RequestContext } from './request-context.js'

/** A turn that calls an API from more places than this is told by those that come first. */
const maximumCallers = 16

/** Of the longest call of a turn. */
interface LongestCall {
  readonly argument: string | null
  /** How many characters it made, where the argument does not tell; a text is made of it when somebody asks. */
  readonly result: number | null
  readonly context: RequestContext | undefined
}

/** What the calls of one API in one turn came to. */
export class CallTally {
  readonly name: string
  calls = 0
  totalMs = 0
  /** The part of `totalMs` that `allowBlocking` accepted. */
  allowedMs = 0
  longestMs = 0
  /** How long the call before took, in whichever turn. */
  lastMs = 0
  /** What calls took since a caller was noted. */
  unattributedMs = 0
  longest: LongestCall | null = null
  readonly #callers = new Map<string, { readonly frames: readonly RawFrame[]; ms: number }>()

  constructor({ module, path }: JournalledApi) {
    this.name = module === 'global' ? path : `${module}.${path}`
  }

  /** @returns whether this call is the longest so far. */
  add(tookMs: number, isAllowed: boolean): boolean {
    this.calls += 1
    this.totalMs += tookMs
    if (isAllowed) this.allowedMs += tookMs
    this.lastMs = tookMs
    this.unattributedMs += tookMs
    if (tookMs <= this.longestMs) return false
    this.longestMs = tookMs
    return true
  }

  /** Counts what is unattributed for whoever made the call that has just ended. */
  attribute(frames: readonly RawFrame[]): void {
    const ms = this.unattributedMs
    this.unattributedMs = 0
    const place = frames.find(({ url }) => isUserCode(url)) ?? frames[0]
    if (!place) return
    const key = `${place.url}:${place.line}:${place.column}`
    const known = this.#callers.get(key)
    if (known) known.ms += ms
    else if (this.#callers.size < maximumCallers) this.#callers.set(key, { frames, ms })
  }

  /** Who took most of the time, innermost frame first, internals included. */
  caller(): readonly RawFrame[] | null {
    let most: { readonly frames: readonly RawFrame[]; ms: number } | null = null
    for (const caller of this.#callers.values()) if (!most || caller.ms > most.ms) most = caller
    return most?.frames ?? null
  }

  reset(): void {
    this.calls = this.totalMs = this.allowedMs = this.longestMs = this.unattributedMs = 0
    this.longest = null
    this.#callers.clear()
  }
}

/** What a turn's calls came to, told by the API that took most of the time. */
export function summarise(tallies: Iterable<CallTally>): JournalSummary | null {
  let most: CallTally | null = null
  let allMs = 0
  for (const tally of tallies) {
    allMs += tally.totalMs
    if (!most || tally.totalMs > most.totalMs) most = tally
  }
  if (!most) return null
  const { name, calls, totalMs, allowedMs, longestMs, longest } = most
  const result = longest?.result ?? null
  const argument = longest?.argument ?? (result === null ? null : describeCharacters(result))
  const request = longest?.context?.describe() ?? null
  const caller = most.caller()
  return { api: name, argument, calls, totalMs, allowedMs, longestMs, allMs, caller, request }
}
