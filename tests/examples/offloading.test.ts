import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StallReport } from '../../src/runtime/types.js'
import { runCli } from '../cli/run-cli.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const example = join(root, 'examples/offloading')
const dist = process.env['EVENT_LOOP_TEST_DIST'] ?? join(root, 'dist')

/** Each takes longer than the threshold on any machine that we know of. */
const work = [
  { path: '/logins', body: { password: 'correct horse', rounds: 1_000_000 }, blames: 'blocking.js' },
  { path: '/premiums', body: { age: 40, rounds: 300_000_000 }, blames: 'estimate-premium.js' },
  { path: '/policies', body: { holder: 'Ada Lovelace', pages: 1500 }, blames: 'set-policy.js' },
  { path: '/reports', body: { rounds: 100_000_000 }, blames: 'estimate-premium.js' },
] as const
const thresholdMs = 300

class Server {
  readonly folder = mkdtempSync(join(tmpdir(), 'event-loop-examples-'))
  readonly #environment = {
    PATH: process.env['PATH'],
    PORT: '0',
    JOBS_FOLDER: join(this.folder, 'jobs'),
    EVENT_LOOP_STALLS_FILE: join(this.folder, 'stalls.jsonl'),
    EVENT_LOOP_REPORT: 'none',
    EVENT_LOOP_THRESHOLD_MS: String(thresholdMs),
  }
  readonly #process
  readonly #worker
  #address = ''

  constructor(name: string, hasWorker: boolean) {
    const register = pathToFileURL(join(dist, 'runtime/register.js')).href
    this.#process = spawn(process.execPath, ['--import', register, join(example, 'src', name)], {
      env: this.#environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    this.#worker = hasWorker
      ? spawn(process.execPath, [join(example, 'src/job-worker.js')], { env: this.#environment })
      : null
  }

  /** Waits until the server listens and its workers have started. */
  async start(): Promise<void> {
    const [output] = (await once(this.#process.stdout, 'data')) as [Buffer]
    this.#address = output.toString().trim()
    await this.post('/premiums', { age: 20, rounds: 1 })
    await this.post('/policies', { holder: 'Ada', pages: 1 })
    await this.rest()
  }

  async post(path: string, body: object): Promise<{ status: number; json: Record<string, string> }> {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(this.#address + path, { method: 'POST', headers, body: JSON.stringify(body) })
    const text = await response.text()
    return { status: response.status, json: text.startsWith('{') ? JSON.parse(text) : {} }
  }

  async get(path: string): Promise<Record<string, unknown>> {
    return (await (await fetch(this.#address + path)).json()) as Record<string, unknown>
  }

  /** Lets the loop turn, so that what comes next is no part of what was before; gives the time before that. */
  async rest(): Promise<string> {
    const begin = new Date().toISOString()
    await sleep(thresholdMs)
    return begin
  }

  /** The stalls of the server's own loop that began at a time or later. */
  stallsSince(begin: string): readonly StallReport[] {
    const file = this.#environment.EVENT_LOOP_STALLS_FILE
    const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
    return text
      .slice(0, text.lastIndexOf('\n') + 1)
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as StallReport)
      .filter(({ pid, threadId, time }) => pid === this.#process.pid && threadId === 0 && time >= begin)
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, 'exit')
    this.#process.kill()
    this.#worker?.kill('SIGKILL')
    await ended
    rmSync(this.folder, { recursive: true, force: true })
  }
}

describe('the blocking server', () => {
  const server = new Server('blocking.js', false)
  beforeAll(() => server.start(), 60_000)
  afterAll(() => server.stop())

  test.each(work)('stalls in POST $path', async ({ path, body, blames }) => {
    const begin = await server.rest()
    expect((await server.post(path, body)).status).toBe(200)
    // The watchdog writes once the loop turns again.
    for (let wait = 0; wait < 200 && server.stallsSince(begin).length === 0; wait += 1) await sleep(50)
    const [stall] = server.stallsSince(begin)
    expect(stall?.durationMs).toBeGreaterThan(thresholdMs)
    // A turn that ends before anybody looked a second time, or in which garbage was collected, blames no line.
    if (stall?.place) expect(basename(stall.place.file)).toBe(blames)
  }, 60_000)
})

describe('the mended server', () => {
  const server = new Server('mended.js', true)
  beforeAll(() => server.start(), 60_000)
  afterAll(() => server.stop())

  test('answers all of it, and does not stall', async () => {
    const begin = await server.rest()
    const answers = await Promise.all(work.map(({ path, body }) => server.post(path, body)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 202])
    // One claim in a hundred years, of a hundred thousand.
    expect(Number(answers[1]?.json['premium']) / 1000).toBeCloseTo(1, 1)
    expect(answers[2]?.json).toMatchObject({ holder: 'Ada Lovelace' })
    const id = answers[3]?.json['id'] ?? ''
    let job = await server.get(`/reports/${id}`)
    for (let wait = 0; wait < 600 && job['state'] !== 'completed'; wait += 1) {
      await sleep(50)
      job = await server.get(`/reports/${id}`)
    }
    expect(job).toMatchObject({ state: 'completed', name: 'report', data: { rounds: 100_000_000 } })
    expect(job['result']).toHaveLength(6)
    // As long as the watchdog may take to write about the last request.
    await sleep(500)
    // What a busy machine makes of the loop is no fault of the server.
    const own = server.stallsSince(begin).filter(({ cause }) => cause !== 'starved')
    expect(own).toEqual([])
  }, 60_000)

  test('turns away what would wait too long', async () => {
    const task = { age: 30, rounds: 20_000_000 }
    const answers = await Promise.all(Array.from({ length: 40 }, () => server.post('/premiums', task)))
    const count = (wanted: number): number => answers.filter(({ status }) => status === wanted).length
    expect(count(503)).toBeGreaterThan(0)
    expect(count(200)).toBeGreaterThanOrEqual(20)
    expect(count(200) + count(503)).toBe(40)
  }, 60_000)
})

test('of the example, `check --strict` reports the blocking server only', async () => {
  const { stdout } = await runCli(['check', '--strict', '--format', 'json', 'src'], example)
  const { files } = JSON.parse(stdout) as {
    files: readonly { path: string; findings: readonly { rule: string; api: string }[] }[]
  }
  const found = files.flatMap(({ path, findings }) =>
    findings.map(({ rule, api }) => `${basename(path)} ${rule} ${api}`),
  )
  expect(found).toEqual(['blocking.js event-loop/no-blocking-call crypto.pbkdf2Sync'])
})

test('docs/offloading.md shows the files of the example as they are', () => {
  const page = readFileSync(join(root, 'docs/offloading.md'), 'utf8')
  const shown = [...page.matchAll(/\[`(examples\/offloading\/[^`]+)`\][^]*?```js\n([^]*?)```/g)]
  expect(shown.length).toBeGreaterThanOrEqual(6)
  for (const [, file = '', code = ''] of shown) {
    expect([file, code]).toEqual([file, readFileSync(join(root, file), 'utf8')])
  }
})
