import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'

import { failOnStalls } from '../../src/runtime/testing.js'
import { finish, makeFolder, plainEnvironment, type Outcome } from '../cli/run-cli.js'

const testing = pathToFileURL(fileURLToPath(new URL('../../dist/runtime/testing.js', import.meta.url))).href
const vitest = path.join(path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')

const tests = (runner: string): string => `
import { beforeEach, afterEach, it } from '${runner}'
import { setTimeout } from 'node:timers/promises'
import { failOnStalls } from '${testing}'

failOnStalls({ thresholdMs: 150, allow: { functions: ['prove'] } }, { beforeEach, afterEach })

function knead(ms) {
  const end = Date.now() + ms
  while (Date.now() < end) Math.random()
}
function prove(ms) {
  const end = Date.now() + ms
  while (Date.now() < end) Math.random()
}
it('is quick', () => knead(20))
it('is slow without blocking', () => setTimeout(400))
it('blocks', async () => {
  await setTimeout(10)
  // Much longer than the threshold: what a busy machine takes for itself does not count.
  knead(1200)
})
it('is allowed to', () => prove(400))
`

const run = (args: readonly string[], cwd: string): Promise<Outcome> =>
  finish(spawn(process.execPath, args, { cwd, env: plainEnvironment({ NO_COLOR: '1' }) }))

describe('a test that stalls fails, and no other', { timeout: 90_000 }, () => {
  it('with node:test', async () => {
    const folder = makeFolder({ 'oven.test.mjs': tests('node:test') })
    const { code, stdout } = await run(['--test', '--test-reporter=tap', 'oven.test.mjs'], folder)
    expect(code).toBe(1)
    const outcomes = [...stdout.matchAll(/^\s*(not ok|ok) \d+ - (is .*|blocks)$/gm)].map(([, result, name]) => `${result}: ${name}`)
    expect(outcomes).toEqual(['ok: is quick', 'ok: is slow without blocking', 'not ok: blocks', 'ok: is allowed to'])
    expect(stdout).toMatch(/Event loop blocked for [\d.]+ m?s by JavaScript/)
    expect(stdout).toMatch(/> knead oven\.test\.mjs:10:/)
  })

  it('with vitest', async () => {
    const folder = makeFolder({ 'oven.test.mjs': tests(pathToFileURL(createRequire(import.meta.url).resolve('vitest')).href.replace('index.cjs', 'dist/index.js')) })
    const { code, stdout, stderr } = await run([vitest, 'run', '--root', folder, '--pool', 'forks', '--reporter', 'json'], folder)
    expect({ code, stderr }).toMatchObject({ code: 1 })
    const { testResults } = JSON.parse(stdout) as {
      testResults: { assertionResults: { title: string; status: string; failureMessages: string[] }[] }[]
    }
    const results = testResults[0]?.assertionResults ?? []
    expect(results.map(({ title, status }) => `${status}: ${title}`)).toEqual([
      'passed: is quick',
      'passed: is slow without blocking',
      'failed: blocks',
      'passed: is allowed to',
    ])
    expect(results[2]?.failureMessages[0]).toMatch(/^StallError: Event loop blocked for [\d.]+ m?s by JavaScript\n +> knead oven\.test\.mjs:10:/)
  })
})

describe('failOnStalls', () => {
  it('says when there are no hooks', () => {
    expect(() => failOnStalls()).toThrow('failOnStalls finds no global beforeEach and afterEach')
  })

  it('says what is wrong with an option', () => {
    const hooks = { beforeEach: () => {}, afterEach: () => {} }
    expect(() => failOnStalls({ thresholdMs: 5 }, hooks)).toThrow('"thresholdMs" must be')
  })
})
