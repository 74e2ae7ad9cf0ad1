import { relative, sep } from 'node:path'
import pc from 'picocolors'

export type Colors = ReturnType<typeof pc.createColors>

/** Colours where standard output shows them. */
export const terminalColors = (): Colors => pc.createColors(wantsColor())

// picocolors' own test also colours pipes in CI.
const wantsColor = (): boolean => {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  if (NO_COLOR) return false
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  // Not on a terminal it is undefined, whatever its type says.
  return Boolean(process.stdout.isTTY) && TERM !== 'dumb'
}

/** A path as it is shortest to read from the working directory. */
export const shortenPath = (path: string, cwd: string): string => {
  const short = relative(cwd, path)
  return short.startsWith(`..${sep}..`) ? path : short
}

/** Names of files and routes are not ours: no escape sequence in one may reach the terminal. */
export const printable = (text: string): string =>
  text.replaceAll(
    // eslint-disable-next-line no-control-regex -- control characters are what it looks for
    /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g,
    (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )

export const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`
