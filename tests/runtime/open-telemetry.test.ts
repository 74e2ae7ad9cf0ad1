import { describe, expect, it } from 'vitest'

import { runProgram } from './run-program.mjs'

interface Exported {
  readonly metrics: Record<
    string,
    { scope: string; unit: string; points: { value: unknown; attributes: Record<string, unknown> }[] }
  >
  readonly spans: {
    readonly name: string
    readonly events: { name: string; attributes: Record<string, unknown> }[]
    readonly attributes: Record<string, unknown>
    readonly hasParent: boolean
  }[]
}

describe('OpenTelemetry', { timeout: 90_000 }, () => {
  it('gets metrics of the loop and stalls in their spans', async () => {
    const { stdout, stderr, exitCode } = await runProgram('open-telemetry.mjs', { flags: [] })
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
    const { metrics, spans } = JSON.parse(stdout) as Exported

    const stalls = metrics['event_loop.stall.duration']!
    expect(stalls).toMatchObject({ scope: 'eslint-plugin-event-loop', unit: 's' })
    const bakes = stalls.points.filter(({ attributes }) => attributes['code.function.name'] === 'bake')
    // The second exceeds the limit of reports, and counts all the same.
    expect(bakes).toMatchObject([
      { attributes: { 'event_loop.stall.cause': 'javascript' }, value: { count: 2 } },
    ])
    expect((bakes[0]!.value as { min: number }).min).toBeGreaterThan(0.3)
    expect((bakes[0]!.value as { max: number }).max).toBeLessThan(5)

    for (const name of ['min', 'max', 'mean', 'stddev', 'p50', 'p90', 'p99']) {
      const delay = metrics[`nodejs.eventloop.delay.${name}`]
      expect(delay?.unit).toBe('s')
      expect(delay?.points[0]?.value).toBeGreaterThanOrEqual(0)
    }
    expect(metrics['nodejs.eventloop.delay.max']?.points[0]?.value).toBeGreaterThan(0.3)
    expect(metrics['nodejs.eventloop.utilization']?.points[0]?.value).toBeLessThanOrEqual(1)
    const states = metrics['nodejs.eventloop.time']?.points.map(({ attributes }) => attributes['nodejs.eventloop.state'])
    expect(states).toEqual(['idle', 'active'])

    const open = spans.find(({ name }) => name === 'open')
    expect(open?.events).toMatchObject([
      {
        name: 'event_loop.stall',
        attributes: { 'code.function.name': 'bake', 'event_loop.stall.cause': 'javascript' },
      },
    ])
    const below = spans.filter(({ name }) => name === 'event_loop.stall')
    expect(below).toMatchObject([{ hasParent: true, attributes: { 'code.function.name': 'bake' } }])
  })
})
