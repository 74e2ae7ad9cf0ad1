import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

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

// With `--import`, Node.js 20 loads the program's entry by another loader, that ts-node and others do not reach.
const preload = fileURLToPath(new URL('../runtime/require-register.cjs', import.meta.url))

/** As NODE_OPTIONS has it: some programs that read it know no quotes, so there are only those that it takes. */
const quoted = (path: string): string => (/[\s"]/.test(path) ? `"${path.replace(/["\\]/g, '\\$&')}"` : path)

/** The environment that puts the watchdog into a Node.js process and everything it starts. */
export const watchEnvironment = (
  inherited: NodeJS.ProcessEnv,
  { threshold, stallsFile, report }: WatchOptions,
): NodeJS.ProcessEnv => ({
  ...inherited,
  NODE_OPTIONS: [inherited['NODE_OPTIONS'], `--require=${quoted(preload)}`].filter(Boolean).join(' '),
  ...(threshold !== undefined && { EVENT_LOOP_THRESHOLD_MS: String(threshold) }),
  // The command may change its directory; an empty path means no file.
  ...(stallsFile !== undefined && {
    EVENT_LOOP_STALLS_FILE: stallsFile === '' ? '' : resolve(stallsFile),
  }),
  ...(report !== undefined && { EVENT_LOOP_REPORT: report }),
})
