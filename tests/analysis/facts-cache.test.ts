import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { FactsCache } from '../../src/analysis/facts-cache.js'
import { makeFolder } from '../cli/run-cli.js'
import { withoutPrivileges } from './without-privileges.js'

const BUILT = fileURLToPath(new URL('../../dist/analysis/facts-cache.js', import.meta.url))

const file = (folder: string): string => join(folder, 'facts.jsonl')

const entriesOf = (values: Readonly<Record<string, unknown>>): [string, () => unknown][] =>
  Object.entries(values).map(([key, value]) => [key, () => value])

const never = (): never => {
  throw new Error('It was asked for.')
}

test('gives back what was written', () => {
  const cache = new FactsCache(join(makeFolder({}), 'not/there/yet'))
  const value = { text: 'a\nb\r\n\u2028😀 "c"', list: [1, -1, null, true, []], proto: { constructor: 1 } }
  cache.write(entriesOf({ 'ts:1': value, 'jsx:2': 'b' }))
  const kept = cache.read()
  expect([kept.size, kept.get('ts:1'), kept.get('jsx:2')]).toEqual([2, value, 'b'])
  expect(kept.get('ts:2')).toBeUndefined()
  expect(kept.get('constructor')).toBeUndefined()
})

test('keeps only what the last writing named, and asks for nothing that it has', () => {
  const cache = new FactsCache(makeFolder({}))
  cache.write(entriesOf({ a: 1, b: 2 }))
  cache.write([['b', never], ['c', () => 3]])
  const kept = cache.read()
  expect([kept.size, kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([2, undefined, 2, 3])
})

const damages: readonly [string, (content: Buffer) => Buffer][] = [
  ['is empty', () => Buffer.alloc(0)],
  ['is cut off', (content) => content.subarray(0, content.length - 3)],
  ['ends after its first line', (content) => content.subarray(0, content.indexOf('\n') + 1)],
  ['has another digit in it', (content) => Buffer.from(content.toString().replace('12345', '12346'))],
  ['is something else', () => Buffer.from('{"a":1}\n'.repeat(20))],
  ['is binary', () => Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 7) % 256))],
]

test.each(damages)('a file that %s is no file', (_, damage) => {
  const folder = makeFolder({})
  const cache = new FactsCache(folder)
  cache.write(entriesOf({ a: 12345 }))
  writeFileSync(file(folder), damage(readFileSync(file(folder))))
  expect([cache.read().size, cache.read().get('a')]).toEqual([0, undefined])
  cache.write(entriesOf({ a: 5 }))
  expect(cache.read().get('a')).toBe(5)
})

test('what another version wrote counts as nothing', () => {
  const folder = makeFolder({})
  new FactsCache(folder, '1').write(entriesOf({ a: 1 }))
  expect(new FactsCache(folder, '2').read().get('a')).toBeUndefined()
  expect(new FactsCache(folder).read().get('a')).toBeUndefined()
  new FactsCache(folder, '2').write([['a', () => 2]])
  expect(new FactsCache(folder, '2').read().get('a')).toBe(2)
})

test('a folder that cannot be written to is no failure', () => {
  const folder = makeFolder({ 'a.txt': '' })
  chmodSync(folder, 0o555)
  withoutPrivileges(() => new FactsCache(join(folder, 'cache')).write(entriesOf({ a: 1 })))
  chmodSync(folder, 0o755)
  expect(readdirSync(folder)).toEqual(['a.txt'])
  const blocked = new FactsCache(join(folder, 'a.txt'))
  blocked.write(entriesOf({ a: 1 }))
  expect(blocked.read().size).toBe(0)
})

test('leaves nothing beside its file, and clears what killed processes left', () => {
  const folder = makeFolder({ 'facts.jsonl.old.tmp': 'x', 'facts.jsonl.new.tmp': 'x', 'other.txt': 'x' })
  const longAgo = Date.now() / 1000 - 2 * 60 * 60
  for (const name of ['facts.jsonl.old.tmp', 'other.txt']) utimesSync(join(folder, name), longAgo, longAgo)
  new FactsCache(folder).write(entriesOf({ a: 1 }))
  expect(readdirSync(folder).sort()).toEqual(['facts.jsonl', 'facts.jsonl.new.tmp', 'other.txt'])
})

test('of processes that write at once one wins, and nobody reads half of it', async () => {
  const folder = makeFolder({})
  const writer = `
    const { FactsCache } = await import(${JSON.stringify(`file://${BUILT}`)})
    const [, folder, name] = process.argv
    const cache = new FactsCache(folder, 'same')
    for (let round = 0; round < 15; round++) {
      cache.write(Array.from({ length: 50 }, (_, i) => [name + round + ':' + i, () => name.repeat(60_000)]))
    }`
  const running = ['a', 'b', 'c'].map((name) =>
    spawn(process.execPath, ['--input-type=module', '-e', writer, folder, name], { stdio: 'inherit' }),
  )
  const ended = Promise.all(running.map((child) => once(child, 'exit')))
  const cache = new FactsCache(folder, 'same')
  let isOver = false
  void ended.then(() => (isOver = true))
  const sizes = new Set<number>()
  while (!isOver) {
    if (existsSync(file(folder))) sizes.add(cache.read().size)
    await new Promise(setImmediate)
  }
  expect((await ended).map(([code]: unknown[]) => code)).toEqual([0, 0, 0])
  sizes.add(cache.read().size)
  expect([...sizes]).toEqual([50])
  expect(readdirSync(folder)).toEqual(['facts.jsonl'])
})
