import { expect, test } from 'vitest'
import { expectedOf, programOf, reportsOf } from './offload-table.js'
import { offloaders } from './offloaders.js'

test.each(Object.entries(offloaders))('%s', (_, code) => {
  const program = programOf(code)
  expect(reportsOf(program)).toEqual(expectedOf(program))
})
