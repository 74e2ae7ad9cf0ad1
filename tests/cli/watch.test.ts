import { spawn } from 'node:child_process'
import { cpSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { watchEnvironment } from '../../src/cli/watch.js'
import type { StallReport } from '../../src/runtime/types.js'
import { finish, makeFolder, plainEnvironment, runCli, startCli } from './run-cli.js'

const BLOCK = `const blockFor = (ms) => {
  const end = Date.now() + ms
  while (Date.now() < end) {}
}
setTimeout(() => {
  blockFor(600)
}, 200)
setTimeout(() => {}, 1500)
console.log(process.pid)
`

const stallsIn = (path: string): StallReport[] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as StallReport)

test('gives the exit code of the command', async () => {
  const { code, signal } = await runCli(
    ['watch', '--', 'node', '-e', 'process.exit(7)'],
    makeFolder({}),
  )
  expect({ code, signal }).toEqual({ code: 7, signal: null })
})

test('ends by the signal that ended the command', async () => {
  const kill = 'process.kill(process.pid, "SIGKILL")'
  const { code, signal } = await runCli(['watch', 'node', '-e', kill], makeFolder({}))
  expect({ code, signal }).toEqual({ code: null, signal: 'SIGKILL' })
})

test.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGUSR2'] as const)(
  'hands %s on to the command',
  async (signal) => {
    const script = `process.on('${signal}', () => { console.log('got it'); process.exit(3) })
setInterval(() => {}, 1000)
console.log('ready')`
    const child = startCli(['watch', '--', 'node', '-e', script], { cwd: makeFolder({}) })
    child.stdout?.once('data', () => child.kill(signal))
    const outcome = await finish(child)
    expect(outcome).toMatchObject({ code: 3, signal: null, stdout: 'ready\ngot it\n' })
  },
)

test('a command that is not found is exit 127, one that cannot run 126', async () => {
  const cwd = makeFolder({ 'readme.md': '' })
  expect(await runCli(['watch', '--', 'no-such-command', '-v'], cwd)).toMatchObject({
    code: 127,
    stderr: 'Cannot run no-such-command: command not found.\n',
  })
  expect(await runCli(['watch', '--', './readme.md'], cwd)).toMatchObject({ code: 126 })
})

test('options after the command are the command’s, and input reaches it', async () => {
  const echo =
    'process.stdin.on("data", (text) => console.log(process.argv.slice(1).join(), String(text)))'
  const child = startCli(
    ['watch', '--report', 'none', 'node', '-e', echo, '--', '--report', '--help'],
    {
      cwd: makeFolder({}),
    },
  )
  child.stdin?.end('hello')
  expect(await finish(child)).toMatchObject({
    code: 0,
    stdout: '--report,--help hello\n',
    stderr: '',
  })
})

test('the options become the environment of the command, inherited NODE_OPTIONS stay', () => {
  const inherited = {
    PATH: '/bin',
    NODE_OPTIONS: '--max-old-space-size=64',
    EVENT_LOOP_REPORT: 'json',
  }
  const environment = watchEnvironment(inherited, {
    threshold: 12.5,
    stallsFile: 'logs/stalls.jsonl',
  })
  expect(environment).toMatchObject({
    PATH: '/bin',
    EVENT_LOOP_THRESHOLD_MS: '12.5',
    EVENT_LOOP_STALLS_FILE: join(process.cwd(), 'logs/stalls.jsonl'),
    EVENT_LOOP_REPORT: 'json',
  })
  expect(environment['NODE_OPTIONS']).toMatch(
    /^--max-old-space-size=64 --require=\S+runtime[\\/]require-register\.cjs$/,
  )
  expect(watchEnvironment({}, { report: 'none', stallsFile: '' })).toEqual({
    NODE_OPTIONS: expect.stringMatching(/^--require=\S+runtime[\\/]require-register\.cjs$/),
    EVENT_LOOP_STALLS_FILE: '',
    EVENT_LOOP_REPORT: 'none',
  })
})

test('leaves the loading of a program to the compilers that it preloads', async () => {
  const cwd = makeFolder({
    'compile.cjs': `require.extensions['.bun'] = (module) => module._compile('console.log("baked")', module.filename)`,
    'server.bun': 'bake!',
  })
  const { code, stdout } = await runCli(['watch', '--', 'node', '-r', './compile.cjs', 'server.bun'], cwd)
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'baked\n' })
})

test('names the line that blocked, also from a folder with spaces', async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const cwd = makeFolder({ 'server.mjs': BLOCK })
  const copy = join(cwd, 'a copy #1 100%')
  cpSync(join(root, 'dist'), join(copy, 'dist'), { recursive: true })
  cpSync(join(root, 'package.json'), join(copy, 'package.json'))
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  const main = join(copy, 'dist/cli/main.js')
  const { code, stderr } = await finish(
    spawn(process.execPath, [main, 'watch', '--', 'node', 'server.mjs'], {
      cwd,
      env: plainEnvironment(),
    }),
  )
  expect(code).toBe(0)
  expect(stderr).toContain('server.mjs')
  const [stall] = stallsIn(join(cwd, '.event-loop/stalls.jsonl'))
  const lines =
    stall?.blockedAt?.frames.filter(({ file }) => file === join(cwd, 'server.mjs')) ?? []
  expect(lines.map(({ line }) => line)).toContain(6)
})

test('watches what npm starts, not npm', async () => {
  const cwd = makeFolder({
    'package.json': '{ "private": true, "scripts": { "dev": "node server.mjs" } }',
    'server.mjs': BLOCK,
  })
  const stallsFile = join(cwd, 'stalls.jsonl')
  const args = [
    'watch',
    '--threshold',
    '10',
    '--stalls-file',
    stallsFile,
    '--',
    'npm',
    'run',
    '--silent',
    'dev',
  ]
  const { code, stdout } = await runCli(args, cwd)
  expect(code).toBe(0)
  const pids = stallsIn(stallsFile).map(({ pid }) => String(pid))
  expect(new Set(pids)).toEqual(new Set([stdout.trim()]))
})
