import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { describe, expect, it, vi } from 'vitest'

import { Publisher } from '../../../src/runtime/loop/publish.js'
import type { StallReport } from '../../../src/runtime/types.js'
import * as writeText from '../../../src/runtime/write-text.js'
import { stallReport } from '../stall-report.js'

const notice = (report = stallReport(), isReported = true) => ({ report, isReported, turnBeganAt: 1 })

describe('a publisher', () => {
  it('tells listeners, sinks and the channel, until they are removed', () => {
    const publisher = new Publisher()
    const seen: [string, unknown][] = []
    const onMessage = (message: unknown): void => void seen.push(['channel', message])
    subscribe('event-loop:stall', onMessage)
    const sink = {
      name: 'sink',
      write(this: { name: string }, report: StallReport) {
        seen.push([this.name, report])
      },
    }
    const remove = publisher.add({ onStall: (report) => seen.push(['onStall', report]), sinks: [sink] })
    publisher.publish(notice())
    expect(seen).toEqual(['sink', 'onStall', 'channel'].map((name) => [name, stallReport()]))
    remove()
    publisher.publish(notice())
    expect(seen.slice(3).map(([name]) => name)).toEqual(['channel'])
    unsubscribe('event-loop:stall', onMessage)
  })

  it('keeps to itself what is only counted', () => {
    const publisher = new Publisher()
    const onStall = vi.fn()
    publisher.add({ onStall })
    publisher.publish(notice(stallReport(), false))
    expect(onStall).not.toHaveBeenCalled()
  })

  it.each([
    ['throws', () => { throw new Error('pager is down') }],
    ['rejects', () => Promise.reject(new Error('pager is down'))],
  ])('warns once of a listener that %s, and goes on', async (_, onStall) => {
    const warn = vi.spyOn(writeText, 'warn').mockReturnValue(undefined)
    const publisher = new Publisher()
    const other = vi.fn()
    publisher.add({ onStall })
    publisher.add({ onStall: other })
    for (let number = 0; number < 3; number += 1) publisher.publish(notice())
    await Promise.resolve()
    expect(other).toHaveBeenCalledTimes(3)
    expect(warn.mock.calls).toEqual([
      ['onStall has failed, further failures are not told: pager is down'],
    ])
    warn.mockRestore()
  })
})
