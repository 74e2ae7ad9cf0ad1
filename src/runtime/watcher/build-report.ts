import type { RawFrame } from '../messages.js'
import { isUserCode, isUserSource, toStackFrame } from '../stack-frames.js'
import type { Allowance, BlamedPlace, StackFrame, StallReport } from '../types.js'
import { visibleFrames, type Evidence, type Verdict } from './classify.js'
import type { SourcePositions } from './source-position.js'
import type { StallCounts } from './stall-counts.js'

/** What a report needs besides the evidence and the verdict. */
export interface ReportFacts {
  /** When the stall began, milliseconds since 1970. */
  readonly startedAt: number
  readonly pid: number
  readonly name: string
  readonly threadId: number
  readonly stillBlocked: boolean
  readonly requestsWaiting: number | null
  /** Whose budget was exceeded, if that is why it is a stall. */
  readonly allowance: Allowance | null
}

/** Puts what is known of a stall into the form that all sinks share. */
export function buildReport(
  facts: ReportFacts,
  evidence: Evidence,
  verdict: Verdict,
  counts: StallCounts,
  isOwn: (url: string) => boolean,
  positions: SourcePositions,
): StallReport {
  const { blockedAt, api } = verdict
  const scheduled = evidence.origin ? visibleFrames(evidence.origin.frames, isOwn) : []
  const group = groupOf(verdict)
  const durationMs = rounded(evidence.durationMs)
  const original = (frame: RawFrame): StackFrame => positions.original(toStackFrame(frame))
  const frames = blockedAt && blockedAt.frames.map(original)
  return {
    type: 'stall',
    time: new Date(facts.startedAt).toISOString(),
    pid: facts.pid,
    name: facts.name,
    threadId: facts.threadId,
    durationMs,
    stillBlocked: facts.stillBlocked,
    cause: verdict.cause,
    blockedAt: blockedAt && frames && { frames, confidence: blockedAt.confidence },
    place: frames && blamedPlace(frames, positions),
    scheduledAt:
      evidence.origin && scheduled.length > 0
        ? { frames: scheduled.map(original), type: evidence.origin.type }
        : null,
    api: api && {
      name: api.api,
      argument: api.argument,
      calls: api.calls,
      totalMs: rounded(api.totalMs),
    },
    request: verdict.request,
    requestsWaiting: facts.requestsWaiting,
    garbageCollectionMs: rounded(evidence.collectionMs),
    processorWaitMs: rounded(evidence.processorWaitMs),
    allowance: facts.allowance,
    hint: null,
    group,
    ...(facts.stillBlocked ? counts.withThis(group, durationMs) : counts.add(group, durationMs)),
    omitted: 0,
  }
}

/** To a tenth of a millisecond. */
function rounded<Milliseconds extends number | null>(ms: Milliseconds): Milliseconds {
  return (ms === null ? null : Math.round(ms * 10) / 10) as Milliseconds
}

function blamedPlace(
  frames: readonly StackFrame[],
  positions: SourcePositions,
): BlamedPlace | null {
  const frame = frames.find(({ file }) => isUserSource(file))
  return frame ? { ...frame, textHash: positions.hashOf(frame) } : null
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
