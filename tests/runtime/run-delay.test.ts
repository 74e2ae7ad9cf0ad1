import { readFileSync } from 'node:fs'
import { platform } from 'node:os'
import { expect, it } from 'vitest'

import { ownTask, runDelayOf } from '../../src/runtime/run-delay.js'

it('knows nothing of no task, and of one that does not exist', () => {
  expect(runDelayOf(null).read()).toBeNull()
  expect(runDelayOf('0/task/0').read()).toBeNull()
})

it.runIf(platform() === 'linux')('reads what the kernel counts, until it is closed', () => {
  const task = ownTask()
  expect(task).toMatch(/^\d+\/task\/\d+$/)
  const kernelMs = (): number => Number(readFileSync(`/proc/${task}/schedstat`, 'utf8').split(' ')[1]) / 1e6
  const reader = runDelayOf(task)
  const before = kernelMs()
  const read = reader.read()
  expect(read).toBeGreaterThanOrEqual(before)
  expect(read).toBeLessThanOrEqual(kernelMs())
  reader.close()
  expect(reader.read()).toBeNull()
})
