import { clearTimeout, setTimeout } from 'node:timers'

import { now, usedCpuMs } from '../clock.js'
import type { AllowedTime, LoopMessage, ProgramPhase, TurnEnded, WatcherSettings } from '../messages.js'
import { paceOf, type Pace } from '../pace.js'
import { ownTask, runDelayOf, type RunDelay } from '../run-delay.js'
import { Flag, openSharedMemory, Time, type SharedMemory } from '../shared-memory.js'
import { buildReport } from './build-report.js'
import type { captureStack, RunningCapture } from './capture-stack.js'
import { classify, type Evidence } from './classify.js'
import { Observation } from './observation.js'
import { readRunningCall } from './running-call.js'
import { endProcess } from './end-process.js'
import { isWaitingForTasks, isWorthReporting } from './is-worth-reporting.js'
import { judgeAllowances, readRunningAllowance } from './judge-allowances.js'
import type { Reporter } from './reporter.js'
import type { SourcePositions } from './source-position.js'
import { StallCounts } from './stall-counts.js'
import { Suspension } from './suspension.js'
import { warn } from '../write-text.js'

export type CaptureStack = typeof captureStack

/** A look costs the watched thread half a millisecond, so a long stall is looked at more rarely. */
const nextLookFactor = 1.4

/** How long an answer that was given may take to arrive, on a busy machine. */
const patienceMs = 1000

/** An answer that is not older was read as soon as it was given. */
const freshMs = 5

/** How far apart looks at the clock are while a stall is being watched. */
const watchingMs = 10

/** Misses beats, gathers evidence, reports. */
export class Watch {
  readonly #settings: WatcherSettings
  readonly #memory: SharedMemory
  readonly #capture: CaptureStack | null
  readonly #reporter: Reporter
  readonly #positions: SourcePositions
  readonly #counts = new StallCounts()
  readonly #suspension = new Suspension(runDelayOf(ownTask()).read, usedCpuMs)
  readonly #runDelay: RunDelay
  readonly #interimMs: readonly number[]
  readonly #activePace: Pace
  readonly #restingPace: Pace
  readonly #inbox: LoopMessage[] = []
  #observation: Observation | null = null
  /** Of the turn before, whose end has not been told yet. */
  #previous: Observation | null = null
  /** A turn that has ended, of which more is to be told, unless the loop hangs again before that. */
  #incomplete: { readonly turn: TurnEnded; readonly observation: Observation; isReported: boolean } | null = null
  #running: RunningCapture | null = null
  #snapshotsBefore = 0
  #captureStartedAt = 0
  #timer: NodeJS.Timeout | undefined
  /** On the watched thread itself there is nothing to be seen while it is blocked. */
  #isLooking = false
  /** The process is being ended, because the loop has hung for too long. */
  #isEnding = false

  constructor(
    settings: WatcherSettings,
    capture: CaptureStack | null,
    reporter: Reporter,
    positions: SourcePositions,
  ) {
    const { thresholdMs } = settings.options
    this.#settings = settings
    this.#memory = openSharedMemory(settings.memory)
    this.#capture = capture
    this.#reporter = reporter
    this.#positions = positions
    this.#runDelay = runDelayOf(settings.task).read
    this.#activePace = paceOf(thresholdMs, false)
    this.#restingPace = paceOf(thresholdMs, true)
    // A stall that is over soon is reported once, with all the evidence.
    const { exitAfterMs } = settings.options
    const ages = [3 * thresholdMs, 1000, 5000, 30_000].filter((ms) => ms >= 3 * thresholdMs)
    // The last word before the process ends.
    this.#interimMs = exitAfterMs === null ? ages : [...ages, exitAfterMs].sort((a, b) => a - b)
  }

  start(): void {
    this.#isLooking = true
    this.#look()
  }

  receive(message: LoopMessage): void {
    this.#suspension.wake(now())
    this.#inbox.push(message)
    this.#settle()
    this.#schedule()
  }

  /** Deals with messages, unless a capture is about to add to the evidence. */
  #settle(): void {
    if (this.#inbox.length === 0 || this.#isAnswerUnderWay()) return
    this.#endCapture()
    for (const message of this.#inbox.splice(0)) {
      if (message.type === 'turn-ended') this.#hear(message)
      if (message.type === 'source-map') this.#positions.provide(message.file, message.map)
      if (message.type === 'source-positions') this.#positions.providePositions(message.positions)
      if (message.type === 'stop') this.#end()
      Atomics.add(this.#memory.flags, Flag.Handled, 1)
      Atomics.notify(this.#memory.flags, Flag.Handled)
    }
  }

  /** The watched thread has described itself, and its answer arrives in a moment. */
  #isAnswerUnderWay(): boolean {
    const hasAnswered = this.#memory.flags[Flag.Snapshots] !== this.#snapshotsBefore
    return this.#running !== null && hasAnswered && now() - this.#captureStartedAt < patienceMs
  }

  #end(): void {
    this.#isLooking = false
    clearTimeout(this.#timer)
  }

  /** Before the threshold, so that a stall that barely exceeds it was seen too. */
  #firstLookMs(): number {
    return (this.#memory.flags[Flag.Resting] === 1 ? this.#restingPace : this.#activePace).firstLookMs
  }

  #look(): void {
    const time = now()
    this.#suspension.wake(time)
    const beganAt = this.#memory.times[Time.Beat] ?? 0
    if (this.#observation && this.#observation.beganAt !== beganAt) {
      // The loop has turned; if that took too long, its own message says so.
      if (!this.#isAnswerUnderWay()) this.#endCapture()
    }
    this.#settle()
    const ageMs = time - beganAt - this.#suspension.during(beganAt, time)
    // Before the hang itself is reported.
    if (ageMs >= (this.#interimMs[0] ?? Infinity)) this.#finishIncomplete()
    if (ageMs >= this.#firstLookMs()) {
      if (this.#observation?.beganAt !== beganAt) {
        this.#previous = this.#observation
        void this.#reporter.prepare()
        this.#observation = new Observation(beganAt, this.#interimMs, this.#memory.times[Time.RunDelay])
      }
      this.#observe(this.#observation, ageMs, time)
    }
    this.#schedule()
  }

  #schedule(): void {
    if (!this.#isLooking) return
    const time = now()
    const beganAt = this.#memory.times[Time.Beat] ?? 0
    const isWatching = this.#observation?.beganAt === beganAt
    // While beats come, the next look is due when the latest of them gets too old.
    const delayMs = isWatching
      ? watchingMs
      : Math.max(1, Math.ceil(beganAt + this.#firstLookMs() - time))
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#look(), delayMs)
    this.#suspension.expect(time + delayMs, now())
  }

  #observe(observation: Observation, ageMs: number, time: number): void {
    observation.tick(this.#memory, time, usedCpuMs(), this.#runDelay() ?? 0)
    const isDue = ageMs >= observation.nextLookMs && !observation.mayStandAtBreakpoint()
    if (isDue && !this.#running && !this.#isEnding && this.#capture) {
      observation.nextLookMs = ageMs * nextLookFactor
      this.#startCapture(observation, this.#capture)
    }
    if (!observation.isAtBreakpoint() && observation.takesInterim(ageMs)) {
      const phase = this.#memory.flags[Flag.Startup] === 1 ? 'starting' : 'running'
      const running = readRunningCall(this.#memory, time)
      const isOfTurn = running !== null && running.beganAt >= observation.beganAt
      const journal = observation.journalSoFar(isOfTurn ? running : null)
      const evidence = observation.evidence(this.#memory, time, {
        durationMs: ageMs,
        journal,
        origin: null,
        collectionMs: null,
        processorWaitMs: observation.processorWaitMs(this.#runDelay(), ageMs),
        thresholdMs: this.#settings.options.thresholdMs,
      })
      const allowed = readRunningAllowance(this.#memory, observation.beganAt, time)
      this.#report(observation, evidence, allowed, null, phase)
    }
    const { exitAfterMs, exitCode } = this.#settings.options
    if (exitAfterMs !== null && ageMs >= exitAfterMs && !this.#isEnding && !observation.isAtBreakpoint()) {
      this.#isEnding = true
      this.#endCapture()
      warn(`the event loop has been blocked for ${Math.round(ageMs)} ms, so the process ends with code ${exitCode}.`)
      endProcess(exitCode)
    }
  }

  #startCapture(observation: Observation, capture: CaptureStack): void {
    Atomics.store(this.#memory.flags, Flag.Capturing, 1)
    // See WatcherLink: a session must not begin while the program ends.
    if (Atomics.load(this.#memory.flags, Flag.Ended) === 1) return this.#endCapture()
    this.#snapshotsBefore = this.#memory.flags[Flag.Snapshots] ?? 0
    this.#captureStartedAt = now()
    const waitedBefore = this.#runDelay()
    const { threadId, snapshotExpression } = this.#settings
    this.#running = capture(threadId, snapshotExpression, (captured) => {
      this.#suspension.wake(now())
      this.#running = null
      Atomics.store(this.#memory.flags, Flag.Capturing, 0)
      Atomics.notify(this.#memory.flags, Flag.Capturing)
      if (captured) {
        const waited = this.#runDelay()
        // What it has waited for since it answered must not count.
        const isFresh = now() - captured.snapshot.time < freshMs
        observation.add(captured, isFresh && waited !== null ? waited - (waitedBefore ?? waited) : 0)
      }
      this.#settle()
    })
  }

  #endCapture(): void {
    this.#running?.cancel()
    this.#running = null
    Atomics.store(this.#memory.flags, Flag.Capturing, 0)
    Atomics.notify(this.#memory.flags, Flag.Capturing)
  }

  #hear(turn: TurnEnded): void {
    const known = this.#incomplete?.turn.beganAt === turn.beganAt ? this.#incomplete : null
    const observation = known?.observation ?? this.#takeObservation(turn.beganAt)
    if (!turn.isComplete) {
      this.#incomplete = { turn, observation, isReported: false }
      return
    }
    this.#incomplete = null
    if (!known?.isReported) this.#finish(turn, observation)
  }

  /** The loop hangs again, so that no more will be told for a while. */
  #finishIncomplete(): void {
    if (!this.#incomplete || this.#incomplete.isReported) return
    this.#incomplete.isReported = true
    this.#finish(this.#incomplete.turn, this.#incomplete.observation)
  }

  #finish(turn: TurnEnded, observation: Observation): void {
    const suspendedMs = this.#suspension.during(turn.beganAt, turn.endedAt)
    const durationMs = turn.endedAt - turn.beganAt - turn.idleMs - suspendedMs
    if (observation.isAtBreakpoint() || durationMs < this.#settings.options.thresholdMs) return
    observation.startedAt ??= Date.now() - (now() - turn.beganAt - turn.idleMs)
    const { journal, origin, collectionMs } = turn
    const evidence = observation.evidence(this.#memory, turn.endedAt, {
      durationMs,
      journal,
      origin,
      collectionMs,
      processorWaitMs: turn.processorWaitMs === null ? null : Math.min(durationMs, turn.processorWaitMs),
      thresholdMs: this.#settings.options.thresholdMs,
    })
    this.#report(observation, evidence, turn.allowed, turn.requestsWaiting, turn.phase)
  }

  #takeObservation(beganAt: number): Observation {
    const known = [this.#observation, this.#previous].find((seen) => seen?.beganAt === beganAt)
    if (known && known === this.#observation) this.#observation = null
    if (known && known === this.#previous) this.#previous = null
    return known ?? new Observation(beganAt, [])
  }

  #report(
    observation: Observation,
    found: Evidence,
    allowed: AllowedTime | null,
    requestsWaiting: number | null,
    phase: ProgramPhase,
  ): void {
    const left = judgeAllowances(found, allowed, this.#settings.options.thresholdMs)
    if (!left) return
    const { evidence, allowance } = left
    const isOwn = (url: string): boolean => this.#settings.ownUrls.some((own) => url.startsWith(own))
    const verdict = classify(evidence, isOwn)
    if (this.#settings.threadId !== 0 && isWaitingForTasks(verdict)) return
    if (!evidence.origin && !isWorthReporting(verdict, phase)) return
    observation.startedAt ??= Date.now() - (now() - observation.beganAt)
    const facts = {
      startedAt: observation.startedAt,
      pid: process.pid,
      name: this.#settings.name,
      threadId: this.#settings.threadId,
      // Only the end of a turn tells how many waited for it.
      stillBlocked: requestsWaiting === null,
      requestsWaiting,
      allowance,
    }
    const report = buildReport(facts, evidence, verdict, this.#counts, isOwn, this.#positions)
    this.#reporter.write(report, observation.beganAt)
  }
}
