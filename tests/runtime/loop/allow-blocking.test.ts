import { expect, it } from 'vitest'
import { allowBlocking } from '../../../src/runtime/index.js'

it('gives what the function gives', async () => {
  expect(allowBlocking('small', () => 42)).toBe(42)
  expect(allowBlocking('small', { budgetMs: 5 }, () => 'menu')).toBe('menu')
  await expect(allowBlocking('small', async () => [1])).resolves.toEqual([1])
})

it('runs it once, with nothing', () => {
  const calls: unknown[][] = []
  allowBlocking('small', (...passed: unknown[]) => calls.push(passed))
  expect(calls).toEqual([[]])
})

it('throws what it throws', async () => {
  const failure = new Error('no menu')
  const fail = (): never => {
    throw failure
  }
  expect(() => allowBlocking('small', fail)).toThrow(failure)
  await expect(allowBlocking('small', () => Promise.reject(failure))).rejects.toBe(failure)
})

it.each([
  [['', () => 1], 'allowBlocking needs a reason as a text; it got "".'],
  [[() => 1], /^allowBlocking needs a reason as a text; it got /],
  [['small'], 'allowBlocking needs a function to run; it got undefined.'],
  [['small', {}], 'allowBlocking needs a function to run; it got undefined.'],
  [['small', {}, 'run'], 'allowBlocking needs a function to run; it got "run".'],
  [['small', null, () => 1], 'allowBlocking takes its options as an object; it got null.'],
  [['small', { budget: 5 }, () => 1], 'allowBlocking has no option "budget"; it has `budgetMs`.'],
  [['small', { budgetMs: 0 }, () => 1], 'budgetMs must be a number of milliseconds above 0; it is 0.'],
  [['small', { budgetMs: '5' }, () => 1], 'budgetMs must be a number of milliseconds above 0; it is "5".'],
])('refuses %j', (passed, message) => {
  const call = allowBlocking as (...passed: readonly unknown[]) => unknown
  expect(() => call(...passed)).toThrow(TypeError)
  expect(() => call(...passed)).toThrow(message)
})
