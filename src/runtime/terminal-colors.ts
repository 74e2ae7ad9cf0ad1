import { isatty } from 'node:tty'

/**
 * Whether reports on standard error are to be coloured, by NO_COLOR, FORCE_COLOR and the terminal.
 *
 * To be asked on the main thread: the streams of a worker are never terminals.
 */
export function hasTerminalColors(environment: NodeJS.ProcessEnv, isTerminal = isatty(2)): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment
  if (NO_COLOR) return false
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  return isTerminal && TERM !== 'dumb'
}
