import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'

import { programsFolder, register, runProgram } from './run-program.mjs'

const preload = ['--import', pathToFileURL(register).href]
const permission = process.versions.node.startsWith('20.')
  ? '--experimental-permission'
  : '--permission'
const frameOf = ({ blockedAt }: { blockedAt: { frames: { file: string }[] } | null }): string => {
  return path.basename(blockedAt?.frames[0]?.file ?? '')
}

describe('a program under the watchdog', { timeout: 90_000 }, () => {
  it('fails with the output and exit code that it has without', async () => {
    const without = await runProgram('fails.cjs', { flags: [] })
    const watched = await runProgram('fails.cjs')
    expect(watched.exitCode).toBe(1)
    expect(watched).toMatchObject({ stdout: without.stdout, stderr: without.stderr })
  })

  it.each(['always', 'never'])('is as it was after stop(), with origins "%s"', async (origins) => {
    const { stdout, stderr, reports } = await runProgram('leaves-no-trace.mjs', {
      flags: [],
      parameters: [origins],
    })
    expect(stderr).toBe('')
    expect(stdout).toBe('import []\nlimit 10\nstop []\n')
    // Stopped in the middle of the stall, and reported all the same.
    expect(reports.map(frameOf)).toContain('leaves-no-trace.mjs')
  })

  it('finds the builtins as they are, but for their identity', async () => {
    const { stdout, stderr } = await runProgram('wrapped-builtins.mjs', { flags: [] })
    expect(stderr).toBe('')
    expect(stdout).toBe('all right\n')
  })

  it('goes on however often it is looked at', async () => {
    const { stdout, stderr, exitCode } = await runProgram('looked-at-ticks.mjs', { flags: [] })
    expect({ stdout, stderr, exitCode }).toEqual({ stdout: 'alive after more than 100 looks\n', stderr: '', exitCode: 0 })
  })

  it('finds what RegExp remembers of its last match', async () => {
    const { stdout, stderr, reports } = await runProgram('keeps-last-match.mjs')
    expect(stderr).toBe('')
    expect(stdout).toBe('looked 42\nstat 42\nread 42\nparse 42\nhash 42\ncommand 42\n')
    expect(reports.map(frameOf)).toContain('bake.js')
  })

  it('does not halt at a debugger statement, and the debugger is not waited for', async () => {
    const { stdout, stderr, exitCode, reports } = await runProgram('debugger-statement.cjs')
    expect({ stdout, stderr, exitCode }).toEqual({ stdout: 'went on\n', stderr: '', exitCode: 0 })
    expect(reports.map(frameOf)).toContain('debugger-statement.cjs')
  })

  it('may be in a context of its own, as under Jest', async () => {
    const { stdout, stderr, reports } = await runProgram('own-context.mjs', {
      flags: ['--experimental-vm-modules', '--no-warnings'],
    })
    expect({ stdout, stderr }).toEqual({ stdout: '[]\n', stderr: '' })
    const functions = reports.map(({ place }: { place: { functionName: string } | null }) => place?.functionName)
    expect(functions).toContain('knead')
  })

  it('goes on when the watcher is lost, with one line about it', async () => {
    const { stdout, stderr, exitCode } = await runProgram('loses-its-watcher.mjs', { flags: [] })
    expect({ stdout, exitCode }).toEqual({ stdout: 'restored\n', exitCode: 0 })
    expect(stderr).toMatch(/^eslint-plugin-event-loop: the watchdog has ended: [^\n]+\n$/)
  })

  it('may have children and threads that inherit the preload', async () => {
    const { stdout, stderr, exitCode } = await runProgram('children.mjs', {
      flags: [],
      environment: { NODE_OPTIONS: preload.join(' ') },
    })
    expect({ stdout, stderr, exitCode }).toEqual({
      stdout: '42\nforked\nthreaded\n',
      stderr: '',
      exitCode: 0,
    })
  })

  it('without permission for threads is watched by blocked-at alone', async () => {
    const { stderr, reports, exitCode } = await runProgram('timer-loop.cjs', {
      flags: [permission, '--no-warnings', '--allow-fs-read=*', '--allow-fs-write=*', ...preload],
    })
    expect(exitCode).toBe(0)
    expect(stderr).toMatch(/^eslint-plugin-event-loop: no thread can be had, [^\n]+\n$/)
    const origin = reports[0]?.scheduledAt
    expect(origin?.frames[0]).toMatchObject({ line: 11 })
    expect(origin?.type).toBe('Timeout')
  })

  it('without permission for the inspector still tells durations and APIs', async () => {
    const flags = ['--allow-fs-read=*', '--allow-fs-write=*', '--allow-worker']
    const { stderr, reports, exitCode } = await runProgram('pbkdf2-sync.cjs', {
      flags: [permission, '--no-warnings', ...flags, ...preload],
    })
    expect(exitCode).toBe(0)
    expect(stderr).toMatch(/^eslint-plugin-event-loop: no inspector can be had, [^\n]+\n$/)
    expect(reports.map(({ api }: { api: { name: string } | null }) => api?.name)).toContain(
      'crypto.pbkdf2Sync',
    )
  })
})

describe('worker threads', { timeout: 90_000 }, () => {
  it('are watched with the option, and are what they would be without', async () => {
    const { stdout, stderr, reports } = await runProgram('watched-workers.mjs', { flags: [] })
    expect({ stdout, stderr }).toEqual({ stdout: 'true true Worker\nexit 0 true\n', stderr: '' })
    const ofThread = reports.find(({ threadId }: { threadId: number }) => threadId > 0)
    expect(ofThread?.name).toMatch(/^worker thread \d+$/)
    expect(frameOf(ofThread)).toBe('watched-workers.mjs')
  })

  it('of a pool are not blamed for waiting for tasks', async () => {
    const { stdout, stderr, reports } = await runProgram('idle-pool.mjs', { flags: [] })
    expect({ stdout, stderr }).toEqual({ stdout: 'true\ntrue\n', stderr: '' })
    expect(reports.filter(({ cause }: { cause: string }) => cause === 'sync-api')).toEqual([])
  })

  it('are watched when they run a text instead of a file', async () => {
    const { stdout, stderr, reports } = await runProgram('watched-text-worker.mjs', { flags: [] })
    expect({ stdout, stderr }).toEqual({ stdout: 'exit 0\n', stderr: '' })
    const ofThread = reports.find(({ threadId }: { threadId: number }) => threadId > 0)
    expect(ofThread?.place).toMatchObject({ functionName: 'bake', file: '[worker eval]' })
  })
})

it('of a thread whose program is its URL, no more than its kind is told', { timeout: 90_000 }, async () => {
  const { stdout, stderr, reports } = await runProgram('watched-data-worker.mjs', { flags: [] })
  expect({ stdout, stderr }).toEqual({ stdout: 'exit 0\n', stderr: '' })
  const ofThread = reports.find(({ threadId }: { threadId: number }) => threadId > 0)
  expect(ofThread?.place).toMatchObject({ functionName: 'bake', file: 'data:text/javascript,…', line: 5 })
  expect(JSON.stringify(reports)).not.toContain('saffron')
})

describe('a process that hangs for too long', { timeout: 90_000 }, () => {
  it('ends with the exit code, its listeners and a last report', async () => {
    const { stdout, stderr, exitCode, reports } = await runProgram('ends-when-hung.mjs', { flags: [] })
    expect({ stdout, exitCode }).toEqual({ stdout: 'cleans up before 42\n', exitCode: 42 })
    expect(stderr).toMatch(/^eslint-plugin-event-loop: the event loop has been blocked for \d+ ms/)
    expect(frameOf(reports.at(-1))).toBe('ends-when-hung.mjs')
    expect(reports.at(-1).durationMs).toBeGreaterThan(500)
  })
})

it('a stall that a hang follows is told while that lasts', { timeout: 90_000 }, async () => {
  const isOver = ({ stillBlocked }: { stillBlocked: boolean }): boolean => !stillBlocked
  const { reports } = await runProgram('stall-then-hang.cjs', { isEnough: (found: []) => found.some(isOver) })
  expect(reports.filter(isOver).map(({ place }: { place: { functionName: string } }) => place.functionName)).toEqual([
    'knead',
  ])
  expect(reports.filter(({ count }: { count: number }) => count > 1)).toEqual([])
})

it('a hang in JSON.stringify is told with its request while it lasts', { timeout: 90_000 }, async () => {
  const isHang = ({ stillBlocked }: { stillBlocked: boolean }): boolean => stillBlocked
  const { reports } = await runProgram('long-stringify.mjs', { isEnough: (found: []) => found.some(isHang) })
  expect(reports.find(isHang)).toMatchObject({
    api: { name: 'JSON.stringify' },
    request: { method: 'GET', path: '/export' },
    place: { line: 7 },
  })
})

describe('the preload', { timeout: 90_000 }, () => {
  it('works with -r, and prints nothing', async () => {
    const { stderr, reports } = await runProgram('top-level.cjs', { flags: ['-r', register] })
    expect(stderr).toBe('')
    expect(reports.map(frameOf)).toContain('top-level.cjs')
  })

  it('warns of a bad value in one line, and goes on with the default', async () => {
    const { stderr, stdout } = await runProgram('children.mjs', {
      parameters: ['child'],
      environment: { EVENT_LOOP_THRESHOLD_MS: 'soon' },
    })
    expect(stdout).toBe('forked\n')
    expect(stderr).toBe(
      'eslint-plugin-event-loop: EVENT_LOOP_THRESHOLD_MS must be a number of milliseconds ' +
        'from 10 to 3600000, not "soon"; using 100.\n',
    )
  })

  it('prints JSON lines when asked, and records nothing without a file', async () => {
    const { stderr, reports } = await runProgram('timer-loop.cjs', {
      environment: { EVENT_LOOP_REPORT: 'json', EVENT_LOOP_STALLS_FILE: '' },
    })
    const lines = stderr.trim().split('\n')
    expect(lines.map((line: string) => JSON.parse(line).type)).toContain('stall')
    expect(reports).toEqual([])
  })

  it('prints for a person, without colours in a pipe', async () => {
    const { stderr } = await runProgram('timer-loop.cjs', {
      environment: { EVENT_LOOP_REPORT: 'terminal' },
    })
    expect(stderr).toMatch(/^Event loop blocked for \d+ ms by JavaScript$|^Event loop blocked for/m)
    expect(stderr).toMatch(/> countPrimes .*timer-loop\.cjs:\d+:\d+\n/)
    expect(stderr).not.toContain('\u001B')
  })

  it('says once that the stalls file cannot be written', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'event-loop-test-'))
    try {
      const file = path.join(folder, 'file')
      writeFileSync(file, '')
      const { stderr, exitCode } = await runProgram('exec-sync.mjs', {
        environment: { EVENT_LOOP_STALLS_FILE: path.join(file, 'stalls.jsonl') },
      })
      expect(exitCode).toBe(0)
      expect(stderr).toMatch(/^eslint-plugin-event-loop: stalls are not recorded, [^\n]+\n$/)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('what is no stall', { timeout: 90_000 }, () => {
  it('a program that was stopped and continued', async () => {
    let stops = 0
    const { reports, exitCode } = await runProgram('waits-for-signal.mjs', {
      environment: { EVENT_LOOP_THRESHOLD_MS: '300' },
      onOutput: async (child: ChildProcess) => {
        for (; stops < 3; stops += 1) {
          child.kill('SIGSTOP')
          // Well above the threshold, or there would be nothing to be mistaken for a stall.
          await new Promise((resolve) => setTimeout(resolve, 900))
          child.kill('SIGCONT')
          await new Promise((resolve) => setTimeout(resolve, 50))
        }
        child.kill('SIGUSR2')
      },
    })
    expect(stops).toBe(3)
    expect(exitCode).toBe(0)
    expect(reports).toEqual([])
  })

  it('a breakpoint', async () => {
    const { stdout, reports, exitCode, signal } = await runProgram('counts-timers.mjs', {
      flags: ['--inspect=0', ...preload],
      environment: { EVENT_LOOP_THRESHOLD_MS: '300' },
      onError: pauseAWhile,
    })
    expect({ stdout, exitCode, signal }).toEqual({ stdout: 'counted\n', exitCode: 0, signal: null })
    expect(reports.filter(({ blockedAt }: { blockedAt: unknown }) => blockedAt)).toEqual([])
  })

  it('but a loop is one where an inspector listens, too', async () => {
    const { reports } = await runProgram('timer-loop.cjs', { flags: ['--inspect=0', ...preload] })
    const [report] = reports
    expect(report?.blockedAt?.frames[0]?.functionName).toBe('countPrimes')
  })

  it('and so is a program that waits for a child process where an inspector listens', async () => {
    const { reports } = await runProgram('exec-sync.mjs', { flags: ['--inspect=0', ...preload] })
    expect(reports.map(({ api }: { api: { name: string } | null }) => api?.name)).toContain(
      'child_process.execSync',
    )
  })
})

describe('a closed standard error', { timeout: 90_000 }, () => {
  it('is survived', async () => {
    const child = spawn(
      process.execPath,
      [...preload, path.join(programsFolder, 'timer-loop.cjs')],
      {
        cwd: tmpdir(),
        env: { PATH: process.env['PATH'], EVENT_LOOP_STALLS_FILE: '' },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    child.stderr.destroy()
    const exitCode = await new Promise((resolve) => child.on('close', resolve))
    expect(exitCode).toBe(0)
  })
})

/** Node's own command line debugger pauses the program, waits, and lets it go on. */
function pauseAWhile(text: string): void {
  // Node.js prints the address again when the debugger has left: nobody is to come back then.
  const [, address] = /listening on ws:\/\/([\d.]+:\d+)/.exec(text) ?? []
  if (address === undefined) return
  const person = spawn(process.execPath, ['inspect', address], { stdio: ['pipe', 'pipe', 'ignore'] })
  let seen = ''
  let hasPaused = false
  // It may have lost its program, which is then what the test is about.
  person.stdin.on('error', () => {})
  person.stdout.setEncoding('utf8').on('data', (output: string) => {
    seen += output
    if (!hasPaused && /ok\s+debug> $/.test(seen)) {
      // Another pause would come into effect after the first has been ended.
      hasPaused = true
      person.stdin.write('pause\n')
    }
    if (seen.includes('break in')) {
      seen = ''
      setTimeout(() => person.stdin.write('cont\n.exit\n'), 1200)
    }
  })
}
