import { channel } from 'node:diagnostics_channel'
import { expect, it } from 'vitest'

import { now } from '../../../src/runtime/clock.js'
import { mayHaveWaitedIn, watchLoop } from '../../../src/runtime/loop/watched-loop.js'
import { trackRequests } from '../../../src/runtime/loop/request-context.js'
import type { LoopMessage, TurnEnded } from '../../../src/runtime/messages.js'
import { resolveOptions } from '../../../src/runtime/options.js'
import { createSharedMemory, Time } from '../../../src/runtime/shared-memory.js'

const hold = (ms: number): void => {
  const end = performance.now() + ms
  while (performance.now() < end);
}
const start = channel('http.server.request.start')
const finish = channel('http.server.response.finish')

/** What is told of a turn in which a request is answered at once and another one is not. */
const turnsOf = async (waitedMs: number, afterwards = () => {}): Promise<readonly TurnEnded[]> => {
  const turns: TurnEnded[] = []
  const memory = createSharedMemory()
  const requests = trackRequests({ mayHaveWaited: mayHaveWaitedIn(memory, 100) })
  let runDelayMs = 0
  const loop = watchLoop(
    resolveOptions({ thresholdMs: 100, origins: 'never' }),
    memory,
    () => runDelayMs,
    { soFar: () => null, endTurn: () => null, stop: () => {} },
    requests,
    { current: () => null, endTurn: () => null } as never,
    { note: () => {}, endTurn: () => {} } as never,
    (message: LoopMessage) => {
      if (message.type !== 'turn-ended') return
      turns.push(message)
      if (!message.isComplete) setImmediate(afterwards)
    },
  )
  try {
    await new Promise((resolve) => setTimeout(resolve, 60))
    hold(60)
    loop.snapshot()
    hold(60)
    const answered = { request: { method: 'GET', url: '/loaf' }, socket: {} }
    const unanswered = { request: { method: 'GET', url: '/oven' }, socket: {} }
    start.publish(answered)
    finish.publish(answered)
    start.publish({ ...unanswered, request: { ...unanswered.request, socket: unanswered.socket } })
    hold(40)
    runDelayMs += waitedMs
    await expect.poll(() => turns.filter(({ isComplete }) => isComplete)).toHaveLength(1)
    return turns
  } finally {
    loop.stop()
    requests.stop()
  }
}

it('a long turn is told at once, and again when more is known', async () => {
  const turns = await turnsOf(0)
  expect(turns.map(({ isComplete, collectionMs }) => [isComplete, typeof collectionMs])).toEqual([
    [false, 'object'],
    [true, 'number'],
  ])
  // Whoever came while the loop was held has waited, answered or not.
  expect(turns.map(({ requestsWaiting }) => requestsWaiting)).toEqual([2, 2])
})

it('of a turn that only waited for a processor, what was answered in it has not waited', async () => {
  const turns = await turnsOf(150)
  expect(turns.map(({ requestsWaiting }) => requestsWaiting)).toEqual([1, 1])
})

it('what is read right after a long turn has waited for it, even if it is answered at once', async () => {
  const turns = await turnsOf(0, () => {
    const late = { request: { method: 'GET', url: '/late' }, socket: {} }
    start.publish(late)
    finish.publish(late)
  })
  expect(turns.map(({ requestsWaiting }) => requestsWaiting)).toEqual([2, 3])
})

it('of a turn that is not long, answered requests are not remembered', () => {
  const memory = createSharedMemory()
  const requests = trackRequests({ mayHaveWaited: mayHaveWaitedIn(memory, 100) })
  const answer = (url: string, ageMs: number): void => {
    memory.times[Time.Beat] = now() - ageMs
    const message = { request: { method: 'GET', url }, socket: {} }
    start.publish(message)
    finish.publish(message)
  }
  answer('/at-once', 30)
  answer('/held', 70)
  requests.rememberAnswered(true)
  answer('/right-after', 0)
  requests.rememberAnswered(false)
  answer('/later', 10)
  const remembered = requests.unansweredOrSince(0).map((request) => request.describe().path)
  requests.stop()
  expect(remembered).toEqual(['/held', '/right-after'])
})
