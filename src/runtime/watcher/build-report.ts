import { isUserCode, toStackFrame } from '../stack-frames.js'
import type { RawFrame } from '../messages.js'
import type { StallReport } from '../types.js'
import { visibleFrames, type Evidence, type Verdict } from './classify.js'

/** How often each kind of stall was seen; the memory it takes is bounded. */
export class StallCounts {
  readonly #counts = new Map<string, number>()
  readonly #maximumGroups: number

  constructor(maximumGroups = 1000) {
    this.#maximumGroups = maximumGroups
  }

  /** How many stalls of `group` there are with this one. */
  withThis(group: string): number {
    return (this.#counts.get(group) ?? 0) + 1
  }

  add(group: string): number {
    const count = this.withThis(group)
    // Set anew, so that the group that was seen longest ago is first to be forgotten.
    this.#counts.delete(group)
    this.#counts.set(group, count)
    if (this.#counts.size > this.#maximumGroups) {
      const [oldest] = this.#counts.keys()
      if (oldest !== undefined) this.#counts.delete(oldest)
    }
    return count
  }
}

/** What a report needs besides the evidence and the verdict. */
export interface ReportFacts {
  /** When the stall began, milliseconds since 1970. */
  readonly startedAt: number
  readonly pid: number
  readonly stillBlocked: boolean
}

/** Puts what is known of a stall into the form that all sinks share. */
export function buildReport(
  facts: ReportFacts,
  evidence: Evidence,
  verdict: Verdict,
  counts: StallCounts,
  isOwn: (url: string) => boolean,
): StallReport {
  const { blockedAt, api } = verdict
  const scheduled = evidence.origin ? visibleFrames(evidence.origin.frames, isOwn) : []
  const group = groupOf(verdict)
  return {
    type: 'stall',
    time: new Date(facts.startedAt).toISOString(),
    pid: facts.pid,
    durationMs: Math.round(evidence.durationMs * 10) / 10,
    stillBlocked: facts.stillBlocked,
    cause: verdict.cause,
    blockedAt: blockedAt && {
      frames: blockedAt.frames.map(toStackFrame),
      confidence: blockedAt.confidence,
    },
    scheduledAt:
      evidence.origin && scheduled.length > 0
        ? { frames: scheduled.map(toStackFrame), type: evidence.origin.type }
        : null,
    api: api && { name: api.api, argument: api.argument },
    request: verdict.request,
    group,
    count: facts.stillBlocked ? counts.withThis(group) : counts.add(group),
  }
}

/**
 * A loop is met on another line each time, so JavaScript is grouped by the function; a synchronous
 * call stands on one line, and two of them in a function are two places.
 */
function groupOf({ cause, blockedAt, api, request }: Verdict): string {
  const frame = blockedAt && placeOf(blockedAt.frames)
  const isTrusted = frame && blockedAt.confidence !== 'late'
  const place = isTrusted
    ? `${toStackFrame(frame).file}:${api ? frame.line : frame.functionLine}`
    : request && `${request.method} ${request.route ?? request.path}`
  return [cause ?? 'unknown', api?.api, place].filter(Boolean).join(' ')
}

function placeOf(frames: readonly RawFrame[]): RawFrame | undefined {
  return frames.find(({ url }) => isUserCode(url)) ?? frames[0]
}
