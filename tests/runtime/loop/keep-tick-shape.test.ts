import { executionAsyncResource } from 'node:async_hooks'
import { expect, it } from 'vitest'

import { keepTickShape } from '../../../src/runtime/loop/keep-tick-shape.js'

const nextTick = (): Promise<object> => {
  return new Promise((resolve) => process.nextTick(() => resolve(executionAsyncResource())))
}

it('keeps an object of process.nextTick until it is stopped', async () => {
  const shape = keepTickShape()
  expect(shape.kept()).toBeNull()
  const another = await nextTick()
  expect(shape.kept()).not.toBe(another)
  expect(Reflect.ownKeys(shape.kept()!)).toEqual(Reflect.ownKeys(another))
  expect(Reflect.ownKeys(another)).toContain('callback')
  shape.stop()
  expect(shape.kept()).toBeNull()
})

it('keeps none when it was stopped before', async () => {
  const shape = keepTickShape()
  shape.stop()
  await nextTick()
  expect(shape.kept()).toBeNull()
})
