import type { Attributes, Histogram, MeterProvider, Span } from '@opentelemetry/api'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { clearInterval, setInterval } from 'node:timers'

import type { StallNotice } from '../messages.js'
import { observeLoop, type LoopObserver } from './loop-metrics.js'

type Api = typeof import('@opentelemetry/api')

/** Knows which span was being worked on when the loop stood still. */
export interface SpanTracker {
  /** Called in the middle of a stall. */
  note(): void
  /** The turn in which spans were noted is over. */
  endTurn(beganAt: number): void
}

/** Where the API keeps what a program has set up, in every 1.x version. */
const globalKey = Symbol.for('opentelemetry.js.api.1')
const lookMs = 2000
const scope = 'eslint-plugin-event-loop'
/** Stalls of which no report has come yet. */
const maximumWaiting = 20

/**
 * Reports to OpenTelemetry, from when the program has set it up: metrics of the loop by the semantic
 * conventions, and stalls as a histogram and as events of the spans in which they happened.
 *
 * The API is neither loaded nor looked for before the program has done so itself.
 */
export class OpenTelemetry implements SpanTracker {
  #timer: NodeJS.Timeout | undefined
  #api: Api | null = null
  #isStopped = false
  #provider: MeterProvider | null = null
  #stalls: Histogram | null = null
  #loop: LoopObserver | null = null
  #span: Span | undefined
  readonly #waiting = new Map<number, Span>()

  start(): void {
    this.#timer = setInterval(() => void this.#look(), lookMs)
    this.#timer.unref()
    void this.#look()
  }

  stop(): void {
    this.#isStopped = true
    clearInterval(this.#timer)
    this.#loop?.stop()
    this.#waiting.clear()
  }

  note(): void {
    try {
      this.#span = this.#api?.trace.getActiveSpan() ?? this.#span
    } catch {
      // A context manager of the program's own.
    }
  }

  endTurn(beganAt: number): void {
    if (this.#span) this.#waiting.set(beganAt, this.#span)
    this.#span = undefined
    const [oldest] = this.#waiting.keys()
    if (this.#waiting.size > maximumWaiting && oldest !== undefined) this.#waiting.delete(oldest)
  }

  count({ report, turnBeganAt }: StallNotice): void {
    const span = this.#waiting.get(turnBeganAt)
    this.#waiting.delete(turnBeganAt)
    const api = this.#api
    if (!api) return
    try {
      this.#stalls?.record(report.durationMs / 1000, metricAttributes(report))
      if (!span) return
      const begin = new Date(report.time)
      const attributes = spanAttributes(report)
      if (span.isRecording()) {
        span.addEvent('event_loop.stall', attributes, begin)
        return
      }
      // It ended in the very turn: the stall becomes a span below it.
      const parent = api.trace.setSpan(api.ROOT_CONTEXT, span)
      const stall = api.trace
        .getTracer(scope)
        .startSpan('event_loop.stall', { startTime: begin, attributes }, parent)
      stall.end(new Date(begin.getTime() + report.durationMs))
    } catch {
      // What the program has set up must not harm the program.
    }
  }

  async #look(): Promise<void> {
    if (!(globalKey in globalThis) || this.#isStopped) return
    try {
      this.#api ??= await import('@opentelemetry/api')
    } catch {
      // The program has an API that cannot be found from here.
      clearInterval(this.#timer)
      return
    }
    const provider = this.#api.metrics.getMeterProvider()
    // It may be set later than tracing, and anew.
    if (provider === this.#provider || this.#isStopped) return
    this.#provider = provider
    const meter = provider.getMeter(scope)
    this.#stalls = meter.createHistogram('event_loop.stall.duration', {
      description: 'How long turns of the event loop took that exceeded the threshold.',
      unit: 's',
      advice: { explicitBucketBoundaries: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] },
    })
    this.#loop?.stop()
    this.#loop = observeLoop(meter, monitorEventLoopDelay)
  }
}

type Report = StallNotice['report']

/** Few values each, for every combination is a time series. */
function metricAttributes({ cause, api, request, place }: Report): Attributes {
  return {
    'event_loop.stall.cause': cause ?? 'unknown',
    ...(api && { 'event_loop.stall.api': api.name }),
    ...(request && { 'http.request.method': request.method }),
    ...(request?.route && { 'http.route': request.route }),
    ...(place?.functionName && { 'code.function.name': place.functionName }),
  }
}

function spanAttributes(report: Report): Attributes {
  const { place, hint, durationMs } = report
  return {
    ...metricAttributes(report),
    'event_loop.stall.duration': durationMs / 1000,
    ...(place && {
      'code.file.path': place.file,
      'code.line.number': place.line,
      'code.column.number': place.column,
    }),
    ...(hint && { 'event_loop.stall.remedy': hint.remedy }),
  }
}
