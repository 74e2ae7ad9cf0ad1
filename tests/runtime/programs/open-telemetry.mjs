// A program with OpenTelemetry, which prints what it would have exported.
import { metrics, trace, context } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { AggregationTemporality, InMemoryMetricExporter, MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics'
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { setTimeout } from 'node:timers/promises'

const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE)
const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 })
metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }))
const spans = new InMemorySpanExporter()
trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }))
context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())

const { watchEventLoop } = await import(process.env.EVENT_LOOP_TEST_RUNTIME)
const watchdog = watchEventLoop({ report: 'none', stallsFile: '', origins: 'never', maxReportsPerMinute: 1 })
const alive = setInterval(() => {}, 1000)
await watchdog.ready
await setTimeout(300)
await reader.forceFlush()

function bake() {
  const end = Date.now() + 500
  while (Date.now() < end) Math.random()
}
const tracer = trace.getTracer('bakery')
await tracer.startActiveSpan('open', async (span) => {
  bake()
  await setTimeout(500)
  span.end()
})
tracer.startActiveSpan('ended', (span) => {
  bake()
  span.end()
})
await setTimeout(300)
await watchdog.settle()
await reader.forceFlush()

const seen = {}
for (const { scopeMetrics } of exporter.getMetrics().slice(-1)) {
  for (const { scope, metrics } of scopeMetrics) {
    for (const { descriptor, dataPoints } of metrics) {
      seen[descriptor.name] = { scope: scope.name, unit: descriptor.unit, points: dataPoints.map(({ value, attributes }) => ({ value, attributes })) }
    }
  }
}
const finished = spans.getFinishedSpans().map(({ name, events, attributes, parentSpanContext }) => ({
  name,
  events: events.map(({ name, attributes }) => ({ name, attributes })),
  attributes,
  hasParent: parentSpanContext !== undefined,
}))
console.log(JSON.stringify({ metrics: seen, spans: finished }))
clearInterval(alive)
watchdog.stop()
await reader.shutdown()
