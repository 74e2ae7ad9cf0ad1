import { expect, test } from 'vitest'
import { expectedOf, programOf, reportsOf } from './offload-table.js'
import { offloaders } from './offloaders.js'

test.each([
  ['bthreads/process', 'bthreads'],
  ['bthreads/stable', 'bthreads'],
  ['bthreads/threads', 'bthreads'],
  ['make-synchronous/subprocess', 'make-synchronous'],
])('%s is another name of %s', (name, module) => {
  const code = offloaders[module] ?? ''
  const program = programOf(code.replace(`'${module}'`, `'${name}'`))
  expect(program).not.toEqual(programOf(code))
  expect(reportsOf(program)).toEqual(expectedOf(program))
})

test.each(Object.entries(offloaders))('%s', (_, code) => {
  const program = programOf(code)
  expect(reportsOf(program)).toEqual(expectedOf(program))
})
