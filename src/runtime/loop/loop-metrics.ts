import type { BatchObservableResult, Meter, Observable } from '@opentelemetry/api'
import { performance, type monitorEventLoopDelay } from 'node:perf_hooks'

type IntervalHistogram = ReturnType<typeof monitorEventLoopDelay>

export interface LoopObserver {
  stop(): void
}

const resolutionMs = 20

/** Of the histogram, whose values are nanoseconds. */
const delays: Readonly<Record<string, (histogram: IntervalHistogram) => number>> = {
  min: (histogram) => histogram.min,
  max: (histogram) => histogram.max,
  mean: (histogram) => histogram.mean,
  stddev: (histogram) => histogram.stddev,
  p50: (histogram) => histogram.percentile(50),
  p90: (histogram) => histogram.percentile(90),
  p99: (histogram) => histogram.percentile(99),
}

/**
 * The metrics of the event loop by OpenTelemetry's semantic conventions, "Node.js runtime metrics".
 * Delays are those since the last collection. Nothing is measured before the first one.
 */
export function observeLoop(
  meter: Meter,
  monitor: (options: { resolution: number }) => IntervalHistogram,
): LoopObserver {
  let histogram: IntervalHistogram | null = null
  const gauge = (name: string, unit: string): Observable => meter.createObservableGauge(name, { unit })
  const delayGauges = Object.keys(delays).map((name) => ({
    instrument: gauge(`nodejs.eventloop.delay.${name}`, 's'),
    read: delays[name]!,
  }))
  const utilization = gauge('nodejs.eventloop.utilization', '1')
  const time = meter.createObservableCounter('nodejs.eventloop.time', { unit: 's' })
  let last = performance.eventLoopUtilization()

  const observe = (result: BatchObservableResult): void => {
    const { idle, active } = performance.eventLoopUtilization()
    result.observe(time, idle / 1000, { 'nodejs.eventloop.state': 'idle' })
    result.observe(time, active / 1000, { 'nodejs.eventloop.state': 'active' })
    result.observe(utilization, performance.eventLoopUtilization(last).utilization)
    last = performance.eventLoopUtilization()
    if (histogram === null) {
      histogram = monitor({ resolution: resolutionMs })
      histogram.enable()
      return
    }
    if (histogram.count > 0) {
      for (const { instrument, read } of delayGauges) result.observe(instrument, read(histogram) / 1e9)
    }
    histogram.reset()
  }
  const observed = [...delayGauges.map(({ instrument }) => instrument), utilization, time]
  meter.addBatchObservableCallback(observe, observed)
  return {
    stop: () => {
      meter.removeBatchObservableCallback(observe, observed)
      histogram?.disable()
    },
  }
}
