import { expect, it, vi } from 'vitest'

import type { StallNotice } from '../../../src/runtime/messages.js'
import type { StallReport } from '../../../src/runtime/types.js'
import { Quota } from '../../../src/runtime/watcher/policy.js'
import { Reporter, type ReporterParts } from '../../../src/runtime/watcher/reporter.js'
import { stallReport } from '../stall-report.js'

const setUp = (parts: Partial<ReporterParts> = {}) => {
  const written: StallReport[] = []
  const notices: StallNotice[] = []
  const reporter = new Reporter({
    isAccepted: () => false,
    hints: { load: async () => {}, give: () => null },
    quota: new Quota({ sampleRate: 1, maxReportsPerMinute: 1 }),
    sinks: [{ write: (report) => written.push(report) }],
    notify: (notice) => notices.push(notice),
    ...parts,
  })
  return { reporter, written, notices }
}

it('writes every report of a stall, and tells the loop of the last', () => {
  const { reporter, written, notices } = setUp()
  reporter.write(stallReport({ stillBlocked: true, durationMs: 300 }), 1)
  reporter.write(stallReport({ durationMs: 900 }), 1)
  expect(written.map(({ durationMs }) => durationMs)).toEqual([300, 900])
  expect(notices).toEqual([
    { report: stallReport({ durationMs: 900 }), turnBeganAt: 1, isReported: true },
  ])
})

it('leaves out what exceeds the quota, but lets it be counted', () => {
  const { reporter, written, notices } = setUp()
  for (const turn of [1, 2, 3]) reporter.write(stallReport({ count: turn }), turn)
  expect(written).toHaveLength(1)
  expect(notices.map(({ isReported }) => isReported)).toEqual([true, false, false])
})

it('says in the next report how many were left out', () => {
  const isTaken = [true, false, false, true]
  let omitted = 0
  const quota = {
    take: () => {
      const taken = isTaken.shift()!
      if (!taken) omitted += 1
      return taken
    },
    takeOmitted: () => omitted,
  } as unknown as Quota
  const { reporter, written } = setUp({ quota })
  for (const turn of [1, 2, 3, 4]) reporter.write(stallReport(), turn)
  expect(written.map((report) => report.omitted)).toEqual([0, 2])
})

it('says nothing of what is accepted', () => {
  const { reporter, written, notices } = setUp({ isAccepted: () => true })
  reporter.write(stallReport(), 1)
  expect([written, notices]).toEqual([[], []])
})

it('goes on with the other sinks when one fails', () => {
  const written: StallReport[] = []
  const failing = {
    write: vi.fn(() => {
      throw new Error('no more paper')
    }),
  }
  const { reporter } = setUp({
    quota: new Quota({ sampleRate: 1, maxReportsPerMinute: 60 }),
    sinks: [failing, { write: (report) => written.push(report) }],
  })
  reporter.write(stallReport(), 1)
  reporter.write(stallReport(), 2)
  expect(written).toHaveLength(2)
  expect(failing.write).toHaveBeenCalledTimes(2)
})
