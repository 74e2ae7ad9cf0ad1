import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { resolve } from 'node:path'

export interface WatchOptions {
  readonly threshold?: number
  readonly stallsFile?: string
  readonly report?: 'terminal' | 'json' | 'none'
}

/** As in POSIX shells, "Exit Status for Commands". */
const NOT_FOUND = 127
const NOT_EXECUTABLE = 126
const KILLED = 128

/** Signals that somebody sends to us and means the command. */
const FORWARDED = ['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGUSR2'] as const

/** A terminal sends these to all of its foreground group, so the command has them already. */
const SENT_BY_TERMINAL: readonly string[] = ['SIGINT', 'SIGQUIT']

/**
 * Runs a command with the watchdog preloaded into every Node.js process it starts, and gives its
 * exit code. When a signal ended the command, the same signal ends this process.
 */
export const watch = async (
  [command = '', ...args]: readonly string[],
  options: WatchOptions,
): Promise<number> => {
  const child = spawn(command, args, {
    stdio: 'inherit',
    env: watchEnvironment(process.env, options),
  })
  const forward = (signal: NodeJS.Signals): void => {
    if (process.stdin.isTTY && SENT_BY_TERMINAL.includes(signal)) return
    child.kill(signal)
  }
  for (const signal of FORWARDED) process.on(signal, forward)

  return new Promise((settle) => {
    child.on('error', (error: NodeJS.ErrnoException) => {
      const isMissing = error.code === 'ENOENT'
      const reason = isMissing ? 'command not found' : error.message
      process.stderr.write(`Cannot run ${command}: ${reason}.\n`)
      settle(isMissing ? NOT_FOUND : NOT_EXECUTABLE)
    })
    child.on('exit', (code, signal) => {
      for (const name of FORWARDED) process.off(name, forward)
      settle(signal === null ? (code ?? 1) : KILLED + constants.signals[signal])
      if (signal !== null) process.kill(process.pid, signal)
    })
  })
}

/** The environment that puts the watchdog into a Node.js process and everything it starts. */
export const watchEnvironment = (
  inherited: NodeJS.ProcessEnv,
  { threshold, stallsFile, report }: WatchOptions,
): NodeJS.ProcessEnv => ({
  ...inherited,
  // As a URL the path needs no quotes, whatever characters it has.
  NODE_OPTIONS: [
    inherited['NODE_OPTIONS'],
    `--import=${new URL('../runtime/register.js', import.meta.url).href}`,
  ]
    .filter(Boolean)
    .join(' '),
  ...(threshold !== undefined && { EVENT_LOOP_THRESHOLD_MS: String(threshold) }),
  // The command may change its directory; an empty path means no file.
  ...(stallsFile !== undefined && {
    EVENT_LOOP_STALLS_FILE: stallsFile === '' ? '' : resolve(stallsFile),
  }),
  ...(report !== undefined && { EVENT_LOOP_REPORT: report }),
})
