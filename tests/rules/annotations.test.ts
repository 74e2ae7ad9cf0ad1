import { describe, expect, it } from 'vitest'
import { lint, type MarkedCase, testMarkedLines } from './marked-lines.js'

const rule = 'no-blocking-call'

const serving = (statements: string, before: string): string => `
import fs from 'node:fs'
import express from 'express'
${before}
express().get('/menu', async (req, res) => {
${statements}
})
`

describe('a call of a function that is marked @blocking', () => {
  const cases: readonly MarkedCase[] = [
    {
      title: 'is reported, and what it does is not',
      code: serving(
        'load() // !',
        `/** @blocking */
function load() { return fs.readFileSync('menu') }`,
      ),
    },
    {
      title: 'whatever form the function has',
      code: serving(
        `a() // !
  b() // !
  c() // !
  Kitchen.d() // !
  new Kitchen().e() // !
  new Kitchen().f() // !
  table.g() // !
  table.h() // !
  table.i() // !
  new Oven() // !
  oven.heat // !`,
        `/** @blocking */
export const a = () => {}
/**
 * Loads.
 * @param {string} name of the dish
 * @blocking
 */
export async function b() {}
/** @blocking */ // it always did
const c = function () {}
class Kitchen {
  /** @blocking */
  static d() {}
  /** @blocking */
  e() {}
  /** @blocking */
  f = () => {}
}
const table = {
  /** @blocking */
  g() {},
  /** @blocking */
  h: () => {},
}
/** @blocking */
table.i = function () {}
class Oven {
  /** @blocking */
  constructor() {}
  /** @blocking */
  get heat() { return 1 }
}
const oven = new Oven()`,
      ),
    },
    {
      title: 'handed to what runs it',
      code: serving('req.body.map(load) // !', '/** @blocking */\nfunction load() {}'),
    },
    {
      title: 'at start-up is silent',
      code: `import fs from 'node:fs'\n/** @blocking */\nfunction load() {}\nload()`,
    },
    {
      title: 'by another comment, a string or another tag is not',
      code: serving(
        `a()
  b()
  c()
  d()
  e()`,
        `/* @blocking */
function a() {}
// @blocking
function b() {}
const glob = 'src/**'; const text = '@blocking */'
function c() {}
/** Is not @blocking at all. */
function d() {}
/** @blockingly */
function e() {}`,
      ),
    },
    {
      title: 'of any overload, interface, abstract or ambient declaration',
      typescript: true,
      code: serving(
        `parse('a') // !
  store.all() // !
  store.one()
  queue.drain() // !
  queryAll() // !`,
        `/** @blocking */
function parse(text: string): void
function parse(text: Buffer): void
function parse(text: unknown) {}
interface Store {
  /** @blocking */
  all(): string[]
  one(): string
}
declare const store: Store
abstract class Queue {
  /** @blocking */
  abstract drain(): void
}
declare const queue: Queue
/** @blocking */
declare function queryAll(): string[]`,
      ),
    },
    {
      title: 'with decorators',
      typescript: true,
      code: serving(
        'new Menu().load() // !',
        `class Menu {
  /** @blocking */
  @cached()
  load() { return fs.readFileSync('menu') }
}`,
      ),
    },
  ]
  testMarkedLines(rule, cases)

  it('tells the kind and the words of the tag', () => {
    const code = serving(
      'load()\n count()',
      `/** @blocking wait: Ask the replica */
function load() {}
/**
 * @blocking cpu
 *   Count in a worker
 *   thread.
 * @returns nothing
 */
function count() {}`,
    )
    expect(lint(rule, { code }).map(({ message }) => message)).toEqual([
      '`load` holds the event loop (waiting) in GET /menu. Ask the replica.',
      '`count` holds the event loop (computation) in GET /menu. Count in a worker thread.',
    ])
  })
})

describe('a function that is marked @nonblocking', () => {
  testMarkedLines(rule, [
    {
      title: 'is safe for its callers and checked by itself',
      code: serving(
        'load()',
        `/** @nonblocking */
function load() {
  warm() // an edge like any other
}
function warm() { return fs.readFileSync('menu') } // !
`,
      ),
    },
    {
      title: 'is silent when nothing in it blocks',
      code: serving('load()', `/** @nonblocking */\nasync function load() { await fs.promises.readFile('menu') }`),
    },
    {
      title: 'runs the callbacks that it is given',
      code: serving(
        `load(() => fs.statSync('menu')) // !`,
        `/** @nonblocking */\nfunction load(then) { then() }`,
      ),
    },
  ])

  it('is named as what it is', () => {
    const code = serving('load()', `/** @nonblocking */\nfunction load() { fs.rmSync('menu') }`)
    expect(lint(rule, { code }).map(({ message }) => message)).toEqual([
      '`fs.rmSync` holds the event loop (I/O) in load (@nonblocking). Await `rm` from `node:fs/promises` instead.',
    ])
  })
})

describe('a function that is marked @serves', () => {
  testMarkedLines(rule, [
    {
      title: 'is an entry point',
      code: `import fs from 'node:fs'
/** @serves */
export function onOrder(order) { print(order) }
function print(order) { fs.appendFileSync('orders', order) } // !
export function onClose() { fs.rmSync('orders') }`,
    },
  ])

  it('is named by the tag, or by its own name', () => {
    const code = `import fs from 'node:fs'
/** @serves order job */
export function onOrder() { fs.statSync('orders') }
/** @serves */
export const onInvoice = () => fs.statSync('invoices')`
    expect(lint(rule, { code }).map(({ message }) => message)).toEqual([
      '`fs.statSync` holds the event loop (I/O) in order job. Await `stat` from `node:fs/promises` instead.',
      '`fs.statSync` holds the event loop (I/O) in onInvoice. Await `stat` from `node:fs/promises` instead.',
    ])
  })
})
