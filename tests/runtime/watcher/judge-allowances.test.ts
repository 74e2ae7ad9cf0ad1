import { describe, expect, it } from 'vitest'

import type { AllowedTime, JournalSummary } from '../../../src/runtime/messages.js'
import { createSharedMemory, Text, Time, writeText } from '../../../src/runtime/shared-memory.js'
import type { Allowance } from '../../../src/runtime/types.js'
import type { Evidence, Sample } from '../../../src/runtime/watcher/classify.js'
import { judgeAllowances, readRunningAllowance } from '../../../src/runtime/watcher/judge-allowances.js'

const unlimited: Allowance = { reason: 'logo, once a day', budgetMs: null }
const limited: Allowance = { reason: 'rates', budgetMs: 200 }
const thresholdMs = 100

const sample = (coversMs: number, allowance: Allowance | null): Sample => {
  return { frames: [], latencyMs: 1, coversMs, request: null, allowance, loading: null }
}
const evidence = (durationMs: number, samples: readonly Sample[], journal: JournalSummary | null = null): Evidence => {
  const queues = { microtaskShare: 0, tickShare: 0 }
  return { durationMs, samples, journal, queues, origin: null, collectionMs: null, processorWaitMs: null, thresholdMs }
}
const timed = (allowedMs: number, exceeded: AllowedTime['exceeded'] = null): AllowedTime => {
  return { allowedMs, exceeded }
}
const journal = (totalMs: number, allowedMs: number): JournalSummary => {
  return { api: 'fs.readFileSync', argument: null, calls: 2, totalMs, allowedMs, longestMs: totalMs, allMs: totalMs, caller: null, request: null }
}

describe('a stall', () => {
  it('without accepted code stays as it is', () => {
    const found = evidence(300, [sample(150, null)])
    expect(judgeAllowances(found, null, thresholdMs)).toEqual({ evidence: found, allowance: null })
  })

  it('that was accepted as a whole is none', () => {
    expect(judgeAllowances(evidence(300, []), timed(290), thresholdMs)).toBeNull()
    expect(judgeAllowances(evidence(300, []), timed(201), thresholdMs)).toBeNull()
  })

  it('beyond the budget is one, and says so', () => {
    const found = evidence(300, [sample(150, limited)])
    const exceeded = timed(290, { ...limited, tookMs: 290 })
    expect(judgeAllowances(found, exceeded, thresholdMs)).toEqual({ evidence: found, allowance: limited })
  })

  it('that other code makes one is that code’s', () => {
    const others = sample(100, null)
    const found = evidence(400, [sample(250, unlimited), others], journal(350, 250))
    expect(judgeAllowances(found, timed(250), thresholdMs)).toEqual({
      evidence: evidence(400, [others]),
      allowance: null,
    })
  })

  it('keeps the calls that were not accepted', () => {
    const found = evidence(400, [], journal(350, 100))
    const left = judgeAllowances(found, timed(100), thresholdMs)?.evidence.journal
    expect(left).toMatchObject({ totalMs: 250, allowedMs: 0 })
  })

  it('of continuations is known by samples alone', () => {
    expect(judgeAllowances(evidence(300, [sample(150, unlimited)]), null, thresholdMs)).toBeNull()
    // 150 of 200 ms that were looked at are 225 of 300 ms.
    const found = evidence(300, [sample(150, limited), sample(50, null)])
    expect(judgeAllowances(found, null, thresholdMs)).toEqual({ evidence: found, allowance: limited })
  })
})

describe('a stall that goes on', () => {
  const memory = createSharedMemory()
  const run = (allowance: Allowance): void => {
    writeText(memory, Text.allowance, JSON.stringify(allowance))
    memory.times[Time.AllowanceStart] = 1000
  }

  it('is accepted since the accepted code began', () => {
    run(limited)
    expect(readRunningAllowance(memory, 900, 1150)).toEqual(timed(150))
    expect(readRunningAllowance(memory, 900, 1300)).toEqual(timed(300, { ...limited, tookMs: 300 }))
    run(unlimited)
    expect(readRunningAllowance(memory, 900, 9000)).toEqual(timed(8000))
  })

  it('has none when none runs, or its text was cut off', () => {
    run({ reason: 'x'.repeat(1000), budgetMs: null })
    expect(readRunningAllowance(memory, 900, 1300)).toBeNull()
    writeText(memory, Text.allowance, '')
    expect(readRunningAllowance(memory, 900, 1300)).toBeNull()
  })
})
