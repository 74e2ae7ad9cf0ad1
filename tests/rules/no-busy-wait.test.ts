import { describe, expect, it } from 'vitest'
import { busyWaitRule } from '../../src/findings/busy-wait/busy-wait-rule.js'
import { expectMarked } from '../analysis/marked-files.js'
import { lint, type MarkedCase, testMarkedLines } from './marked-lines.js'

const rule = 'no-busy-wait'

/** Statements of a handler, of which the marked ones are reported. */
const handler = (statements: string, before = ''): string => `import express from 'express'
${before}
const app = express()
app.get('/menu', async (req, res) => {
${statements}
})`

const inHandler = (cases: readonly (readonly [title: string, statements: string, before?: string])[]): readonly MarkedCase[] =>
  cases.map(([title, statements, before]) => ({ title, code: handler(statements, before) }))

describe('loops that look at a clock', () => {
  testMarkedLines(
    rule,
    inHandler([
      ['Date.now', `const end = Date.now() + 100\nwhile (Date.now() < end) {} // !`],
      ['Date.now with a counter', `const end = Date.now() + 100\nlet turns = 0\nwhile (Date.now() < end) turns++ // !`],
      ['new Date()', `const start = new Date()\nwhile (new Date() - start < 100); // !`],
      ['getTime', `const start = new Date().getTime()\nwhile (new Date().getTime() < start + 100) {} // !`],
      [
        'a variable that is read anew',
        `const start = Date.now()\nlet now = start\ndo {\nnow = Date.now()\n} while (now - start < 100) // !`,
      ],
      [
        'a break after a look at the clock',
        `const start = new Date().getTime()\nfor (let i = 0; i < 1e7; i++) { // !\nif (new Date().getTime() - start > 100) break\n}`,
      ],
      ['performance.now', `const start = performance.now()\nwhile (performance.now() - start < 100) {} // !`],
      [
        'performance.now of perf_hooks',
        `const start = performance.now()\nwhile (performance.now() - start < 100) {} // !`,
        `import { performance } from 'node:perf_hooks'`,
      ],
      ['process.hrtime.bigint', `const end = process.hrtime.bigint() + 100n\nwhile (process.hrtime.bigint() < end) {} // !`],
      ['process.hrtime', `const start = process.hrtime()\nwhile (process.hrtime(start)[0] < 1) {} // !`],
      ['process.uptime', `const start = process.uptime()\nwhile (process.uptime() < start + 1) {} // !`],
      [
        'a clock of the project',
        `const start = now()\nwhile (now() - start < 100) {} // !`,
        `const now = () => Date.now()`,
      ],
      ['a computation that nobody needs', `const end = Date.now() + 100\nlet x = 2\nwhile (Date.now() < end) x = Math.sqrt(x) // !`],
      ...['BigInt', 'Boolean', 'Number', 'String'].map(
        (name) => [`${name}() meanwhile`, `const end = Date.now() + 100\nlet x = 2\nwhile (Date.now() < end) x = ${name}(x) // !`] as const,
      ),
      ...['abs', 'ceil', 'floor', 'max', 'min', 'pow', 'random', 'round', 'trunc'].map(
        (name) => [`Math.${name}() meanwhile`, `const end = Date.now() + 100\nlet x = 2\nwhile (Date.now() < end) x = Math.${name}(x, 1) // !`] as const,
      ),
      ['an endless loop that is left', `const end = Date.now() + 100\nwhile (true) { // !\nif (Date.now() > end) break\n}`],
    ]),
  )
})

describe('loops that wait for something else', () => {
  testMarkedLines(
    rule,
    inHandler([
      ['a flag', `let done = false\nload(() => { done = true })\nwhile (!done) {} // !`],
      ['a member', `while (!state.ready) {} // !`, `const state = { ready: false }`],
      ['shared memory', `while (Atomics.load(flags, 0) === 0) {} // !`, `const flags = new Int32Array(new SharedArrayBuffer(4))`],
      ['shared memory without Atomics', `while (flags[0] === 0); // !`, `const flags = new Int32Array(new SharedArrayBuffer(4))`],
      ['a lock', `while (Atomics.compareExchange(flags, 0, 0, 1) !== 0) Atomics.pause() // !`, `const flags = new Int32Array(new SharedArrayBuffer(4))`],
      ['a lock that is taken at once', `while (Atomics.exchange(flags, 0, 1) !== 0) {} // !`, `const flags = new Int32Array(new SharedArrayBuffer(4))`],
      ['a file', `while (!existsSync('menu.lock')) {} // !`, `import { existsSync } from 'node:fs'`],
      ['the size of a file', `while (statSync('menu').size === 0) {} // !\nwhile (lstatSync('menu').size === 0) {} // !`, `import { lstatSync, statSync } from 'node:fs'`],
      ['a flag beside a look at a file', `while (!state.ready) accessSync('menu') // !`, `import { accessSync } from 'node:fs'\nconst state = { ready: false }`],
      ['nothing', `while (true) {} // !`],
      ['nothing at all', `for (;;) {} // !`],
      ['what is awaited is there already', `while (!state.ready) await null // !`, `const state = { ready: false }`],
      ['a settled promise', `while (!state.ready) { // !\nawait Promise.resolve()\n}`, `const state = { ready: false }`],
    ]),
  )
})

describe('functions that have themselves run again', () => {
  testMarkedLines(
    rule,
    inHandler([
      ['nextTick', `const tick = () => {\nwork()\nprocess.nextTick(tick) // !\n}\ntick()`],
      ['queueMicrotask', `function tick() {\nqueueMicrotask(tick) // !\n}\ntick()`],
      ['a settled promise', `function tick() {\nPromise.resolve().then(tick) // !\n}\ntick()`],
      ['through a closure', `function tick() {\nqueueMicrotask(() => tick()) // !\n}\ntick()`],
      ['a method', `new Meter().tick()`, `class Meter {\ntick() {\nprocess.nextTick(() => this.tick()) // !\n}\n}`],
      ['until a flag is up', `function poll() {\nif (!state.ready) process.nextTick(poll) // !\n}\npoll()`, `const state = {}`],
      [
        'until a flag is up, with a guard',
        `function poll() {\nif (state.ready) return res.send('menu')\nqueueMicrotask(poll) // !\n}\npoll()`,
        `const state = {}`,
      ],
      ['until a time', `const poll = () => (Date.now() > end ? res.end() : process.nextTick(poll)) // !\npoll()`, `const end = Date.now() + 10`],
      ['at start-up', `res.end()`, `function tick() {\nprocess.nextTick(tick) // !\n}\ntick()`],
    ]),
  )
})

describe('calls that sleep', () => {
  testMarkedLines(
    rule,
    inHandler([
      ['Atomics.wait', `Atomics.wait(flags, 0, 0, 100) // !\nAtomics.wait(flags, 0, 0) // !`, `const flags = new Int32Array(new SharedArrayBuffer(4))`],
      ['a package', `sleep(10) // !`, `import sleep from 'atomic-sleep'`],
      ['packages', `sleep.msleep(10) // !\nsleep.sleep(1) // !\nsleep.usleep(10) // !\nthreadSleep(10) // !\nsystemSleep(10) // !`, `import sleep from 'sleep'\nimport threadSleep from 'thread-sleep'\nimport systemSleep from 'system-sleep'`],
      ['deasync', `while (!state.ready) deasync.runLoopOnce() // !\ndeasync.sleep(10) // !`, `import deasync from 'deasync'\nconst state = {}`],
    ]),
  )

  it('are left to no-blocking-call by the presets', () => {
    const code = handler('Atomics.wait(req.flags, 0, 0, 100)')
    expect(lint(rule, { code, options: { checkSleeps: false } })).toEqual([])
    expect(lint('no-blocking-call', { code })).toHaveLength(1)
  })
})

describe('what is silent', () => {
  testMarkedLines(rule, [
    ...inHandler([
      ['a loop that sleeps without holding the thread', `while (!state.ready) await sleep(10)`, `import { setTimeout as sleep } from 'node:timers/promises'\nconst state = {}`],
      ['a loop that works until its time is over', `const end = Date.now() + 10\nwhile (Date.now() < end) serve(queue.shift())`, `const queue = []`],
      ['a loop that works while there is work and time', `const end = Date.now() + 10\nwhile (queue.length > 0 && Date.now() < end) { queue.shift()() }`, `const queue = []`],
      ['a loop that works off a list', `while (queue.length > 0) res.write(queue.shift())`, `const queue = []`],
      ['a loop over matches', `let match\nwhile ((match = pattern.exec(req.url)) !== null) res.write(match[0])`, `const pattern = /a/g`],
      ['a loop that counts', `let i = 0\nwhile (i < 10) i++`],
      ['a computation', `let a = req.params.a\nlet b = 12\nwhile (b !== 0) {\nconst rest = a % b\na = b\nb = rest\n}`],
      ['a search', `let i = 0\nconst { list } = req.body\nwhile (list[i] < 10) i++`],
      ['a walk', `let node = req.tree\nwhile (node.parent) node = node.parent`],
      ['a condition that does the work', `while (step(req.body)) {}`],
      ['a condition of an unknown clock', `while (Date.now() < end) {}`, `import { Date } from './fake-clock.js'\nconst end = 10`],
      ['a flag that the loop changes', `while (!state.ready) { state.ready = true }`, `const state = {}`],
      ['a flag that a call in the loop may change', `let done = false\nwhile (!done) done = step(req)`],
      ['a unique name', `let id\ndo { id = Math.random() } while (id in taken)`, `const taken = {}`],
      ['setImmediate', `const tick = () => { work(); setImmediate(tick) }\ntick()`],
      ['a queue that is drained', `function drain() {\nif (queue.length === 0) return\nqueue.shift()()\nprocess.nextTick(drain)\n}\ndrain()`, `const queue = []`],
      ['a retry after a failure', `function open() {\nload().catch(() => process.nextTick(open))\n}\nopen()`, `import { load } from './load.js'`],
      ['work in steps', `async function step() {\nawait load()\nprocess.nextTick(step)\n}\nstep()`, `import { load } from './load.js'`],
      ['listeners one after the other', `let next = 0\nconst call = (before) => (before === false ? before : next < hooks.length ? Promise.resolve(hooks[next++](req)).then(call) : before)\ncall()`, `const hooks = []`],
      ['what may have to be waited for', `const tick = () => { Promise.resolve(load()).then(tick) }\ntick()`, `import { load } from './load.js'`],
      ['one more turn', `process.nextTick(() => res.end())\nPromise.resolve().then(() => res.end())`],
      ['a wait of no time', `Atomics.wait(req.flags, 0, 0, 0)\nAtomics.waitAsync(req.flags, 0, 0)`],
      ['a loop that ends the process', `if (req.dead) { sleep(10); process.exit(1) }`, `import sleep from 'atomic-sleep'`],
    ]),
    {
      title: 'start-up',
      code: `import express from 'express'\nconst end = Date.now() + 100\nwhile (Date.now() < end) {}\nexpress().get('/', (req, res) => res.end())`,
    },
    {
      title: 'a script',
      file: 'scripts/wait.js',
      code: `#!/usr/bin/env node\nconst end = Date.now() + 100\nwhile (Date.now() < end) {}\nconst tick = () => process.nextTick(tick)`,
    },
    {
      title: 'a test',
      file: 'tests/menu.test.js',
      code: `import { test } from 'node:test'\ntest('waits', () => {\nconst end = Date.now() + 100\nwhile (Date.now() < end) {}\n})`,
    },
    {
      title: "a worker's file",
      file: 'src/worker.js',
      code: `import { parentPort } from 'node:worker_threads'\nparentPort.on('message', ({ flags }) => {\nwhile (Atomics.load(flags, 0) === 0) {}\nAtomics.wait(flags, 0, 0)\n})`,
    },
    {
      title: 'a function that nothing serving calls',
      code: `export function wait(ms) {\nconst end = Date.now() + ms\nwhile (Date.now() < end) {}\n}`,
    },
  ])
})

it('says what it waits for, how it was reached and what to do', () => {
  const code = `import express from 'express'
function pause(ms) {
  const end = Date.now() + ms
  while (Date.now() < end) {}
}
express().get('/menu', (req, res) => { pause(10); res.end() })`
  expect(lint(rule, { code }).map(({ message, line, column, endColumn }) => ({ message, line, column, endColumn }))).toEqual([
    {
      message:
        '`while (Date.now() < end)` does nothing until a time has come, and holds the event loop all the while: GET /menu → pause (line 6) → while (Date.now() < end) (line 4). Await `setTimeout` from `node:timers/promises` instead.',
      line: 4,
      column: 3,
      endColumn: 27,
    },
  ])
})

describe('suggestions', () => {
  /** The text after the only suggestion, or null. */
  const suggested = (code: string): string | null => {
    const [message] = lint(rule, { code })
    const [suggestion] = message?.suggestions ?? []
    if (suggestion === undefined) return null
    const { range, text } = suggestion.fix
    return code.slice(0, range[0]) + text + code.slice(range[1])
  }

  const timer = (duration: string) => `await new Promise((resolve) => setTimeout(resolve, ${duration}))`

  it.each([
    ['while (Date.now() < end) {}', timer('end - Date.now()')],
    ['while (Date.now() <= end);', timer('end - Date.now()')],
    ['Atomics.wait(flags, 0, 0, 50)', timer('50')],
    ['if (busy) Atomics.wait(flags, 0, 0, delay * 2);', `if (busy) ${timer('delay * 2')};`],
  ])('%s', (statement, expected) => {
    const code = (text: string) => handler(`${text}\nres.end()`, 'const end = 1, flags = {}, busy = 1, delay = 1')
    expect(suggested(code(statement))).toBe(code(expected))
  })

  it.each([
    ["import sleep from 'atomic-sleep'", 'sleep(50)'],
    ["import deasync from 'deasync'", 'deasync.sleep(50)'],
    ["import { msleep } from 'sleep'", 'msleep(50)'],
    ["import sleep from 'system-sleep'", 'sleep(50)'],
    ["import sleep from 'thread-sleep'", 'sleep(50)'],
  ])('%s: %s, where the time is in milliseconds', (imports, statement) => {
    expect(suggested(handler(statement, imports))).toBe(handler(timer('50'), imports))
  })

  it.each([
    ["import { sleep } from 'sleep'", 'sleep(50)'],
    ["import { usleep } from 'sleep'", 'usleep(50)'],
    ["import { loopWhile } from 'deasync'", 'loopWhile(isBusy)'],
  ])('%s: none for %s', (imports, statement) => {
    const code = handler(statement, imports)
    expect(lint(rule, { code })).toHaveLength(1)
    expect(suggested(code)).toBeNull()
  })

  it.each([
    ['process.nextTick(tick, 1)', 'setImmediate(tick, 1)'],
    ['queueMicrotask(tick)', 'setImmediate(tick)'],
  ])('%s', (statement, expected) => {
    const code = (text: string) => handler(`tick()`, `function tick() { ${text} }`)
    expect(suggested(code(statement))).toBe(code(expected))
  })

  it.each([
    ['a function that is not async', `const wait = () => { Atomics.wait(flags, 0, 0, 50) }\nwait()`],
    ['a result that is used', `const how = Atomics.wait(flags, 0, 0, 50)\nres.end(how)`],
    ['no time', `Atomics.wait(flags, 0, 0)`],
    ['a comment that would be lost', `while (Date.now() < end) { /* lunch */ }`],
    ['a name that means something else', `const setTimeout = later\nAtomics.wait(flags, 0, 0, 50)`],
    ['a loop that does more', `let turns = 0\nwhile (Date.now() < end) { turns++ }`],
  ])('none for %s', (_, statements) => {
    const code = handler(statements, 'const end = 1, flags = {}')
    expect(lint(rule, { code })).toHaveLength(1)
    expect(suggested(code)).toBeNull()
  })
})

it('follows calls across files, and knows clocks of other files', () => {
  expectMarked(
    {
      'server.ts': `import express from 'express'
import { Menus } from './menus'
const menus = new Menus()
express().get('/menu', (req, res) => res.json(menus.cooked()))`,
      'menus.ts': `import { pause } from './pause'
export class Menus { cooked() { pause(10); return [] } }`,
      'pause.ts': `import * as clock from './clock'
export function pause(ms: number) {
  const end = clock.now() + ms
  while (clock.now() < end); // !
}
export function unused(ms: number) { while (clock.now() < ms); }`,
      'clock.ts': `import { performance } from 'perf_hooks'
export const now = (): number => performance.now()`,
    },
    busyWaitRule,
  )
})
