import { describe, expect, it } from 'vitest'

import { canRun, judgeProgram } from './judge-program.mjs'
import { programs } from './right-line-table.mjs'

describe('the watchdog names what blocked', () => {
  it.concurrent.each(programs.filter((row) => canRun(row)))('in $program', { timeout: 90_000 }, async (row) => {
    const { mistakes } = await judgeProgram(row)
    expect(mistakes).toEqual([])
  })
})
