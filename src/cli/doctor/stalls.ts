import { execFileSync } from 'node:child_process'
import { createServer, get } from 'node:http'
import { setImmediate, setTimeout } from 'node:timers/promises'

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
