import { describe, expect, it } from 'vitest'

import type { StallReport } from '../../src/runtime/types.js'
import { runProgram } from './run-program.mjs'

const stallsOf = async (work: string): Promise<StallReport[]> => {
  const { reports, stderr, exitCode } = await runProgram('allowed-work.mjs', { parameters: [work] })
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
  // What is shorter is the machine's own.
  return (reports as StallReport[]).filter(({ durationMs }) => durationMs >= 250)
}

describe('allowBlocking', { timeout: 90_000 }, () => {
  it.each(['within budget', 'hang without budget', 'after await', 'command after await'])(
    'accepts work %s',
    async (work) => {
      expect(await stallsOf(work)).toEqual([])
    },
  )

  it.each(['beyond budget', 'hang beyond budget'])('reports work %s, and says so', async (work) => {
    const stalls = await stallsOf(work)
    expect(stalls.length).toBeGreaterThan(0)
    for (const stall of stalls) {
      expect(stall.allowance).toEqual({ reason: 'once a year', budgetMs: 200 })
      expect(stall.place?.functionName).toBe('renderYearbook')
    }
  })

  it.each(['beside it', 'after it'])('does not accept work %s', async (work) => {
    const stalls = await stallsOf(work)
    expect(stalls.map(({ place }) => place?.functionName)).toContain('renderYearbook')
    expect(stalls.map(({ allowance }) => allowance)).not.toContainEqual(expect.anything())
  })
})
