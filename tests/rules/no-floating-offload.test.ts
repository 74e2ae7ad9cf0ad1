import { describe, expect, it } from 'vitest'
import { floatingOffloadRule } from '../../src/findings/offloading/floating-offload-rule.js'
import { expectMarked } from '../analysis/marked-files.js'
import { lint, testMarkedLines } from './marked-lines.js'

const rule = 'no-floating-offload'

/** Statements of an async handler that has a pool. */
const handler = (statements: string, before = ''): string => `import express from 'express'
import Piscina from 'piscina'
${before}
const pool = new Piscina({ filename: './resize.js' })
const app = express()
app.post('/resize', async (req, res, next) => {
${statements}
})`

type Row = readonly [title: string, statements: string, before?: string]

const inHandler = (rows: readonly Row[]) =>
  rows.map(([title, statements, before]) => ({ title, code: handler(statements, before) }))

describe('libraries', () => {
  const imported = (imports: string, statements: string): string => `import express from 'express'
${imports}
express().post('/resize', async (req, res) => {
${statements}
res.end()
})`

  testMarkedLines(
    rule,
    [
      ['worker_threads', `import { postMessageToThread, Worker } from 'node:worker_threads'\nconst worker = new Worker('./resize.js')`, `postMessageToThread(1, req.body) // !\nworker.postMessage(req.body)`],
      ['Piscina', `import { Piscina } from 'piscina'\nconst pool = new Piscina()`, `pool.run(req.body) // !\npool.runTask(req.body) // !\npool.destroy()`],
      ['Tinypool', `import Tinypool from 'tinypool'\nconst pool = new Tinypool({})`, `pool.run(req.body) // !`],
      ['workerpool', `import workerpool from 'workerpool'\nconst pool = workerpool.pool()\nconst remote = await pool.proxy()`, `pool.exec('resize', [req.body]) // !\nremote.resize(req.body) // !\npool.terminate()`],
      ['poolifier', `import { FixedThreadPool, DynamicClusterPool } from 'poolifier'\nconst threads = new FixedThreadPool(4, './resize.js')\nconst processes = new DynamicClusterPool(1, 4, './resize.js')`, `threads.execute(req.body) // !\nprocesses.execute(req.body) // !\nthreads.mapExecute([req.body]) // !`],
      ['threads.js', `import { Pool, spawn, Worker } from 'threads'\nconst resize = await spawn(new Worker('./resize'))\nconst pool = Pool(() => spawn(new Worker('./resize')))`, `resize(req.body) // !\nresize.quickly(req.body) // !\npool.queue((worker) => worker.resize(req.body)) // !\npool.queue(() => res.write('.'))`],
      ['Comlink', `import * as Comlink from 'comlink'\nimport nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs'\nimport { Worker } from 'node:worker_threads'\nconst remote = Comlink.wrap(nodeEndpoint(new Worker('./resize.js')))`, `remote.resize(req.body) // !\nawait remote.onProgress(Comlink.proxy(() => res.write('.')))`],
      ['jest-worker', `import { Worker } from 'jest-worker'\nconst worker = new Worker('./resize.js')`, `worker.resize(req.body) // !\nworker.end()\nworker.getStdout()`],
      ['node-worker-threads-pool', `import { DynamicPool, StaticPool } from 'node-worker-threads-pool'\nconst fixed = new StaticPool({ size: 4, task: './resize.js' })\nconst dynamic = new DynamicPool(4)\nconst executor = fixed.createExecutor()`, `fixed.exec(req.body) // !\ndynamic.exec({ task: (n) => n + 1, param: 1 }) // !\nexecutor.setTimeout(100).exec(req.body) // !`],
      ['worker-nodes', `import WorkerNodes from 'worker-nodes'\nconst nodes = new WorkerNodes('./resize.js')`, `nodes.call(req.body) // !\nnodes.call.quickly(req.body) // !\nnodes.terminate()`],
      ['microjob', `import { job } from 'microjob'`, `job((n) => n + 1, { data: 1 }) // !`],
      ['nanothreads', `import { InlineThread, ThreadPool } from 'nanothreads'\nconst pool = new ThreadPool({ task: (n) => n + 1, count: 4 })\nconst thread = new InlineThread((n) => n + 1)`, `pool.exec(1) // !\nthread.send(1) // !`],
      ['bthreads', `import { Pool } from 'bthreads'\nconst pool = new Pool('./resize.js')`, `pool.call('resize', [req.body]) // !`],
      ['@parcel/workers', `import WorkerFarm from '@parcel/workers'\nconst farm = new WorkerFarm({ workerPath: './resize.js' })\nconst resize = farm.createHandle('resize')`, `resize(req.body) // !`],
      ['job queues', `import { FlowProducer, Queue } from 'bullmq'\nimport Bull from 'bull'\nconst queue = new Queue('resize')\nconst flows = new FlowProducer()\nconst bull = new Bull('resize')`, `queue.add('resize', req.body) // !\nqueue.addBulk([{ name: 'resize', data: req.body }]) // !\nflows.add({ name: 'resize', queueName: 'resize' }) // !\nbull.add(req.body) // !`],
      ['those that take a callback', `import workerFarm from 'worker-farm'\nimport Pool from 'worker-threads-pool'\nconst farm = workerFarm('./resize.js')\nconst pool = new Pool({ max: 4 })`, `farm(req.body, (error) => {})\npool.acquire('./resize.js', {}, (error) => {})`],
    ].map(([title = '', imports = '', statements = '']) => ({ title, code: imported(imports, statements) })),
  )
})

describe('what floats', () => {
  testMarkedLines(
    rule,
    inHandler([
      ['a statement of its own', `pool.run(req.body) // !`],
      ['behind a condition', `req.body.slow && pool.run(req.body) // !\nreq.body.slow ? pool.run(req.body) : res.end() // !`],
      ['a variable that is never read', `const image = pool.run(req.body) // !\nlet later\nlater = pool.run(req.body) // !`],
      ['then without a handler', `pool.run(req.body).then((image) => res.send(image)) // !`],
      ['finally', `pool.run(req.body).finally(() => res.end()) // !`],
      ['catch of nothing', `pool.run(req.body).catch() // !`],
      ['then of a promise that is kept', `const image = pool.run(req.body)\nimage.then((made) => res.send(made)) // !`],
      ['several at once', `Promise.all([pool.run(req.body), pool.run(req.query)]) // !\nPromise.race([pool.run(req.body)]).then(() => res.end()) // !`],
      ['a list of promises', `req.body.map((image) => pool.run(image)) // !\nPromise.all(req.body.map((image) => pool.run(image))) // !`],
      ['a list that is awaited as such', `const images = await req.body.map((image) => pool.run(image)) // !`],
      ['forEach', `req.body.forEach((image) => pool.run(image)) // !\nreq.body.forEach(async (image) => { await pool.run(image) }) // !`],
      ['timers', `setTimeout(async () => { await pool.run(req.body) }, 100) // !\nsetImmediate(() => pool.run(req.body)) // !`],
      ['an interval at start-up', `res.end()`, `setInterval(async () => { await pool.run('all') }, 1000) // !`],
      ['a helper', `resize(req.body) // !`, `const resize = (image) => pool.run({ image })`],
      ['a helper that awaits', `resize(req.body) // !`, `async function resize(image) { const made = await pool.run(image); return save(made) }`],
      ['a helper of a helper', `store(req.body) // !`, `const resize = (image) => pool.run(image)\nconst store = async (image) => { const made = await resize(image); console.log(made) }`],
      ['an arrow function inside', `const start = () => { pool.run(req.body) } // !\nstart()`],
      ['an async function inside', `(async () => { res.send(await pool.run(req.body)) })() // !`],
      ['a promise whose failure its executor forgets', `await new Promise((resolve) => { pool.run(req.body).then(resolve) }) // !`],
      ['a settled promise that hands it on', `Promise.resolve().then(() => pool.run(req.body)) // !`],
      ['one of two branches', `const work = req.body.slow ? pool.run(req.body) : null\nwork.then(() => res.end()) // !`],
    ]),
  )
})

describe('what does not', () => {
  testMarkedLines(
    rule,
    inHandler([
      ['awaited', `res.send(await pool.run(req.body))\nawait pool.run(req.body)`],
      ['returned', `return pool.run(req.body)`],
      ['handled', `pool.run(req.body).catch(next)\npool.run(req.body).then((image) => res.send(image), next)\npool.run(req.body).then((image) => res.send(image)).catch(next).finally(() => {})`],
      ['handlers that are not known', `pool.run(req.body).then(...handlers)`, `import { handlers } from './handlers.js'`],
      ['awaited later', `const image = pool.run(req.body)\nconst owner = await find(req.body)\nres.send(await image)`],
      ['passed on', `tasks.push(pool.run(req.body))\nwatch(pool.run(req.body))\nreq.image = pool.run(req.body)`, `const tasks = []`],
      ['several that are awaited', `await Promise.all([pool.run(req.body), pool.run(req.query)])\nawait Promise.all(req.body.map((image) => pool.run(image)))`],
      ['allSettled, which never fails', `Promise.allSettled([pool.run(req.body)])`],
      ['void', `void pool.run(req.body)`],
      ['a helper that handles', `resize(req.body)`, `async function resize(image) { try { await pool.run(image) } catch (error) { console.error(error) } }`],
      ['a helper that handles what it returns', `resize(req.body)`, `const resize = (image) => pool.run(image).catch(() => null)`],
      ['a helper that may be another one', `pick(req.body)(req.body)`, `const pick = (body) => body.slow ? (image) => pool.run(image) : (image) => image`],
      ['a callback that handles', `req.body.forEach(async (image) => { try { await pool.run(image) } catch {} })\nsetTimeout(() => { pool.run(req.body).catch(next) }, 10)`],
      ['a generator, which runs nothing yet', `images(req.body)`, `function* images(list) { for (const image of list) yield pool.run(image) }`],
      ['what nobody knows', `other.run(req.body)`, `import { other } from './other.js'`],
      ['before the process ends', `if (req.fatal) { pool.run(req.body); process.exit(1) }`],
      ['one that is read in a closure', `const image = pool.run(req.body)\nres.on('close', () => image.cancel())`],
    ]),
  )

  testMarkedLines(rule, [
    { title: 'start-up', code: handler('res.end()').replace('const app', `pool.run('warm up')\nconst app`) },
    { title: 'a test', file: 'tests/resize.test.js', code: `import { test } from 'node:test'\n${handler('pool.run(req.body)')}\ntest('resizes', () => {})` },
    { title: "a worker's file", file: 'src/worker.js', code: `import { parentPort } from 'node:worker_threads'\nimport Piscina from 'piscina'\nconst pool = new Piscina()\nparentPort.on('message', (image) => { pool.run(image) })` },
  ])
})

it('reports what void marks when asked to', () => {
  testedVoid(undefined, 0)
  testedVoid({ checkVoid: true }, 1)
})

function testedVoid(options: Readonly<Record<string, unknown>> | undefined, reports: number): void {
  const code = handler('void pool.run(req.body)')
  expect(lint(rule, options ? { code, options } : { code })).toHaveLength(reports)
}

it('follows promises across files', () => {
  expectMarked(
    {
      'server.ts': `import express from 'express'
import { Images } from './images'
const images = new Images()
express().post('/', async (req, res) => {
  images.resize(req.body) // !
  images.resizeSafely(req.body)
  await images.resize(req.body)
  images.store(req.body) // !
  res.end()
})`,
      'images.ts': `import { submit } from './pool'
export class Images {
  resize(image: unknown) { return submit(image) }
  async store(image: unknown) { await this.resize(image) }
  async resizeSafely(image: unknown) { try { return await submit(image) } catch { return null } }
}`,
      'pool.ts': `import { Piscina } from 'piscina'
const pool = new Piscina()
export const submit = (image: unknown) => pool.run(image)`,
    },
    floatingOffloadRule,
  )
})

it('says which call, through what, and what to do', () => {
  const code = handler('store(req.body)', `const store = (image) => pool.run(image)`)
  expect(lint(rule, { code }).map(({ message }) => message)).toEqual([
    'Nobody takes the promise of `store`, for which work is handed to Piscina by `pool.run` (line 3): POST /resize → store (line 7). Its failure is an unhandled rejection, which ends the process. Await it, return it, or give it a `catch`.',
  ])
})

describe('suggestions', () => {
  const suggested = (code: string, options?: Readonly<Record<string, unknown>>): string | null => {
    const [message] = lint(rule, options ? { code, options } : { code })
    const [suggestion] = message?.suggestions ?? []
    if (suggestion === undefined) return null
    const { range, text } = suggestion.fix
    return code.slice(0, range[0]) + text + code.slice(range[1])
  }

  it.each([
    ['pool.run(req.body)', 'await pool.run(req.body)'],
    ['pool.run(req.body).then(save)', 'await pool.run(req.body).then(save)'],
    ['if (req.slow) pool.run(req.body);', 'if (req.slow) await pool.run(req.body);'],
    ['req.slow && pool.run(req.body)', 'req.slow && await pool.run(req.body)'],
    ['const image = pool.run(req.body)', 'const image = await pool.run(req.body)'],
    ['void pool.run(req.body)', 'await pool.run(req.body)'],
    ['await req.body.map((image) => pool.run(image))', 'await Promise.all(req.body.map((image) => pool.run(image)))'],
  ])('%s', (statement, expected) => {
    expect(suggested(handler(statement), { checkVoid: true })).toBe(handler(expected))
  })

  it.each([
    ['a function that is not async', 'const start = () => { pool.run(req.body) }\nstart()'],
    ['a callback', 'req.body.forEach((image) => pool.run(image))'],
  ])('none in %s', (_, statements) => {
    const code = handler(statements)
    expect(lint(rule, { code })).toHaveLength(1)
    expect(suggested(code)).toBeNull()
  })
})
