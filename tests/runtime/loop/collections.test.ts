import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, expect, it } from 'vitest'

import { now } from '../../../src/runtime/clock.js'
import { type Collections, watchCollections } from '../../../src/runtime/loop/collections.js'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const megabyte = 1_000_000
let collections: Collections

afterEach(() => collections.stop())

/** Whatever else a turn does; a loop would leave garbage, which V8 would collect in between. */
const work = (ms: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}

/** Milliseconds that it took: a collection may last longer than it should. */
const collectFor = (ms: number): number => {
  const beganAt = now()
  while (now() < beganAt + ms) collect()
  return now() - beganAt
}

/** A turn of the loop, and until Node.js has told of its collections. */
const turn = async (run: () => unknown, idleMs = 0) => {
  const beganAt = now() - idleMs
  run()
  const endedAt = now()
  for (let round = 0; round < 4; round += 1) await new Promise((resolve) => setImmediate(resolve))
  return { busyMs: endedAt - beganAt - idleMs, collectedMs: collections.during(beganAt, endedAt, idleMs) }
}

it('are measured in a turn that began with a large heap', async () => {
  collections = watchCollections(100, () => 50 * megabyte)
  collections.endTurn(now())
  let collectingMs = 0
  const { collectedMs } = await turn(() => {
    work(60)
    collectingMs = collectFor(60)
  })
  expect(collectedMs! / collectingMs).toBeGreaterThan(0.7)
  expect(collectedMs! / collectingMs).toBeLessThan(1.05)
})

it('are unknown of a turn that began with a small heap and was not looked at', async () => {
  collections = watchCollections(100, () => 49 * megabyte)
  collections.endTurn(now())
  expect((await turn(() => collectFor(120))).collectedMs).toBeNull()
})

it('are watched from the first look on, and what was before counts as alike', async () => {
  collections = watchCollections(100, () => 10 * megabyte)
  const { busyMs, collectedMs } = await turn(() => {
    work(60)
    collections.watchTurn()
    collectFor(60)
  }, 300)
  expect(collectedMs! / busyMs).toBeGreaterThan(0.7)
  expect(collectedMs! / busyMs).toBeLessThan(1.05)
})

it('are unknown of a turn that was watched for less than a third', async () => {
  collections = watchCollections(100, () => 10 * megabyte)
  const watched = await turn(() => {
    work(300)
    collections.watchTurn()
    collectFor(30)
  })
  expect(watched.collectedMs).toBeNull()
})

it('are watched for one turn only, unless the heap has grown', async () => {
  let usedBytes = 10 * megabyte
  collections = watchCollections(100, () => usedBytes)
  collections.watchTurn()
  collections.endTurn(now())
  expect((await turn(() => collectFor(20))).collectedMs).toBeNull()
  usedBytes = 90 * megabyte
  collections.endTurn(now())
  expect((await turn(() => collectFor(20))).collectedMs).toBeGreaterThan(5)
})

it('of turns that are over are forgotten', async () => {
  collections = watchCollections(100, () => 90 * megabyte)
  collections.endTurn(now())
  const beganAt = now()
  await turn(() => collectFor(20))
  collections.endTurn(now())
  expect(collections.during(beganAt, now(), 0)).toBe(0)
})

it('are not watched any more by a look that comes after the end', async () => {
  collections = watchCollections(100, () => 90 * megabyte)
  collections.stop()
  collections.watchTurn()
  collections.endTurn(now())
  expect((await turn(() => collectFor(20))).collectedMs).toBeNull()
})
