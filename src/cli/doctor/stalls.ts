import { execFileSync } from 'node:child_process'
import { createServer, get } from 'node:http'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setImmediate as callSoon } from 'node:timers'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** A way to hold the event loop on purpose. */
export interface ProvokedStall {
  /** What is provoked, for a person. */
  readonly title: string
  /** Causes that the watchdog may name. */
  readonly causes: readonly string[]
  /** The API that it must name. */
  readonly api?: string
  /** The function that it must blame. */
  readonly blames?: string
  /** The request that it must name. */
  readonly request?: string
  /** Whether it has to be reported while it goes on. */
  readonly isHang?: true
  readonly provoke: () => Promise<void> | void
}

const blockMs = 600

function calculate(ms: number): void {
  const end = Date.now() + ms
  // eslint-disable-next-line event-loop/no-busy-wait -- to block is what it is for
  while (Date.now() < end) Math.random()
}

function waitForCommand(): void {
  execFileSync(process.execPath, ['-e', `Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ${blockMs})`])
}

function queueMicrotasks(until: number): void {
  if (Date.now() < until) queueMicrotask(queueMicrotasks.bind(null, until))
}

function serve(): Promise<void> {
  return new Promise((resolve) => {
    const server = createServer((_request, response) => {
      calculate(blockMs)
      response.end()
    })
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      get({ port, host: '127.0.0.1', path: '/menu?table=7', agent: false }, (response) => {
        response.resume().on('end', () => server.close(() => resolve()))
      })
    })
  })
}

/** Loads a module that it writes beside this one. */
async function loadModule(): Promise<void> {
  const folder = new URL('./node_modules/slow-menu/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL('index.js', folder), `const end = Date.now() + ${blockMs}; while (Date.now() < end) Math.random()\n`)
  // Later than start-up, where modules may load in peace.
  await setTimeout(1500)
  createRequire(import.meta.url)('slow-menu')
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const dishes: object[] = []
  for (let id = 0; id < 300_000; id += 1) dishes.push({ id, courses: [{ id }] })
  const end = Date.now() + blockMs
  while (Date.now() < end) collect()
  dishes.length = 0
}

async function callOften(): Promise<void> {
  for (let count = 0; count < blockMs / 4; count += 1) callSoon(calculate, 4)
  await setTimeout(20)
}

/** One of each kind. */
export const provokedStalls: Readonly<Record<string, ProvokedStall>> = {
  javascript: {
    title: 'a loop in JavaScript',
    causes: ['javascript'],
    blames: 'calculate',
    provoke: () => calculate(blockMs),
  },
  'after-await': {
    title: 'a loop after an await',
    causes: ['javascript'],
    blames: 'calculate',
    provoke: async () => {
      await setTimeout(20)
      calculate(blockMs)
    },
  },
  'sync-api': {
    title: 'a synchronous call',
    causes: ['sync-api'],
    api: 'child_process.execFileSync',
    blames: 'waitForCommand',
    provoke: waitForCommand,
  },
  microtasks: {
    title: 'microtasks that queue more',
    causes: ['microtasks'],
    blames: 'queueMicrotasks',
    provoke: async () => {
      await setImmediate()
      queueMicrotasks(Date.now() + blockMs)
    },
  },
  'many-callbacks': {
    title: 'many callbacks in one turn',
    causes: ['many-callbacks', 'javascript'],
    blames: 'calculate',
    provoke: callOften,
  },
  'module-loading': {
    title: 'loading a module',
    causes: ['module-loading'],
    api: 'require',
    blames: 'loadModule',
    provoke: loadModule,
  },
  'garbage-collection': {
    title: 'collection of garbage',
    causes: ['garbage-collection'],
    provoke: async () => {
      collectGarbage()
      // Node.js hands over what it noted of collections when the loop has gone round.
      await setTimeout(100)
    },
  },
  request: {
    title: 'a request handler',
    causes: ['javascript'],
    blames: 'calculate',
    request: 'GET /menu',
    provoke: serve,
  },
  hang: {
    title: 'a hang, told while it lasts',
    causes: ['javascript'],
    blames: 'calculate',
    isHang: true,
    provoke: () => calculate(2000),
  },
}
