import { expect, it } from 'vitest'
import { createSharedMemory, readText, Text, writeText } from '../../src/runtime/shared-memory.js'

it('of a text that is too long for its place, the beginning is kept', () => {
  const memory = createSharedMemory()
  writeText(memory, Text.api, 'a'.repeat(200))
  expect(readText(memory, Text.api)).toBe('a'.repeat(128))
})

it('one text leaves the others alone', () => {
  const memory = createSharedMemory()
  writeText(memory, Text.argument, '/etc/menu')
  writeText(memory, Text.request, 'GET\n\n/')
  writeText(memory, Text.caller, '[]')
  expect([Text.argument, Text.request, Text.caller].map((slot) => readText(memory, slot))).toEqual([
    '/etc/menu',
    'GET\n\n/',
    '[]',
  ])
})
