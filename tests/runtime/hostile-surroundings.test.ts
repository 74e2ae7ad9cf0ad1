import { closeSync, constants, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildSync } from 'esbuild'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { writeText } from '../../src/runtime/write-text.js'
import { runProgram } from './run-program.mjs'

let folder: string
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'event-loop-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const unharmed = { exitCode: 0, stdout: 'servers 0 no port\n' }
const stallOnce = (options: object, environment: object = {}) =>
  runProgram('stalls-once.mjs', { flags: [], parameters: [JSON.stringify(options)], environment })
const sinkThat = (name: string, text: string): string => {
  const file = path.join(folder, `${name}.mjs`)
  writeFileSync(file, `export default { write() { ${text} } }`)
  return pathToFileURL(file).href
}

describe('a program goes on, and hears one line', { timeout: 90_000 }, () => {
  it.runIf(process.platform === 'linux')('when the disk is full', async () => {
    const { stderr, ...rest } = await stallOnce({ stallsFile: '/dev/full' })
    expect(rest).toMatchObject(unharmed)
    expect(stderr).toMatch(/^eslint-plugin-event-loop: stalls are not recorded, \/dev\/full cannot be written: ENOSPC[^\n]*\n$/)
  })

  it.runIf(process.platform === 'linux')('when nothing can be written in a folder', async () => {
    const { stderr, ...rest } = await stallOnce({ stallsFile: '/proc/stalls.jsonl' })
    expect(rest).toMatchObject(unharmed)
    expect(stderr).toMatch(/^eslint-plugin-event-loop: stalls are not recorded, \/proc\/stalls\.jsonl cannot be written: [^\n]+\n$/)
  })

  it('when the watchdog’s thread crashes', async () => {
    const crash = sinkThat('crash', 'setTimeout(() => { throw new Error("out of ink") })')
    const { stderr, ...rest } = await stallOnce({ sinks: [crash] })
    expect(rest).toMatchObject(unharmed)
    expect(stderr).toBe('eslint-plugin-event-loop: the watchdog has ended: out of ink\n')
  })

  it('when a sink throws', async () => {
    const { stderr, ...rest } = await stallOnce({ sinks: [sinkThat('fail', 'throw new Error("out of ink")')] })
    expect(rest).toMatchObject(unharmed)
    expect(stderr).toMatch(/^eslint-plugin-event-loop: a sink has failed[^\n]*: out of ink\n$/)
  })

  it('when a sink cannot be loaded', async () => {
    const { stderr, ...rest } = await stallOnce({ sinks: [path.join(folder, 'none.mjs')] })
    expect(rest).toMatchObject(unharmed)
    expect(stderr).toMatch(/^eslint-plugin-event-loop: the sink file:\S+none\.mjs cannot be loaded: [^\n]+\n$/)
  })

  it.each(['bun', 'deno'])('on %s', async (name) => {
    const { stderr, ...rest } = await stallOnce({}, { EVENT_LOOP_TEST_RUNTIME_NAME: name })
    expect(rest).toMatchObject({ ...unharmed, reports: [] })
    expect(stderr).toMatch(/^eslint-plugin-event-loop: (?:Bun|Deno) is not watched; the watchdog needs Node\.js\.\n$/)
  })
})

describe('a program ends', { timeout: 90_000 }, () => {
  it('although the watchdog’s thread hangs', async () => {
    const { stderr, ...rest } = await stallOnce({ sinks: [sinkThat('hang', 'for (;;);')] })
    expect(rest).toMatchObject(unharmed)
    expect(stderr).toBe('')
  })

  it('without a port that listens', async () => {
    const { stderr, ...rest } = await stallOnce({ stallsFile: '' })
    expect({ stderr, ...rest }).toMatchObject({ ...unharmed, stderr: '' })
  })
})

it('text for a full pipe is lost, not waited for', () => {
  const pipe = path.join(folder, 'pipe')
  execFileSync('mkfifo', [pipe])
  const descriptor = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK)
  const fill = (): void => {
    for (;;) writeSync(descriptor, Buffer.alloc(65_536))
  }
  expect(fill).toThrow('EAGAIN')
  const start = performance.now()
  expect(writeText(descriptor, 'Event loop blocked\n')).toBe(true)
  expect(performance.now() - start).toBeLessThan(2000)
  closeSync(descriptor)
  expect(writeText(descriptor, 'Event loop blocked\n')).toBe(false)
})

it('memory is bounded under a million requests and ten thousand stalls', { timeout: 90_000 }, async () => {
  const file = path.join(folder, 'parts.mjs')
  const parts = ['loop/request-context', 'watcher/stall-counts', 'watcher/source-position', 'watcher/policy', 'watcher/reporter']
  buildSync({
    stdin: { contents: parts.map((part) => `export * from './${part}.ts'`).join('\n'), resolveDir: 'src/runtime' },
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
  })
  const parameters = [pathToFileURL(file).href]
  const { stdout, stderr } = await runProgram('keeps-memory.mjs', { flags: ['--expose-gc'], parameters })
  expect(stderr).toBe('')
  const { requests, stalls } = JSON.parse(stdout) as { requests: number; stalls: number }
  expect(requests).toBeLessThan(3)
  expect(stalls).toBeLessThan(5)
})
