import { isStarved } from '../is-starved.js'
import type { JournalSummary, LoadingModule, Origin, RawFrame, ServedRequest } from '../messages.js'
import { isBundlerRuntime, isInternal, isUserCode } from '../stack-frames.js'
import type { Allowance, StackConfidence, StallCause } from '../types.js'

/** One look at the stack during a stall. */
export interface Sample {
  /** Innermost first, internals included. */
  readonly frames: readonly RawFrame[]
  /** How long the thread took to attend to the request for its stack. */
  readonly latencyMs: number
  /** The part of the stall that this sample stands for. */
  readonly coversMs: number
  readonly request: ServedRequest | null
  readonly allowance: Allowance | null
  /** What was being loaded, if anything. */
  readonly loading: LoadingModule | null
}

/**
 * For which part of the observed time, 0 to 1, microtasks and `process.nextTick` callbacks that
 * were queued during the stall were already running although the loop did not turn.
 */
export interface QueueEvidence {
  readonly microtaskShare: number
  readonly tickShare: number
}

/** All that is known of one stall. */
export interface Evidence {
  readonly durationMs: number
  readonly samples: readonly Sample[]
  readonly journal: JournalSummary | null
  readonly queues: QueueEvidence
  readonly origin: Origin | null
  /** What the collection of garbage took; null when unknown. */
  readonly collectionMs: number | null
  /** For how long the thread waited for a processor; null when unknown. */
  readonly processorWaitMs: number | null
  readonly thresholdMs: number
}

/** What the evidence says. */
export interface Verdict {
  readonly cause: StallCause | null
  /** Frames from the first that is neither Node's nor the watchdog's, innermost first. */
  readonly blockedAt: {
    readonly frames: readonly RawFrame[]
    readonly confidence: StackConfidence
  } | null
  readonly api: JournalSummary | null
  readonly request: ServedRequest | null
}

/**
 * A thread in JavaScript attends to an interrupt within a millisecond; one in native code only
 * when that returns. The bound leaves room for a busy machine.
 */
export const promptMs = 25

/** What a look takes where nothing delays it is 0.2 to 0.5 ms. */
const atOnceMs = 1

/**
 * What noting a call takes, which the journal itself does not count: 0.5 to 1 us on a fast machine. Of
 * calls that take a microsecond each it is half.
 */
const notingMs = 0.002

/** Where more than a third of the time is the program's own, mending that mends the stall as well. */
const collectionShare = 2 / 3

/** Judges a stall by the evidence; whatever the evidence does not support is null. */
export function classify(evidence: Evidence, isOwn: (url: string) => boolean): Verdict {
  if (isStarved(evidence.durationMs, evidence.processorWaitMs, evidence.thresholdMs)) {
    return { cause: 'starved', blockedAt: null, api: null, request: null }
  }
  const looks = evidence.samples
    .filter(({ frames }) => !isWatchdogsWork(frames, isOwn))
    .map((sample) => look(sample, isOwn))
  const journal = evidence.journal
  if (journal && journal.allMs + journal.calls * notingMs >= evidence.durationMs / 2) {
    return judgeSyncApi(evidence.durationMs, journal, looks, isOwn)
  }

  const best = pickBest(looks)
  if ((evidence.collectionMs ?? 0) >= evidence.durationMs * collectionShare) return judgeCollection(best)
  const cause = causeOf(evidence, looks, best)
  return {
    cause,
    blockedAt: best ? { frames: best.visible, confidence: best.confidence } : null,
    api: cause === 'module-loading' ? loadingCall(looks, evidence.durationMs) : null,
    request: best && best.confidence !== 'late' ? best.sample.request : null,
  }
}

/** The module whose loading was met for most of the time, as if the journal had noted it. */
function loadingCall(looks: readonly Look[], durationMs: number): JournalSummary | null {
  const loading = looks.filter(({ sample }) => sample.loading !== null)
  const name = heaviest(loading, ({ sample }) => sample.loading?.name, weightOfPlace)
  const met = loading.filter(({ sample }) => sample.loading?.name === name)
  const api = met[0]?.sample.loading?.api
  if (!api || name === undefined) return null
  // A look stands for the time since the last beat, in which the loop may have waited for events.
  const totalMs = Math.min(durationMs, coveredMs(met))
  const times = { totalMs, longestMs: totalMs, allMs: totalMs, allowedMs: 0 }
  return { api, argument: name, calls: 1, ...times, caller: null, request: null }
}

function coveredMs(looks: readonly Look[]): number {
  return looks.reduce((sum, { sample }) => sum + sample.coversMs, 0)
}

/** A thread goes on, and attends to interrupts, where it was when it ran out of memory for new objects. */
function judgeCollection(best: Look | null): Verdict {
  const confidence = best?.confidence === 'late' ? 'likely' : best?.confidence
  return {
    cause: 'garbage-collection',
    blockedAt: best && confidence ? { frames: best.visible, confidence } : null,
    api: null,
    request: best?.sample.request ?? null,
  }
}

/** The stall was over, and the thread about to say so. */
function isWatchdogsWork(frames: readonly RawFrame[], isOwn: (url: string) => boolean): boolean {
  const end = frames.findIndex(({ url }) => !isOwn(url))
  const innermost = end === -1 ? frames : frames.slice(0, end)
  return innermost.length > 0 && !innermost.some(({ url }) => journalFile.test(url))
}

const journalFile = /[\\/]loop[\\/](?:journal|wrap-builtins)\.js$/

interface Look {
  readonly sample: Sample
  readonly visible: readonly RawFrame[]
  readonly confidence: StackConfidence
  readonly isLoading: boolean
  readonly isInJournal: boolean
  /** Equal for looks at the same function. */
  readonly place: string
  /** Where in the function. */
  readonly line: number
  /** On the line where the function begins, where V8 attends to interrupts on entering it. */
  readonly isAtHead: boolean
  /** Met on entering a function, be it one of Node's own. */
  readonly isEntering: boolean
}

function look(sample: Sample, isOwn: (url: string) => boolean): Look {
  const visible = withoutEntry(visibleFrames(sample.frames, isOwn))
  const isInJournal = sample.frames.some(({ url }) => isOwn(url) && journalFile.test(url))
  const first = visible.find(({ url }) => isUserCode(url))
  const place = first ?? visible[0]
  const innermost = sample.frames.find(({ url }) => !isOwn(url))
  return {
    sample,
    visible,
    confidence: sample.latencyMs <= promptMs ? 'certain' : isInJournal ? 'likely' : 'late',
    isLoading: isLoadingModules(sample.frames, first),
    isInJournal,
    place: place ? placeOf(place) : '',
    line: place?.line ?? 0,
    isAtHead: place !== undefined && isAtHead(place),
    isEntering: innermost !== undefined && isAtHead(innermost),
  }
}

/** Equal for frames of the same function. */
function placeOf({ url, functionLine }: RawFrame): string {
  return `${url}:${functionLine}`
}

function isAtHead({ line, functionLine }: RawFrame): boolean {
  return line === functionLine
}

/** A function that calls itself was met on entering it: the line that calls says more than the first one. */
function withoutEntry(frames: readonly RawFrame[]): readonly RawFrame[] {
  const [inner, outer] = frames
  const isRecursive = inner?.url === outer?.url && inner?.functionLine === outer?.functionLine
  return inner && outer && isRecursive && isAtHead(inner) && !isAtHead(outer) ? frames.slice(1) : frames
}

/** Drops what runs on behalf of the first real frame: Node's internals and the watchdog. */
export function visibleFrames(
  frames: readonly RawFrame[],
  isOwn: (url: string) => boolean,
): readonly RawFrame[] {
  const others = frames.filter((frame) => !isOwn(frame.url))
  const first = others.findIndex((frame) => !isInternal(frame.url))
  return first === -1 ? [] : others.slice(first)
}

/** A module is being loaded on behalf of the first user frame, rather than executing itself. */
function isLoadingModules(frames: readonly RawFrame[], firstUser: RawFrame | undefined): boolean {
  const inner = firstUser ? frames.slice(0, frames.indexOf(firstUser)) : frames
  return inner.some(isLoader)
}

function isLoader(frame: RawFrame | undefined): boolean {
  return frame !== undefined && (frame.url.startsWith('node:internal/modules/') || isBundlerRuntime(frame.url))
}

function judgeSyncApi(
  durationMs: number,
  journal: JournalSummary,
  looks: readonly Look[],
  isOwn: (url: string) => boolean,
): Verdict {
  const recorded = journal.caller ? visibleFrames(journal.caller, isOwn) : []
  const best = pickBest(looks.filter((candidate) => candidate.isInJournal)) ?? pickBest(looks)
  const isMetLoading = best?.isInJournal === true && best.isLoading && recorded.length === 0
  const isLoading = isMetLoading || isLoader(journal.caller?.[0])
  let blockedAt: Verdict['blockedAt'] = null
  if (recorded.length > 0) blockedAt = { frames: recorded, confidence: 'certain' }
  else if (best) blockedAt = { frames: best.visible, confidence: best.confidence }
  return {
    cause: isLoading ? 'module-loading' : 'sync-api',
    blockedAt,
    api: (isLoading ? loadingCall(looks, durationMs) : null) ?? journal,
    request: journal.request,
  }
}

/** The look at the line that accounts for most of the function that accounts for most of the stall. */
function pickBest(looks: readonly Look[]): Look | null {
  const placed = looks.filter(({ place }) => place !== '')
  const place = heaviest(placed, (candidate) => candidate.place, weightOfPlace)
  const there = placed.filter((candidate) => candidate.place === place)
  const certain = there.filter(({ confidence }) => confidence !== 'late')
  const trusted = certain.length > 0 ? certain : there
  const inside = trusted.filter((candidate) => !candidate.isAtHead)
  const candidates = inside.length > 0 ? inside : trusted
  // What a line calls is time that it takes, too: a callback of `replace` is its own function.
  const lineThere = ({ visible }: Look): number | undefined => {
    return visible.find((frame) => placeOf(frame) === place)?.line
  }
  const lines = new Set(candidates.map(({ line }) => line))
  const passing = placed.filter((candidate) => lines.has(lineThere(candidate) ?? 0))
  const line = heaviest(passing, lineThere, weightOfLine)
  return candidates.find((candidate) => candidate.line === line) ?? null
}

/** The key whose looks weigh most. */
function heaviest<Key>(
  looks: readonly Look[],
  keyOf: (candidate: Look) => Key,
  weightOf: (candidate: Look) => number,
): Key | undefined {
  const weights = new Map<Key, number>()
  for (const candidate of looks) {
    weights.set(keyOf(candidate), (weights.get(keyOf(candidate)) ?? 0) + weightOf(candidate))
  }
  return [...weights].toSorted(([, a], [, b]) => b - a)[0]?.[0]
}

/** A late look says where the thread was next, which seldom is what took so long. */
function weightOfPlace({ sample, confidence }: Look): number {
  return confidence === 'late' ? sample.coversMs / 4 : sample.coversMs
}

/**
 * A thread that collects garbage, or finishes a native call, attends to a look at the next place where it can: a little
 * later, and often on entering the function that is called next. That is the same function as a rule, but the next line.
 */
function weightOfLine(candidate: Look): number {
  const atOnceShare = candidate.sample.latencyMs <= atOnceMs ? 1 : 0.5
  const executingShare = candidate.isEntering ? 0.5 : 1
  return weightOfPlace(candidate) * atOnceShare * executingShare
}

function causeOf(
  { queues }: Evidence,
  looks: readonly Look[],
  best: Look | null,
): StallCause | null {
  // On a busy machine, looks are few and cover a part of the time only.
  const loadingMs = coveredMs(looks.filter(({ isLoading }) => isLoading))
  if (loadingMs > 0 && loadingMs >= coveredMs(looks) / 2) return 'module-loading'
  // A single callback lets neither queue run before it ends; a storm lets its own queue run.
  const hasRunMicrotasks = queues.microtaskShare > 0.5
  const hasRunTicks = queues.tickShare > 0.5
  if (hasRunMicrotasks && hasRunTicks) return 'many-callbacks'
  if (hasRunMicrotasks || hasRunTicks) return 'microtasks'
  return best && best.confidence !== 'late' ? 'javascript' : null
}
