import { describe, expect, it } from 'vitest'

import { judgeProgram } from './judge-program.mjs'
import { programs } from './right-line-table.mjs'

describe('the watchdog names what blocked', () => {
  it.each(programs)('in $program', { timeout: 90_000 }, async (row) => {
    const { mistakes } = await judgeProgram(row)
    expect(mistakes).toEqual([])
  })
})
