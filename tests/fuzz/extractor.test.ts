// Whatever a text holds, it gives facts or a reason why not: plain data, the same each time, that refer to
// nothing that is not there.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FileFacts } from '../../src/analysis/facts.js'
import { judgeText } from '../../src/analysis/index-files/verdict.js'
import { program, tokenSoup } from './programs.js'
import { patience, runs } from './runs.js'

const SRC = fileURLToPath(new URL('../../src', import.meta.url))

const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .sort()
  .map((name) => readFileSync(join(SRC, name), 'utf8'))
  .filter((text) => text.length < 12_000)

// Longer than any of these texts should take on a slow machine by far.
const LONGEST_MS = 5000

const extension = fc.constantFrom('.js', '.ts', '.tsx', '.cjs')

/** Indexes that facts refer to by a property of this name, and the list that they are of. */
const lists: Readonly<Record<string, keyof FileFacts>> = {
  variable: 'variables',
  call: 'calls',
  function: 'functions',
  class: 'classes',
  object: 'objects',
}

function expectSound(extensionOfFile: string, text: string): void {
  const file = `/project/fuzzed${extensionOfFile}`
  const began = performance.now()
  const verdict = judgeText(file, text)
  expect(performance.now() - began).toBeLessThan(LONGEST_MS)
  if (!('facts' in verdict)) return
  const { facts } = verdict
  const written = JSON.stringify(facts)
  expect(JSON.parse(written)).toEqual(facts)
  expect(JSON.stringify(judgeText(file, text))).toBe(JSON.stringify(verdict))
  JSON.parse(written, (key, value: unknown) => {
    const list = lists[key]
    if (list !== undefined && typeof value === 'number') {
      const { length } = facts[list] as { length: number }
      expect(value, key).toBeLessThan(length)
    }
    return value
  })
}

test('programs', () => {
  fc.assert(fc.property(extension, program, expectSound), runs(120))
}, patience(120))

test('words in any order', () => {
  fc.assert(fc.property(extension, tokenSoup, expectSound), runs(300))
}, patience(300))

test('any characters', () => {
  fc.assert(fc.property(extension, fc.string({ unit: 'binary', maxLength: 200 }), expectSound), runs(200))
}, patience(200))

test('sources cut off, and with a part left out or moved elsewhere', () => {
  const position = fc.double({ min: 0, max: 1, noNaN: true })
  const change = fc.constantFrom('cut', 'leave out', 'move')
  const mangled = fc
    .tuple(fc.constantFrom(...sources), position, position, position, change)
    .map(([text, ...[one, two, three, what]]) => {
      const [from = 0, to = 0] = [one, two].map((at) => Math.floor(at * text.length)).sort((a, b) => a - b)
      if (what === 'cut') return text.slice(0, to)
      const rest = text.slice(0, from) + text.slice(to)
      const at = Math.floor(three * rest.length)
      return what === 'move' ? rest.slice(0, at) + text.slice(from, to) + rest.slice(at) : rest
    })
  fc.assert(fc.property(extension, mangled, expectSound), runs(80))
}, patience(80))
