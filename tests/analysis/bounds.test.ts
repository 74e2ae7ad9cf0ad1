import { expect, test } from 'vitest'
import { factsOf } from './facts-of.js'

/** The callees of the calls that happen only so many times at once. */
const boundedIn = (code: string): readonly string[] =>
  factsOf(code).calls.flatMap(({ text, bounded }) => (bounded ? [text] : []))

test.each([
  ['a list that outlives the function', 'const all = []\nconst add = () => { if (all.length < 4) start() }', ['start']],
  ['both ways of a test', 'const all = new Set()\nconst add = () => { if (all.size >= 4) wait()\nelse start() }', ['wait', 'start']],
  ['a counter', 'let free = 4\nconst take = () => { if (free > 0) { free--; start() } }', ['start']],
  ['a counter of an object', 'class Pool { take() { if (this.free > 0 && isOpen) { this.free -= 1; start() } } }', ['start']],
  ['what follows an early return', 'let busy = 0\nconst run = () => { if (busy >= 4) return later()\nbusy += 1\nstart() }', ['later', 'start']],
  ['a flag', 'let isBusy = false\nconst run = () => { if (isBusy) { log(); return }\nisBusy = true\nstart() }', ['start']],
  ['an empty list', 'const all = []\nconst add = () => { if (all.length !== 0) return\nall.push(start()) }', ['all.push', 'start']],
  ['a list that is asked for itself', 'const all = []\nconst add = () => { if (all.length) return\nstart() }', ['start']],
  ['a map that keeps it', 'const pools = new Map()\nconst get = (key) => { let pool = pools.get(key)\nif (!pool) { pool = start(); pools.set(key, pool) }\nreturn pool }', ['pools.set', 'start']],
  ['a map with an early return', 'const pools = new Map()\nconst get = (key) => { const known = pools.get(key)\nif (known !== undefined) return known\nconst pool = start()\npools.set(key, pool)\nreturn pool }', ['pools.set', 'start']],
  ['a map that does not keep it', 'const pools = new Map()\nconst get = (key) => { let pool = pools.get(key)\nif (!pool) { pool = start() }\nreturn pool }', []],
  ['one value of a counter', 'let turn = 0\nconst run = () => { turn++\nif (turn === 4) start() }', []],
  ['a loop up to a number', 'const all = []\nconst fill = () => { while (all.length < 4) all.push(start()) }', ['start', 'all.push']],
  ['a number that nothing counts', 'const largest = 9\nconst run = (rows) => { if (rows > largest) start() }', []],
  ['a list of the function itself', 'const run = () => { const all = []\nif (all.length < 4) start() }', []],
  ['a flag that nothing sets', 'const isOff = env.OFF\nconst run = () => { if (isOff) return\nstart() }', []],
  ['a flag that is only taken back', 'let isBusy = true\nconst run = () => { if (isBusy) return\nisBusy = false\nstart() }', []],
  ['after the test', 'const all = []\nconst add = () => { if (all.length < 4) wait()\nstart() }', ['wait']],
])('%s', (_, code, bounded) => {
  expect([...boundedIn(code)].sort()).toEqual([...bounded].sort())
})
