import { expect, it } from 'vitest'
import { createSharedMemory, readText, Text, writeLines, writeText } from '../../src/runtime/shared-memory.js'

const write = (lines: readonly string[]): string => {
  const memory = createSharedMemory()
  // What was there before must not be seen behind what is written.
  writeText(memory, Text.request, '#'.repeat(1600))
  writeLines(memory, Text.request, lines)
  return readText(memory, Text.request)
}

it.each([
  ['short ones', ['GET', '/menu/:id', '/menu/7']],
  ['empty ones', ['', '', '/', '']],
  ['one that is not ASCII', ['GET', '/käse/:id', '/k%C3%A4se/7']],
  ['one beyond the basic plane', ['GET', '', '/\u{1F35E}']],
  ['forty characters', ['GET', '', `/${'a'.repeat(34)}`]],
  ['forty-one characters', ['GET', '', `/${'a'.repeat(35)}`]],
  ['one of a hundred characters', ['GET', '', `/${'a'.repeat(94)}`]],
  ['one that is longer', ['GET', '', `/${'a'.repeat(1000)}`]],
])('lines are read as they were written: %s', (_, lines) => {
  expect(write(lines)).toBe(lines.join('\n'))
})

it('of lines that are too long for their place, the beginning is kept', () => {
  expect(write(['GET', '', `/${'a'.repeat(4000)}`])).toBe(`GET\n\n/${'a'.repeat(1530)}`)
})

it('one text leaves the others alone', () => {
  const memory = createSharedMemory()
  writeText(memory, Text.argument, '/etc/menu')
  writeLines(memory, Text.request, ['GET', '', '/'])
  writeText(memory, Text.caller, '[]')
  expect([Text.argument, Text.request, Text.caller].map((slot) => readText(memory, slot))).toEqual([
    '/etc/menu',
    'GET\n\n/',
    '[]',
  ])
})
