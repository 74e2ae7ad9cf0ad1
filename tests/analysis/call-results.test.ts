import { describe, expect, it } from 'vitest'
import { factsOf } from './facts-of.js'

function callTo(name: string, code: string) {
  const call = factsOf(code).calls.find(({ text }) => text === name)
  if (!call) throw new Error(`The code does not call ${name}.`)
  return call
}

describe('what becomes of the result of a call', () => {
  it.each([
    ['bake()', 'dropped'],
    ['ready && bake()', 'dropped'],
    ['ready ? bake() : rest()', 'dropped'],
    ['(bake(), rest())', 'dropped'],
    ['for (bake(); ready; ) rest()', 'dropped'],
    ['for (; ready; bake()) rest()', 'dropped'],
    ['(bake() as Promise<void>)!', 'dropped'],
    ['oven?.door?.bake()', 'dropped'],
    ['new Oven().bake()', 'dropped'],
    ['void bake()', 'void'],
    ['void (ready ? bake() : rest())', 'void'],
    ['await bake()', 'awaited'],
    ['const bread = await (stored ?? bake())', 'awaited'],
    ['return await bake()', 'awaited'],
    ['try { await bake() } catch {}', 'caught'],
    ['try { if (ready) { await bake() } } catch {}', 'caught'],
    ['try { await bake() } finally { rest() }', 'awaited'],
    ['try { rest() } catch { await bake() }', 'awaited'],
    ['try { bake() } catch {}', 'dropped'],
    ['try { const later = async () => { await bake() } } catch {}', 'awaited'],
    ['const bread = bake()', undefined],
    ['return bake()', undefined],
    ['serve(bake())', undefined],
    ['bake() || rest()', undefined],
    ['const later = () => bake()', undefined],
    ['bake().then(serve)', undefined],
    ['await bake().then(serve)', undefined],
  ])('%s', (statement, result) => {
    const code = `async function work() { ${statement} }`
    const name = code.includes('.bake()') ? (code.includes('new') ? 'bake' : 'oven?.door?.bake') : 'bake'
    expect(callTo(name, code).result).toBe(result)
  })
})

describe('functions that await', () => {
  it.each([
    ['await bake()', true],
    ['for await (const bread of oven) eat(bread)', true],
    ['await using oven = open()', true],
    ['return bake()', undefined],
    ['return async () => { await bake() }', undefined],
  ])('%s', (statement, awaits) => {
    const work = factsOf(`async function work() { ${statement} }`).functions.find(({ name }) => name === 'work')
    expect(work?.awaits).toBe(awaits)
  })
})

describe('variables that keep a result and are never read', () => {
  it.each([
    ['const bread = bake()', true],
    ['let bread; bread = bake()', true],
    ['const bread = bake(); eat(bread)', undefined],
    ['const bread = bake(); const later = () => bread', undefined],
    ['const bread = flour', undefined],
  ])('%s', (statement, unread) => {
    const { variables } = factsOf(`function work() { ${statement} }`)
    expect(variables.find(({ name }) => name === 'bread')?.unread).toBe(unread)
  })

  it('are none of a module, whose names others may import', () => {
    expect(factsOf('const bread = bake()').variables[0]?.unread).toBeUndefined()
  })
})

describe('promises that are settled before their executor returns', () => {
  it.each([
    ['new Promise((resolve) => resolve(bake()))', true],
    ['new Promise((resolve, reject) => { try { resolve(bake()) } catch (e) { reject(e) } })', true],
    ['new Promise(function (resolve) { resolve(bake()) })', true],
    ['new Promise((resolve) => oven.on("done", resolve))', undefined],
    ['new Promise((resolve) => setTimeout(() => resolve(bake())))', undefined],
    ['new Promise((resolve) => { waiting.push({ resolve }) })', undefined],
    ['new Promise(executor)', undefined],
    ['new Oven((resolve) => resolve(bake()))', undefined],
  ])('%s', (expression, settlesAtOnce) => {
    const made = factsOf(`const bread = ${expression}`).calls.find(({ form }) => form === 'new')
    expect(made?.settlesAtOnce).toBe(settlesAtOnce)
  })
})
