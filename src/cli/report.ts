import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { defaultStallsFile, readStalls, rotatedFile } from '../stalls-file.js'
import { type StallGroup, summariseStalls } from './summarise-stalls.js'
import { type Colors, count, printable, shortenPath, terminalColors } from './terminal-text.js'

export interface ReportOptions {
  readonly format: 'text' | 'json'
  readonly limit: number
}

const OK = 0
const CANNOT_READ = 2

const shownRequests = 3

/**
 * Prints what a stalls file, and the one that was rotated, hold; on standard error what cannot be read.
 * @returns the exit code.
 */
export const report = (given: string | undefined, { format, limit }: ReportOptions): number => {
  const cwd = process.cwd()
  const file = resolve(cwd, given ?? defaultStallsFile)
  const files = [rotatedFile(file), file].filter((path) => existsSync(path))
  if (files.length === 0) {
    process.stderr.write(printable(`No stalls file: ${shortenPath(file, cwd)}`) + '\n')
    return CANNOT_READ
  }
  try {
    const read = files.map((path) => readStalls(path))
    const groups = summariseStalls(read.flatMap(({ stalls }) => stalls))
    const corrupt = read.reduce((sum, { corruptLines }) => sum + corruptLines.length, 0)
    if (format === 'json') {
      process.stdout.write(`${JSON.stringify({ version: 1, corruptLines: corrupt, groups }, null, 2)}\n`)
    } else {
      process.stdout.write(formatGroups(groups, limit, cwd, terminalColors()))
      if (corrupt > 0) process.stderr.write(`${count(corrupt, 'line')} passed over: no stalls.\n`)
    }
    return OK
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    process.stderr.write(printable(`Cannot read ${shortenPath(file, cwd)}: ${reason}`) + '\n')
    return CANNOT_READ
  }
}

/** The groups as text for a person, ending in a newline. */
export const formatGroups = (
  groups: readonly StallGroup[],
  limit: number,
  cwd: string,
  colors: Colors,
): string => {
  if (groups.length === 0) return 'No stalls.\n'
  const stalls = groups.reduce((sum, group) => sum + group.count, 0)
  const total = groups.reduce((sum, { totalMs }) => sum + totalMs, 0)
  const shown = groups.slice(0, limit)
  const lines = [
    `${count(stalls, 'stall')} at ${count(groups.length, 'place')}, ${duration(total)} in all`,
    ...shown.flatMap((group) => ['', ...formatGroup(group, cwd, colors)]),
  ]
  if (shown.length < groups.length) {
    lines.push('', colors.dim(`${count(groups.length - shown.length, 'place')} more, see --limit`))
  }
  return `${lines.map(printable).join('\n')}\n`
}

const formatGroup = (group: StallGroup, cwd: string, colors: Colors): string[] => {
  const { place, api, cause, hint, requests } = group
  const by = api ?? cause ?? 'unknown cause'
  const lines = [
    `${duration(group.totalMs)}  ${count(group.count, 'stall')}, median ${duration(group.medianMs)}, worst ${duration(group.worstMs)}  ${by}`,
  ]
  if (place) {
    const name = place.functionName || '(anonymous)'
    lines.push(`  ${name} ${shortenPath(place.file, cwd)}:${place.line}:${place.column}`)
  }
  if (requests.length > 0) {
    const named = requests.slice(0, shownRequests).map(({ name, count: times }) => `${name} (${times})`)
    const more = requests.length > shownRequests ? `, ${requests.length - shownRequests} more` : ''
    lines.push(`  while serving ${named.join(', ')}${more}`)
  }
  if (hint) lines.push(`  ${hint.remedy}${hint.rule === null ? '' : ` (${hint.rule})`}`)
  lines.push(colors.dim(`  last ${group.last.slice(0, 19).replace('T', ' ')} UTC`))
  return lines
}

const duration = (ms: number): string => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`)
