import { describe, expect, it } from 'vitest'
import { factsOf } from './facts-of.js'

interface Wait {
  readonly text: string
  readonly calls: readonly (string | undefined)[]
  readonly deciding: readonly (string | undefined)[]
  readonly ends: string
}

function waitsIn(statements: string): readonly Wait[] {
  const facts = factsOf(`async function work(limit, list) { ${statements} }`)
  const textOf = (id: number): string | undefined => facts.calls[id]?.text
  return (facts.waits ?? []).map((wait) => ({
    text: wait.text,
    calls: wait.calls.map(textOf),
    deciding: wait.deciding.map(textOf),
    ends: wait.endless ? 'never' : wait.flag ? 'flag' : 'call',
  }))
}

describe('loops that may do nothing but wait', () => {
  it.each([
    ['while (Date.now() < end) {}', 'while (Date.now() < end)', 'Date.now', 'call'],
    ['while (Date.now() < end);', 'while (Date.now() < end)', 'Date.now', 'call'],
    ['while (!hasPassed(end));', 'while (!hasPassed(end))', 'hasPassed', 'call'],
    ['do { now = Date.now() } while (now - limit < 50); let now', 'while (now - limit < 50)', 'Date.now', 'call'],
    ['do { const now = new Date() } while (new Date() - limit < 50)', 'while (new Date() - limit < 50)', 'Date Date', 'call'],
    ['for (let i = 0; i < 1e7; i++) { if (clock() > limit) break }', 'for (let i = 0; i < 1e7; i++)', 'clock', 'call'],
    ['let n = 0; while (Date.now() < end) n++', 'while (Date.now() < end)', 'Date.now', 'call'],
    ['while (true) { if (Date.now() > end) return }', 'while (true)', 'Date.now', 'call'],
    ['while (!state.ready) {}', 'while (!state.ready)', '', 'flag'],
    ['while (!this.ready) {}', 'while (!this.ready)', '', 'flag'],
    ['while (shared[0] === 0) {}', 'while (shared[0] === 0)', '', 'flag'],
    ['for (; !state.ready; );', 'for (; !state.ready; )', '', 'flag'],
    ['while (true) {}', 'while (true)', '', 'never'],
    ['for (;;) { pause() }', 'for (;;)', 'pause', 'never'],
    ['while (!state.ready) await null', 'while (!state.ready)', '', 'flag'],
    ['while (!state.ready) await Promise.resolve()', 'while (!state.ready)', 'Promise.resolve', 'flag'],
  ])('%s', (code, text, calls, ends) => {
    const [wait, ...others] = waitsIn(code)
    expect(others).toEqual([])
    expect(wait).toMatchObject({ text, ends })
    expect(wait?.calls.toSorted().join(' ')).toBe(calls)
  })

  it.each([
    'while (!state.ready) await sleep(10)',
    'for await (const part of list) {}',
    'while (list.length > 0) { state.sum += list[0] }',
    'let i = 0; while (i < limit) i++',
    'let n = limit; while (n > 1) n = n / 2',
    'let i = 0; while (list[i] < limit) i++',
    'let i = 0; while (isSpace(list, i)) i++',
    'let node = limit; while (node.parent) node = node.parent',
    'let a = limit, b = 12; while (b !== 0) { const rest = a % b; a = b; b = rest }',
    'let low = 0, high = limit; while (low < high) { const middle = (low + high) >> 1; if (list[middle] < 3) low = middle + 1; else high = middle }',
    'while (!state.ready) { state.tries++ }',
    'while (!state.ready) { for (const one of list) {} }',
    'while (true) { yield 1 }',
    'for (const one of list) {}',
    'while (!state.ready) list.forEach(() => {})',
    'while (!state.ready) { a(); b(); c(); d(); e(); f(); g(); h(); i() }',
    'let i = 0; while (list.sorted && i < limit) i++',
    'do { delete state.kept } while (!state.ready)',
  ])('not: %s', (code) => {
    const generator = code.includes('yield')
    const facts = generator ? factsOf(`function* work() { ${code} }`) : null
    expect(facts ? facts.waits : waitsIn(code)).toEqual(generator ? undefined : [])
  })
})

describe('functions that may do nothing but schedule themselves', () => {
  const scheduled = (code: string): readonly string[] =>
    (factsOf(code).waits ?? []).map(({ text, flag, deciding }) =>
      [text, flag ? 'flag' : '', deciding.length].join(' '),
    )

  it.each([
    ['function poll() { if (!state.ready) process.nextTick(poll) }', 'process.nextTick flag 0'],
    ['function poll() { if (state.ready) return done(); queueMicrotask(poll) }', 'queueMicrotask flag 0'],
    ['const poll = () => (state.ready ? done() : process.nextTick(poll))', 'process.nextTick flag 0'],
    ['const poll = () => state.ready || queueMicrotask(poll)', 'queueMicrotask flag 0'],
    [
      'function poll() { if (Date.now() < end) { Promise.resolve().then(poll); return } serve() }',
      'Promise.resolve().then  1',
    ],
    ['function poll() { if (state.ready) { serve() } else { process.nextTick(poll) } }', 'process.nextTick flag 0'],
  ])('%s', (code, expected) => {
    expect(scheduled(code)).toEqual([expected])
  })

  it.each([
    'function drain() { state.sum += queue[0]; if (queue.length > 0) process.nextTick(drain) }',
    'function drain() { for (const one of queue) eat(one); if (!state.ready) process.nextTick(drain) }',
    'function poll() { if (!state.ready) setImmediate(poll) }',
    'function poll() { if (!state.ready) { state.tries++; process.nextTick(poll) } }',
    'async function poll() { await sleep(10); if (!state.ready) process.nextTick(poll) }',
    'function poll(load) { if (!state.ready) load().then(poll) }',
  ])('not: %s', (code) => {
    expect(scheduled(code)).toEqual([])
  })
})
